/** Short messages of the page: shown for a moment, and announced politely to screen readers. */
import { t } from '../language/words.js';
import { wordsOf } from '../timeline/files.js';
import { topDialog } from './dialog.js';
import { byId, el } from './dom.js';

const SHOWN_FOR = 5_000;

/**
 * Shows the message where it is visible and announced: in the topmost dialog if one is open, since everything behind it is
 * inert.
 * @param {string} words
 */
export function toast(words) {
  const place = topDialog()?.querySelector('.says') ?? byId('says', HTMLElement);
  const line = el('p', { class: 'says-line' }, words);
  place.append(line);
  setTimeout(() => line.remove(), SHOWN_FOR);
}

const READ_OUT_AT_MOST = 300;

/** @param {string} words a message for screen readers only, such as the name of the room that was opened */
export function announce(words) {
  const place = byId('read-out', HTMLElement);
  place.append(el('p', {}, words));
  while (place.childElementCount > 5) place.firstElementChild?.remove();
}

/**
 * Announces a new message. The log itself is silent for screen readers, because otherwise it would announce old pages too.
 * @param {import('../timeline/said.js').Said} said
 */
export function readOut(said) {
  announce(t('shell.read-out', { name: said.name, words: wordsOf(said).slice(0, READ_OUT_AT_MOST) }));
}
