/** What may be posted: the rules that the server has too, told before the text leaves the box. Pure. */

export const MOST = 4_000;
const TELL_FROM = 3_500;

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
 * @param {string} text as it stands in the box
 * @returns {string} as it would be posted
 */
export function tidy(text) {
  return text.replace(/\r\n?/g, '\n').trim();
}

/**
 * @param {string} body tidied
 * @returns {string | null} why it can't be posted, or null
 */
export function refusal(body) {
  const over = lengthOf(body) - MOST;
  if (over <= 0) return null;
  return `This is ${over.toLocaleString('en')} ${over === 1 ? 'character' : 'characters'} too long: at most ${MOST.toLocaleString('en')} fit into one message. Your text is kept; shorten it or send it in parts.`;
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
