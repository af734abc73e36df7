/**
 * What may be posted: the rules that the server has too, told before the text leaves the box. Pure. The tests of both read
 * src/test/resources/message-bodies.json.
 */
import { counted, t } from '../language/words.js';

export const MOST = 4_000;
const TELL_FROM = 3_500;

/** Nothing that is drawn: blanks, controls, fillers, and what only changes how others are drawn. Signs before Arabic and Kaithi numbers are drawn. */
const UNSEEN = /^(?:(?![\u0600-\u0605\u06DD\u070F\u0890\u0891\u08E2\u{110BD}\u{110CD}])[\p{Z}\p{Cc}\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}\u2800\u{1D159}])*$/u;
/** Control characters, halves of characters, and code points that never become characters. No message can hold them. */
const NEVER = /[\p{Cs}\p{Noncharacter_Code_Point}]|(?![\t\n])\p{Cc}/gu;

/**
 * Length as the hostel counts: code points, so that an emoji is one.
 * @param {string} text
 */
export function lengthOf(text) {
  let length = 0;
  for (const _ of text) length++;
  return length;
}

/**
 * @param {string} text
 * @returns {string} without what no message can hold: it comes along when one copies from a terminal or a document
 */
export function withoutControls(text) {
  return text.replace(/\r\n?/g, '\n').replace(NEVER, '');
}

/**
 * Blank lines around go, and blanks at the end; those before the first word stay, as in code and poems.
 * @param {string} text as it stands in the box
 * @returns {string} as it would be posted; empty if nothing of it can be seen
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
 * @param {string} text as it stands in the box
 * @returns {string | null} why it can't be posted, or null if it can or if there is none
 */
export function refusal(text) {
  const body = tidy(text);
  if (!body) return text.trim() ? t('composer.invisible') : null;
  const over = lengthOf(body) - MOST;
  return over > 0 ? counted('composer.too-long', over, { most: MOST }) : null;
}

/**
 * @param {string} body
 * @returns {number | null} how many characters are left, or null while there is plenty
 */
export function left(body) {
  if (body.length < TELL_FROM) return null;
  const length = lengthOf(body);
  return length < TELL_FROM ? null : MOST - length;
}
