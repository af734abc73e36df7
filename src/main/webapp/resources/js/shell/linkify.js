/** Turns a text into nodes: text stays text, and URLs become links. */
import { pieces } from '../timeline/links.js';
import { el } from './dom.js';

/**
 * @param {string} text
 * @returns {(Node | string)[]}
 */
export function linkify(text) {
  return pieces(text).map((piece) => (piece.href
    ? el('a', { href: piece.href, target: '_blank', rel: 'noopener nofollow' }, piece.text)
    : piece.text));
}
