/** Short words that the page says by itself: shown for a moment, and read out politely. */
import { t } from '../language/words.js';
import { topDialog } from './dialog.js';
import { byId, el } from './dom.js';

const SHOWN_FOR = 5_000;

/**
 * Says it where it can be seen and read out: in the dialog on top, if one is open, since whatever lies behind is covered by it and inert.
 * @param {string} words
 */
export function toast(words) {
  const place = topDialog()?.querySelector('.says') ?? byId('says', HTMLElement);
  const line = el('p', { class: 'says-line' }, words);
  place.append(line);
  setTimeout(() => line.remove(), SHOWN_FOR);
}

const READ_OUT_AT_MOST = 300;

/** @param {string} words that are only read out, such as the name of the room that one has come to */
export function announce(words) {
  const place = byId('read-out', HTMLElement);
  place.append(el('p', {}, words));
  while (place.childElementCount > 5) place.firstElementChild?.remove();
}

/**
 * Reads a new message out. The log itself stays silent to assistive technology: it would read out old pages too.
 * @param {{name: string, body: string}} said
 */
export function readOut({ name, body }) {
  announce(t('shell.read-out', { name, words: body.slice(0, READ_OUT_AT_MOST) }));
}
