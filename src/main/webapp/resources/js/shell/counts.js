/** Shows counts wherever the page has a place for them. */
import { number } from '../language/locale.js';

/**
 * A count of 0 is hidden.
 * @param {string} where a selector
 * @param {number} count
 */
export function showCount(where, count) {
  for (const place of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(where))) {
    place.textContent = count > 99 ? '99+' : number(count);
    place.hidden = !count;
  }
}
