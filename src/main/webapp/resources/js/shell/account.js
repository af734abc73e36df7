/** The account menu closes as a menu does: on Escape, on a click beside it, and by Back on a phone. */
import { opened } from './back.js';

export function startAccountMenu() {
  const menu = document.getElementById('account');
  if (!(menu instanceof HTMLDetailsElement)) return;
  let closed = () => {};
  menu.addEventListener('toggle', () => {
    closed();
    closed = menu.open ? opened(() => (menu.open = false)) : () => {};
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
