/** Counts, wherever the page shows them. */
import { number } from '../language/locale.js';

/**
 * Nothing waits, nothing is shown.
 * @param {string} where a selector
 * @param {number} count
 */
export function showCount(where, count) {
  for (const place of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(where))) {
    place.textContent = count > 99 ? '99+' : number(count);
    place.hidden = !count;
  }
}
