/**
 * Finds URLs in a text. Pure. The server's LinkFinder has the same rules; both sides' tests read
 * src/test/resources/links.json.
 */

/** @typedef {{text: string, href?: string}} Piece */

/** Top-level domains with which an address without a scheme is a link, if a path follows. */
const DOMAINS = 'com|org|net|edu|gov|info|io|in|co|me|be|ly|gl|gle|app|dev|page|site|tv';
/** Where an address begins, with the character before it. Without lookbehind, which browsers of 2022 do not support. */
const START = new RegExp(
  '(^|[^a-z0-9])(https?://)'
  + '|(^|[^\\p{L}\\p{M}\\p{N}@./_-])(?=www\\.[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}_-]*\\.[\\p{L}\\p{N}]'
  + `|(?!www\\.)(?:[a-z0-9-]+\\.){1,9}(?:${DOMAINS})/)`,
  'giu',
);
/**
 * Characters that end an address: blanks, control and invisible characters, quotes, and full stops of scripts that write no
 * blank after them.
 */
const END = /[\p{Z}\p{Cc}\p{Cf}<>"`\\।॥。、，；：？！．｡､「」『』【】《》〈〉〔〕“”„«»‹›،؛؟۔\u115F\u1160\u3164\uFFA0\u2800]/u;
/** Two invisible characters that are allowed, because Indian and Persian words need them. */
const JOINERS = '\u200C\u200D';
const HOST = /(?:(?:[\p{L}\p{N}_][\p{L}\p{M}\p{N}_-]*)(?:\.[\p{L}\p{M}\p{N}_-]+){0,126}\.?|\[[0-9a-f:.]+\])(?::\d{1,5})?/iuy;
/** The next address, after separators. */
const ANOTHER = /[,;|']+https?:\/\//iuy;
const BETWEEN = ",;|'";
const CLOSED_BY = new Map([['(', ')'], ['[', ']'], ['{', '}'], ['（', '）']]);
/** Characters that are not part of an address at its end: punctuation, quotes, opening brackets. */
const TRAILING = /^[.,:;!?*'|…’‘–—([{（]$/u;
const EMOJI = /^[\p{So}\u{1F3FB}-\u{1F3FF}\u20E3\uFE0F\u200D]$/u;
const WORD = /^[\p{L}\p{M}\p{N}]$/u;
const EMPHASIS = '_~';

/**
 * @param {string} text
 * @returns {Piece[]} in order; their texts joined are the text itself
 */
export function pieces(text) {
  /** @type {Piece[]} */
  const found = [];
  let done = 0;
  for (const { 1: before, 2: scheme = '', 3: other, index } of text.matchAll(START)) {
    const start = index + (before ?? other).length;
    // It is within the previous link.
    if (start < done) continue;
    const address = addressAt(text, start, scheme.length);
    if (!address) continue;
    if (start > done) found.push({ text: text.slice(done, start) });
    found.push({ text: address, href: scheme ? address : `http://${address}` });
    done = start + address.length;
  }
  if (done < text.length) found.push({ text: text.slice(done) });
  return found;
}

/**
 * @param {string} text
 * @param {number} start
 * @param {number} scheme the length of the scheme
 * @returns {string} empty if it is not an address, or its host could mislead
 */
function addressAt(text, start, scheme) {
  const end = hostEnd(text, start + scheme);
  if (!end) return '';
  return trimmed(text.slice(start, '/?#'.includes(text.charAt(end)) ? pathEnd(text, end) : end), text[start - 1]);
}

/**
 * @param {string} text
 * @param {number} from
 * @returns {number} 0 if there is no host or it could mislead: bank.example@evil.example looks like the bank's
 */
function hostEnd(text, from) {
  HOST.lastIndex = from;
  if (!HOST.test(text)) return 0;
  const end = HOST.lastIndex;
  for (const sign of text.slice(end)) {
    if (sign === '@' || sign === '%') return 0;
    if ('/?#'.includes(sign) || END.test(sign)) break;
  }
  return end;
}

/**
 * @param {string} text
 * @param {number} from
 * @returns {number} the end of the path
 */
function pathEnd(text, from) {
  /** @type {string[]} the closing brackets that are expected */
  const open = [];
  let end = from;
  for (const sign of text.slice(from)) {
    if (END.test(sign) && !JOINERS.includes(sign)) break;
    if (BETWEEN.includes(sign) && !BETWEEN.includes(text[end - 1]) && beginsAnother(text, end)) break;
    const closing = CLOSED_BY.get(sign);
    if (closing) open.push(closing);
    else if (isClosing(sign) && !close(open, sign)) break;
    end += sign.length;
  }
  return end;
}

/** @param {string} sign */
const isClosing = (sign) => [...CLOSED_BY.values()].includes(sign);

/**
 * @param {string[]} open
 * @param {string} sign
 * @returns {boolean} whether the bracket was opened within the address
 */
function close(open, sign) {
  const at = open.lastIndexOf(sign);
  if (at >= 0) open.splice(at, 1);
  return at >= 0;
}

/**
 * @param {string} text
 * @param {number} at
 */
function beginsAnother(text, at) {
  ANOTHER.lastIndex = at;
  return ANOTHER.test(text);
}

/**
 * @param {string} address
 * @param {string | undefined} before the character before it
 */
function trimmed(address, before) {
  const signs = [...address];
  let end = signs.length;
  for (let next = end; next >= 0; next = trailing(signs, end)) end = next;
  const emphasised = before && EMPHASIS.includes(before) && signs[end - 1] === before;
  return signs.slice(0, emphasised ? end - 1 : end).join('');
}

/**
 * @param {string[]} signs
 * @param {number} end
 * @returns {number} the end without one trailing punctuation mark, or without emoji after a word; -1 if it has neither
 */
function trailing(signs, end) {
  if (TRAILING.test(signs[end - 1])) return end - 1;
  let start = end;
  while (EMOJI.test(signs[start - 1])) start--;
  return start < end && WORD.test(signs[start - 1]) ? start : -1;
}
