/** A print button, which needs a script; without one, the browser's own menu prints. */
export function startPrint() {
  for (const button of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('[data-print]'))) {
    button.hidden = false;
    button.addEventListener('click', () => print());
  }
}
