/** A long message shows its beginning, until one asks for the rest. */
import { t } from '../language/words.js';
import { el } from '../shell/dom.js';

const CHARACTERS = 1_200;
const LINES = 24;

/** @type {Map<number, Set<string>>} the keys of the rows that are open, by room: they stay so when a row is built anew */
const folds = new Map();
/** @type {Set<string>} */
let open = new Set();

/** @param {number} room the one that is on the screen from now on */
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
 * @returns {HTMLElement[]} the words, and below them the button that opens and folds them if they are many
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
    // Folded, its beginning would be far above.
    if (!open.has(key)) words.closest('.message')?.scrollIntoView({ block: 'nearest' });
    // The end may have gone out of view, or come into it, although nobody scrolled.
    words.closest('.timeline')?.dispatchEvent(new Event('scroll'));
  });
  show();
  return [words, button];
}
