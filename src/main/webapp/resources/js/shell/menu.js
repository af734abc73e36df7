/** A menu at a button, with arrow keys, Home, End and Escape; a tap elsewhere closes it. */
import { layerOpened } from './back.js';
import { el, icon } from './dom.js';

/** @typedef {{label: string, icon: string, danger?: boolean, act: () => void}} MenuItem */
/** @typedef {{label: string, text?: string, icon?: string, pressed?: boolean, act: () => void}} QuickItem stands beside others, a sign without words */

/** @type {(() => void) | null} */
let closeOpen = null;

/** Closes the open menu, if any. */
export const closeMenu = () => closeOpen?.();

/**
 * @param {() => HTMLElement | null} find finds the button, which is replaced when its row is rebuilt
 * @param {MenuItem[]} items
 * @param {string} [note]
 * @param {QuickItem[]} [quick] at the head of the menu, in one line
 */
export function openMenu(find, items, note, quick = []) {
  closeOpen?.();
  const menu = el('div', { class: 'menu-sheet float-menu', role: 'menu', 'aria-describedby': note ? 'menu-note' : null });
  if (note) menu.append(el('p', { class: 'menu-note', id: 'menu-note', role: 'presentation' }, note));
  if (quick.length) menu.append(el('div', { class: 'menu-quick', role: 'group' }, ...quick.map((item) => quickButton(item, () => close()))));
  for (const item of items) {
    const entry = el('button', { type: 'button', role: 'menuitem', tabindex: '-1', class: `menu-item${item.danger ? ' menu-item-danger' : ''}` });
    entry.append(icon(item.icon), item.label);
    entry.addEventListener('click', () => {
      close();
      item.act();
    });
    menu.append(entry);
  }
  const expand = (/** @type {boolean} */ open) => find()?.setAttribute('aria-expanded', String(open));
  // Messages move when new ones arrive: the menu follows its row, and closes when the row is removed.
  const follow = () => {
    const button = find();
    if (button) place(menu, button);
    else close();
  };
  const beside = (/** @type {Event} */ event) => {
    if (event.target instanceof Node && !menu.contains(event.target)) close();
  };
  const ways = /** @type {const} */ (['pointerdown', 'wheel', 'touchmove']);
  const close = () => {
    closeOpen = null;
    closed();
    const focused = menu.contains(document.activeElement);
    menu.remove();
    expand(false);
    for (const way of ways) removeEventListener(way, beside, true);
    removeEventListener('resize', follow);
    removeEventListener('scroll', follow, true);
    if (focused) (find() ?? document.getElementById('timeline'))?.focus({ preventScroll: true });
  };
  menu.addEventListener('keydown', (event) => walk(event, menu, close));
  closeOpen = close;
  const closed = layerOpened(close);
  // Within the landmark of its button, for screen readers; or within the open dialog, since everything outside is inert.
  (find()?.closest('dialog, main') ?? document.body).append(menu);
  follow();
  expand(true);
  for (const way of ways) addEventListener(way, beside, { capture: true, passive: true });
  addEventListener('resize', follow);
  addEventListener('scroll', follow, true);
  menu.querySelector('button')?.focus({ preventScroll: true });
}

/**
 * @param {QuickItem} item
 * @param {() => void} close
 */
function quickButton({ label, text, icon: drawing, pressed, act }, close) {
  const button = el('button', { type: 'button', role: pressed === undefined ? 'menuitem' : 'menuitemcheckbox', 'aria-checked': pressed === undefined ? null : String(pressed),
    tabindex: '-1', class: 'menu-sign', 'aria-label': label, title: label }, text);
  if (drawing) button.append(icon(drawing));
  button.addEventListener('click', () => {
    close();
    act();
  });
  return button;
}

/**
 * @param {KeyboardEvent} event
 * @param {HTMLElement} menu
 * @param {() => void} close
 */
function walk(event, menu, close) {
  const entries = [...menu.querySelectorAll('button')];
  const here = entries.indexOf(/** @type {HTMLButtonElement} */ (document.activeElement));
  const inLine = entries.filter((entry) => entry.matches('.menu-sign')).length;
  const ahead = getComputedStyle(menu).direction === 'rtl' ? -1 : 1;
  // Down from any of the signs to what stands below their line.
  const down = here < inLine ? inLine : here + 1;
  const up = here === inLine && inLine ? 0 : here < inLine ? -1 : here - 1;
  const beside = here < inLine ? { ArrowRight: (here + ahead + inLine) % inLine, ArrowLeft: (here - ahead + inLine) % inLine } : {};
  const to = { ...beside, ArrowDown: down, ArrowUp: up, Home: 0, End: entries.length - 1 }[/** @type {'Home'} */ (event.key)];
  if (to !== undefined) {
    event.preventDefault();
    entries.at(to % entries.length)?.focus();
  } else if (event.key === 'Escape' || event.key === 'Tab') {
    event.preventDefault();
    close();
  }
  event.stopPropagation();
}

/**
 * Below the button, or above it at the bottom of the screen; aligned with the button's end.
 * @param {HTMLElement} menu
 * @param {HTMLElement} button
 */
function place(menu, button) {
  const at = button.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = menu;
  const below = at.bottom + 4 + height <= innerHeight;
  menu.style.top = `${Math.max(8, below ? at.bottom + 4 : at.top - 4 - height)}px`;
  const left = getComputedStyle(button).direction === 'rtl' ? at.left : at.right - width;
  menu.style.left = `${Math.max(8, Math.min(left, innerWidth - width - 8))}px`;
}
