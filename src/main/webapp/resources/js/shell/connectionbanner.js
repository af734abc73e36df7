/** The banner that reports a broken connection, after a while, and when the next attempt is made. */
import { t } from '../language/words.js';
import { now } from '../live/connection.js';
import { byId } from './dom.js';

/** In milliseconds: shorter interruptions are not reported. */
const PATIENCE = 5_000;

/** @typedef {import('../live/connection.js').ConnectionState} ConnectionState */

/** @param {() => void} tryNow */
export function connectionBanner(tryNow) {
  const place = byId('line', HTMLElement);
  const words = byId('line-words', HTMLElement);
  const count = byId('line-count', HTMLElement);
  byId('line-try', HTMLButtonElement).addEventListener('click', tryNow);
  /** @type {ConnectionState} */
  let state = { open: false, since: now(), retryAt: null };
  const show = () => {
    place.hidden = state.open || now() - state.since < PATIENCE;
    if (state.open || place.hidden) return;
    const text = t(navigator.onLine ? 'shell.connection.down' : 'shell.connection.offline');
    if (words.textContent !== text) words.textContent = text;
    const seconds = Math.ceil(((state.retryAt ?? 0) - now()) / 1000);
    count.textContent = seconds > 0 ? t('shell.connection.again', { seconds }) : t('shell.connection.connecting');
  };
  setInterval(show, 1000);
  return (/** @type {ConnectionState} */ next) => {
    state = next;
    show();
  };
}
