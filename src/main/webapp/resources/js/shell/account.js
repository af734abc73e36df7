/** The account menu closes as a menu does: on Escape, on a click beside it, and by Back on a phone. */
import { layerOpened } from './back.js';

/** Another room may have come on the screen since the page was made: the choice of a language leads back to what is there now. */
function leadBackHere() {
  for (const form of document.querySelectorAll('form.languages')) {
    form.addEventListener('submit', () => {
      const back = form.querySelector('[name=back]');
      if (back instanceof HTMLInputElement) back.value = location.pathname + location.search;
    });
  }
}

export function startAccountMenu() {
  leadBackHere();
  const menu = document.getElementById('account');
  if (!(menu instanceof HTMLDetailsElement)) return;
  let closed = () => {};
  menu.addEventListener('toggle', () => {
    closed();
    closed = menu.open ? layerOpened(() => (menu.open = false)) : () => {};
  });
  document.addEventListener('click', (event) => {
    if (menu.open && event.target instanceof Node && !menu.contains(event.target)) menu.open = false;
  });
  menu.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !menu.open) return;
    menu.open = false;
    menu.querySelector('summary')?.focus();
  });
}
