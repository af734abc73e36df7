/** Confirmation questions, and the list of keyboard shortcuts. */
import { t } from '../language/words.js';
import { layerOpened } from './back.js';
import { el } from './dom.js';

/**
 * @param {{title: string, words: string, quote?: string, yes: string, no?: string}} question
 * @returns {Promise<boolean>} resolves to the answer; Escape means no
 */
export function ask({ title, words, quote, yes, no = t('shell.cancel') }) {
  const dialog = el('dialog', { class: 'dialog', 'aria-labelledby': 'ask-title' },
    el('h2', { id: 'ask-title' }, title),
    el('p', {}, words),
    quote && el('p', { class: 'dialog-quote', dir: 'auto' }, quote),
    el('form', { method: 'dialog', class: 'buttons' },
      el('button', { class: 'button button-danger', value: 'yes' }, yes),
      el('button', { class: 'button', value: 'no', autofocus: true }, no)));
  return showDialog(dialog).then((value) => value === 'yes');
}

/** Keys by their labels, each row with the text key of its description. */
const KEYS = [
  ['Enter', 'shell.keys.send'],
  ['Shift Enter', 'shell.keys.line'],
  ['↑', 'shell.keys.edit'],
  ['Esc', 'shell.keys.cancel'],
  ['End', 'shell.keys.end'],
  ['A B C', 'shell.keys.write'],
  ['↑ ↓', 'shell.keys.walk'],
  ['Enter', 'shell.keys.menu'],
  ['Ctrl K', 'shell.keys.jump'],
  ['/', 'shell.keys.search'],
  ['Ctrl Shift F', 'shell.keys.search'],
  ['Ctrl /', 'shell.keys.list'],
];

export function showKeys() {
  const list = el('dl', { class: 'keys' });
  for (const [keys, does] of KEYS) {
    // Keys in the order of the keyboard, also on right-to-left pages.
    const term = el('span', { dir: 'ltr' });
    for (const key of keys.split(' ')) term.append(el('kbd', {}, key), ' ');
    list.append(el('dt', {}, term), el('dd', {}, t(does)));
  }
  void showDialog(el('dialog', { class: 'dialog', 'aria-labelledby': 'keys-title' },
    el('h2', { id: 'keys-title' }, t('shell.keys.title')),
    list,
    el('form', { method: 'dialog', class: 'buttons' }, el('button', { class: 'button button-main', autofocus: true }, t('shell.close')))));
}

/** The topmost open dialog. */
export function topDialog() {
  return [...document.querySelectorAll('dialog')].filter((dialog) => dialog.open && dialog.matches(':modal')).at(-1) ?? null;
}

/** The place for a dialog's status messages. Must exist before a message is inserted, or screen readers would not announce it. */
export function says() {
  return el('div', { class: 'says', role: 'status' });
}

/**
 * @param {HTMLDialogElement} dialog
 * @returns {Promise<string>} resolves to its return value once it is closed and the focus is back where it was, or in the
 *     dialog below if that element is gone
 */
export function showDialog(dialog) {
  const before = document.activeElement;
  if (!dialog.querySelector('.says')) dialog.append(says());
  document.body.append(dialog);
  dialog.showModal();
  const closed = layerOpened(() => dialog.close());
  return new Promise((resolve) => dialog.addEventListener('close', () => {
    closed();
    dialog.remove();
    // Moves the message to where it stays visible if the dialog is closed immediately.
    const place = topDialog()?.querySelector('.says') ?? document.getElementById('says');
    place?.append(...dialog.querySelectorAll('.says-line'));
    const back = before?.isConnected ? before : topDialog()?.querySelector('button');
    if (back instanceof HTMLElement) back.focus({ preventScroll: true });
    resolve(dialog.returnValue);
  }));
}
