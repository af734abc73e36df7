/** A small menu at a button: arrows, Home, End, Escape, a tap beside it. */
import { el, icon } from './dom.js';

/** @typedef {{label: string, icon: string, danger?: boolean, act: () => void}} MenuItem */

/** @type {(() => void) | null} */
let closeOpen = null;

/**
 * @param {HTMLElement} button
 * @param {MenuItem[]} items
 * @param {string} [note]
 */
export function openMenu(button, items, note) {
  closeOpen?.();
  const menu = el('div', { class: 'menu-sheet float-menu', role: 'menu' });
  if (note) menu.append(el('p', { class: 'menu-note', role: 'presentation' }, note));
  for (const item of items) {
    const entry = el('button', { type: 'button', role: 'menuitem', tabindex: '-1', class: `menu-item${item.danger ? ' menu-item-danger' : ''}` });
    entry.append(icon(item.icon), item.label);
    entry.addEventListener('click', () => {
      close(true);
      item.act();
    });
    menu.append(entry);
  }
  /** @param {boolean} back whether the focus returns to the button */
  function close(back) {
    closeOpen = null;
    menu.remove();
    button.setAttribute('aria-expanded', 'false');
    removeEventListener('pointerdown', outside, true);
    removeEventListener('resize', dismiss);
    removeEventListener('scroll', dismiss, true);
    if (back) button.focus({ preventScroll: true });
  }
  const dismiss = () => close(false);
  const outside = (/** @type {Event} */ event) => {
    if (event.target instanceof Node && !menu.contains(event.target)) close(button.contains(event.target));
  };
  menu.addEventListener('keydown', (event) => walk(event, menu, close));
  closeOpen = dismiss;
  document.body.append(menu);
  place(menu, button);
  button.setAttribute('aria-expanded', 'true');
  addEventListener('pointerdown', outside, true);
  addEventListener('resize', dismiss);
  menu.querySelector('button')?.focus({ preventScroll: true });
  // Focus may scroll by a pixel; only the reader's own scrolling closes the menu.
  requestAnimationFrame(() => closeOpen === dismiss && addEventListener('scroll', dismiss, true));
}

/**
 * @param {KeyboardEvent} event
 * @param {HTMLElement} menu
 * @param {(back: boolean) => void} close
 */
function walk(event, menu, close) {
  const entries = [...menu.querySelectorAll('button')];
  const here = entries.indexOf(/** @type {HTMLButtonElement} */ (document.activeElement));
  const to = { ArrowDown: here + 1, ArrowUp: here - 1, Home: 0, End: entries.length - 1 }[event.key];
  if (to !== undefined) {
    event.preventDefault();
    entries.at(to % entries.length)?.focus();
  } else if (event.key === 'Escape' || event.key === 'Tab') {
    event.preventDefault();
    close(true);
  }
  event.stopPropagation();
}

/**
 * Below the button, or above it where the screen ends.
 * @param {HTMLElement} menu
 * @param {HTMLElement} button
 */
function place(menu, button) {
  const at = button.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = menu;
  const below = at.bottom + 4 + height <= innerHeight;
  menu.style.top = `${Math.max(8, below ? at.bottom + 4 : at.top - 4 - height)}px`;
  menu.style.left = `${Math.max(8, Math.min(at.right - width, innerWidth - width - 8))}px`;
}
