/**
 * The words that the modules show, in the language of the page. The server hands them out as a script that runs before the modules and
 * sets `globalThis.hostelWords`; what the language lacks stands there in English. docs/languages.md tells where they are written. Reads
 * nothing of the document but its language and direction.
 */
import { isRightToLeft, number, pluralOf } from './locale.js';

/** @typedef {Record<string, string | number>} Values what stands in the placeholders, by their names */

const PLACEHOLDER = /\{([a-z][A-Za-z0-9]*)\}/;
/** Letters that are written from right to left, from Hebrew to Arabic's presentation forms. */
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefe]/;

/** @returns {Record<string, string>} */
const bundle = () => /** @type {any} */ (globalThis).hostelWords ?? {};

/**
 * The text under a key. Numbers are written as the language does, names stand as they are.
 * @param {string} key
 * @param {Values} [values]
 * @returns {string} the key itself where there is no such text, which tests rule out
 */
export function t(key, values = {}) {
  return pieces(key, values).join('');
}

/**
 * What is said of so many: the text under `key.one` or `key.other`, as the language counts.
 * @param {string} key
 * @param {number} count
 * @param {Values} [values] besides `count`
 */
export function counted(key, count, values = {}) {
  return t(formOf(key, count), { count, ...values });
}

/**
 * @param {string} key
 * @param {number} count
 * @returns {string} the key of the form in which so many are spoken of
 */
export function formOf(key, count) {
  const form = `${key}.${pluralOf(count)}`;
  return form in bundle() ? form : `${key}.other`;
}

/**
 * The text under a key, cut at its placeholders: for sentences of which a part is an element of its own.
 * @template {string | number | Node} T
 * @param {string} key
 * @param {Record<string, T>} values nodes stand in it as they are
 * @returns {(string | Exclude<T, number>)[]} none of them empty
 */
export function pieces(key, values) {
  // Every second one is the name of a placeholder.
  const cut = (bundle()[key] ?? key).split(PLACEHOLDER);
  return cut.map((piece, i) => (i % 2 ? valueOf(piece, values) : piece)).filter((piece) => piece !== '');
}

/**
 * @template {string | number | Node} T
 * @param {string} name of a placeholder
 * @param {Record<string, T>} values
 * @returns {string | Exclude<T, number>}
 */
function valueOf(name, values) {
  if (!Object.hasOwn(values, name)) return `{${name}}`;
  const value = values[name];
  if (typeof value === 'number') return number(value);
  return typeof value === 'string' ? together(value) : /** @type {Exclude<T, number>} */ (value);
}

/**
 * A name whose letters run the other way than the sentence stays in one piece, by two signs that are not seen.
 * @param {string} text
 */
function together(text) {
  const isForeign = isRightToLeft() || RIGHT_TO_LEFT.test(text);
  return isForeign && text ? `\u2068${text}\u2069` : text;
}
