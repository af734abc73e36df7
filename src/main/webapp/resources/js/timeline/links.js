/** Finds the links in a text. Pure; what is not found here stays text. */

/** @typedef {{text: string, href?: string}} Piece */

const LINK = /\b(?:https?:\/\/|www\.)[^\s<>"'`\u200B\u2028\u2029]+/giu;
const TRAILING = /[.,;:!?…*_~'"”’»।॥]$/u;
const PAIRS = /** @type {const} */ ({ ')': '(', ']': '[', '}': '{' });

/**
 * @param {string} text
 * @returns {Piece[]} in order; their texts joined give the text back
 */
export function pieces(text) {
  /** @type {Piece[]} */
  const found = [];
  let done = 0;
  for (const match of text.matchAll(LINK)) {
    const address = trimmed(match[0]);
    const href = target(address);
    if (!href) continue;
    if (match.index > done) found.push({ text: text.slice(done, match.index) });
    found.push({ text: address, href });
    done = match.index + address.length;
  }
  if (done < text.length) found.push({ text: text.slice(done) });
  return found;
}

/**
 * A sentence's full stop is not part of the address, nor is a bracket that was opened before it.
 * @param {string} address
 */
function trimmed(address) {
  /** @type {Record<string, number>} */
  const counts = {};
  for (const sign of address) counts[sign] = (counts[sign] ?? 0) + 1;
  let end = address.length;
  for (; end > 0; end--) {
    const last = address[end - 1];
    const open = PAIRS[/** @type {keyof PAIRS} */ (last)];
    const unopened = open && (counts[open] ?? 0) < counts[last];
    if (!unopened && !TRAILING.test(last)) break;
    counts[last]--;
  }
  return address.slice(0, end);
}

/** @param {string} address */
function target(address) {
  try {
    const url = new URL(/^www\./i.test(address) ? `http://${address}` : address);
    const known = url.protocol === 'http:' || url.protocol === 'https:';
    return known && url.hostname && !url.username ? url.href : undefined;
  } catch {
    return undefined;
  }
}
