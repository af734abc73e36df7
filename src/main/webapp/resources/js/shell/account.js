/** Makes the account menu close like a menu: on Escape, on a click elsewhere, and by Back on a phone. */
import { layerOpened } from './back.js';

/**
 * Another room may be on the screen than when the page was loaded: the choice of a language must lead back to the present
 * one.
 */
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
