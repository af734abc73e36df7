/**
 * The page's language, and its formats of numbers, lists and alphabetical order. Digits are 0 to 9 in all languages, as on
 * most phones in India.
 */

/** @returns {string} the page's language, such as hi */
export const language = () => globalThis.document?.documentElement?.lang || 'en';

export const isRightToLeft = () => globalThis.document?.documentElement?.dir === 'rtl';

/**
 * The locale of the page's language for the reader's region, such as en-IN, if the browser has one; else the language as in
 * India, English as in Britain.
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
 * Caches an expensive object for each language.
 * @template T
 * @param {(tag: string) => T} make
 * @returns {() => T}
 */
function once(make) {
  /** @type {Map<string, T>} */
  const made = new Map();
  return () => {
    // Keyed by the language tag, which is fast to read: sorting a list of names asks thousands of times.
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

/** @param {number} value formatted with the language's separators */
export const number = (value) => numbers().format(value);

/** @param {number} count @returns {string} CLDR's plural category for this count: `one` or `other` */
export const pluralOf = (count) => plurals().select(count);

/** @param {string[]} items joined as a list without 'and' */
export const list = (items) => lists().format(items);

/** @param {string} a @param {string} b @returns {number} as for Array.sort, in the language's alphabetical order */
export const byName = (a, b) => collators().compare(a, b);
