/** The language of the page, and its numbers, lists and order of names. Its digits are 0 to 9 in every language, as on the phones of those who read it. */

/** @returns {string} the page's language, such as hi */
export const language = () => globalThis.document?.documentElement?.lang || 'en';

export const isRightToLeft = () => globalThis.document?.documentElement?.dir === 'rtl';

/**
 * The page's language as the reader's device has it, such as en-IN, which knows how they write dates; else as it is written in India, and
 * English as in Britain.
 */
export function locale() {
  const [base] = language().split('-');
  const known = globalThis.navigator?.languages?.find((tag) => tag.split('-', 1)[0] === base);
  try {
    return new Intl.Locale(known ?? (base === 'en' ? 'en-GB' : `${base}-IN`), { numberingSystem: 'latn' }).toString();
  } catch {
    return 'en-GB';
  }
}

/**
 * Something that takes long to make, made once for each language.
 * @template T
 * @param {(tag: string) => T} make
 * @returns {() => T}
 */
function once(make) {
  /** @type {Map<string, T>} */
  const made = new Map();
  return () => {
    // By the language, which is quick to ask for: sorting a list of names asks thousands of times.
    const tag = language();
    const known = made.get(tag) ?? make(locale());
    made.set(tag, known);
    return known;
  };
}

const numbers = once((tag) => new Intl.NumberFormat(tag));
const lists = once((tag) => new Intl.ListFormat(tag, { type: 'unit', style: 'short' }));
const collators = once((tag) => new Intl.Collator(tag));
const plurals = once((tag) => new Intl.PluralRules(tag));

/** @param {number} value with the marks that the language sets between its digits */
export const number = (value) => numbers().format(value);

/** @param {number} count @returns {string} how the language speaks of so many, as CLDR calls it: `one`, `other` */
export const pluralOf = (count) => plurals().select(count);

/** @param {string[]} items as a list without 'and' */
export const list = (items) => lists().format(items);

/** @param {string} a @param {string} b @returns {number} which of two names stands first in a list of names */
export const byName = (a, b) => collators().compare(a, b);
