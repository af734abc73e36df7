/** A button that prints, where there is a script to do it; the browser's own menu does it without. */
export function startPrint() {
  for (const button of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('[data-print]'))) {
    button.hidden = false;
    button.addEventListener('click', () => print());
  }
}
