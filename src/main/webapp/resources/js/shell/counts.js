/**
 * Writes a count wherever the page shows it; nothing waits, nothing is shown.
 * @param {string} where a selector
 * @param {number} count
 */
export function showCount(where, count) {
  for (const place of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(where))) {
    place.textContent = count > 99 ? '99+' : String(count);
    place.hidden = !count;
  }
}
