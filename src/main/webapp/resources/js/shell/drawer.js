/** A large dialog: beside the page on a wide screen, the whole screen on a phone. Back and Escape close it. */
import { t } from '../language/words.js';
import { says, showDialog } from './dialog.js';
import { el, icon } from './dom.js';

let made = 0;

/**
 * @param {string} title
 * @param {...(Node | string | null | false)} content
 * @returns {{body: HTMLElement, close: () => void, closed: Promise<unknown>}} `closed` resolves once it is closed and the
 *     focus is back
 */
export function openDrawer(title, ...content) {
  const id = `drawer-title-${++made}`;
  const close = el('button', { type: 'button', class: 'button-icon', 'aria-label': t('shell.close') });
  close.append(icon('cross'));
  const body = el('div', { class: 'drawer-body' }, ...content);
  const dialog = el('dialog', { class: 'dialog drawer', 'aria-labelledby': id },
    el('div', { class: 'drawer-head' }, el('h2', { id, dir: 'auto' }, title), close), says(), body);
  close.addEventListener('click', () => dialog.close());
  return { body, close: () => dialog.close(), closed: showDialog(dialog) };
}
