/** Splits the text of a search result at its marks. Pure. */

/** In code points: the most that a list shows of a message, and the most before the first mark. */
const SHOWN = 240;
const BEFORE = 80;

/**
 * @param {string} body
 * @param {[number, number][]} marks start and length in code points, ascending
 * @param {boolean} whole
 * @returns {{text: string, marked: boolean}[]} none of them empty
 */
export function pieces(body, marks, whole) {
  const points = [...body];
  const first = marks[0]?.[0] ?? 0;
  const from = whole || points.length <= SHOWN || first <= BEFORE ? 0 : first - BEFORE;
  const to = whole ? points.length : Math.min(points.length, from + SHOWN);
  /** @type {{text: string, marked: boolean}[]} */
  const cut = [];
  const add = (/** @type {number} */ a, /** @type {number} */ b, marked = false) => {
    const text = points.slice(Math.max(a, from), Math.min(b, to)).join('');
    if (text) cut.push({ text, marked });
  };
  if (from > 0) cut.push({ text: '… ', marked: false });
  let at = from;
  for (const [start, length] of marks) {
    add(at, start);
    add(start, start + length, true);
    at = Math.max(at, start + length);
  }
  add(at, to);
  if (to < points.length) cut.push({ text: ' …', marked: false });
  return cut;
}
