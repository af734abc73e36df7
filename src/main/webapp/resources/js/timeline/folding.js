/** Long messages are collapsed until one asks for the rest. */
import { t } from '../language/words.js';
import { el } from '../shell/dom.js';

const CHARACTERS = 1_200;
const LINES = 24;

/** @type {Map<number, Set<string>>} the keys of expanded rows by room, so that they stay expanded when a row is rebuilt */
const folds = new Map();
/** @type {Set<string>} */
let open = new Set();

/** @param {number} room the room on the screen */
export function showFoldsOf(room) {
  open = folds.get(room) ?? new Set();
  folds.set(room, open);
}

/** @param {string} text */
export function isLong(text) {
  return text.length > CHARACTERS || text.split('\n', LINES + 1).length > LINES;
}

/**
 * @param {HTMLElement} words
 * @param {string} text
 * @param {string} key of the row
 * @returns {HTMLElement[]} the text, and, if it is long, a button that expands and collapses it
 */
export function foldable(words, text, key) {
  if (!isLong(text)) return [words];
  const button = el('button', { type: 'button', class: 'button-plain message-fold' });
  const show = () => {
    words.classList.toggle('message-folded', !open.has(key));
    button.textContent = t(open.has(key) ? 'shell.less' : 'shell.whole');
    button.setAttribute('aria-expanded', String(open.has(key)));
  };
  button.addEventListener('click', () => {
    if (!open.delete(key)) open.add(key);
    show();
    // After collapsing, the message's beginning would be far above the view.
    if (!open.has(key)) words.closest('.message')?.scrollIntoView({ block: 'nearest' });
    // The end may now be in or out of view although nobody scrolled.
    words.closest('.timeline')?.dispatchEvent(new Event('scroll'));
  });
  show();
  return [words, button];
}
