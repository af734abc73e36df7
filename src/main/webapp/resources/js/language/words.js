/**
 * The modules' texts in the language of the page. The server delivers them as a script that runs before the modules and sets
 * `globalThis.hostelWords`; what the language lacks is in English there. docs/languages.md says where they are written. Reads
 * nothing of the document but its language and direction.
 */
import { isRightToLeft, number, pluralOf } from './locale.js';

/** @typedef {Record<string, string | number>} Values values of placeholders by name */

const PLACEHOLDER = /\{([a-z][A-Za-z0-9]*)\}/;
/** Letters of right-to-left scripts, from Hebrew to Arabic's presentation forms. */
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefe]/;

/** @returns {Record<string, string>} */
const bundle = () => /** @type {any} */ (globalThis).hostelWords ?? {};

/**
 * The text of a key with its placeholders filled. Numbers are formatted for the language.
 * @param {string} key
 * @param {Values} [values]
 * @returns {string} the key itself if there is no such text, which tests rule out
 */
export function t(key, values = {}) {
  return pieces(key, values).join('');
}

/**
 * The text for a count: `key.one` or `key.other`, by the language's plural rule.
 * @param {string} key
 * @param {number} count
 * @param {Values} [values] in addition to `count`
 */
export function counted(key, count, values = {}) {
  return t(formOf(key, count), { count, ...values });
}

/**
 * @param {string} key
 * @param {number} count
 * @returns {string} the key of the plural form for this count
 */
export function formOf(key, count) {
  const form = `${key}.${pluralOf(count)}`;
  return form in bundle() ? form : `${key}.other`;
}

/**
 * The text of a key, split at its placeholders: for sentences in which a part is an element of its own.
 * @template {string | number | Node} T
 * @param {string} key
 * @param {Record<string, T>} values nodes are inserted unchanged
 * @returns {(string | Exclude<T, number>)[]} none of them empty
 */
export function pieces(key, values) {
  // Every second part is the name of a placeholder.
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
 * Isolates a value whose letters run in the other direction than the sentence, with two invisible characters.
 * @param {string} text
 */
function together(text) {
  const isForeign = isRightToLeft() || RIGHT_TO_LEFT.test(text);
  return isForeign && text ? `\u2068${text}\u2069` : text;
}
