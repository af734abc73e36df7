/**
 * The server's rules for messages, checked before a text is sent. Pure. Both sides' tests read
 * src/test/resources/message-bodies.json.
 */
import { counted, t } from '../language/words.js';

export const MOST = 4_000;
const TELL_FROM = 3_500;

/**
 * Invisible characters: blanks, controls, fillers, and those that only change how others are displayed. Prefix signs of
 * Arabic and Kaithi numbers are visible.
 */
const UNSEEN = /^(?:(?![\u0600-\u0605\u06DD\u070F\u0890\u0891\u08E2\u{110BD}\u{110CD}])[\p{Z}\p{Cc}\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}\u2800\u{1D159}])*$/u;
/** Control characters, lone surrogates and noncharacters, which no message may contain. */
const NEVER = /[\p{Cs}\p{Noncharacter_Code_Point}]|(?![\t\n])\p{Cc}/gu;

/**
 * The length by the server's rule: in code points, so that an emoji usually counts one.
 * @param {string} text
 */
export function lengthOf(text) {
  let length = 0;
  for (const _ of text) length++;
  return length;
}

/**
 * @param {string} text
 * @returns {string} without characters that no message may contain, which are often copied from terminals and documents
 */
export function withoutControls(text) {
  return text.replace(/\r\n?/g, '\n').replace(NEVER, '');
}

/**
 * Removes blank lines at both ends and blanks at the end. Blanks before the first word stay, because code and poems need
 * them.
 * @param {string} text the text in the composer
 * @returns {string} the text to post; empty if nothing of it is visible
 */
export function tidy(text) {
  const lines = withoutControls(text).split('\n');
  const first = lines.findIndex((line) => !UNSEEN.test(line));
  if (first < 0) return '';
  let end = lines.length;
  while (UNSEEN.test(lines[end - 1])) end--;
  return lines.slice(first, end).join('\n').trimEnd();
}

/**
 * @param {string} text the text in the composer
 * @returns {string | null} why it can't be posted; null if it can, or is empty
 */
export function refusal(text) {
  const body = tidy(text);
  if (!body) return text.trim() ? t('composer.invisible') : null;
  const over = lengthOf(body) - MOST;
  return over > 0 ? counted('composer.too-long', over, { most: MOST }) : null;
}

/**
 * @param {string} body
 * @returns {number | null} how many characters are left, null while there are plenty
 */
export function left(body) {
  if (body.length < TELL_FROM) return null;
  const length = lengthOf(body);
  return length < TELL_FROM ? null : MOST - length;
}
