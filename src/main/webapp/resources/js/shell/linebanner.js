/** Says that the line is broken, once it has been for a while, and when it is tried again. */
import { now } from '../live/line.js';
import { byId } from './dom.js';

/** A line that is back within this time was never worth a word. */
const PATIENCE = 5_000;

/** @typedef {import('../live/line.js').LineState} LineState */

/** @param {() => void} tryNow */
export function lineBanner(tryNow) {
  const place = byId('line', HTMLElement);
  const words = byId('line-words', HTMLElement);
  const count = byId('line-count', HTMLElement);
  byId('line-try', HTMLButtonElement).addEventListener('click', tryNow);
  /** @type {LineState} */
  let state = { open: false, since: now(), retryAt: null };
  const show = () => {
    place.hidden = state.open || now() - state.since < PATIENCE;
    if (state.open || place.hidden) return;
    const text = navigator.onLine
      ? 'No connection to the chat. What you write is kept, and sent when the connection is back.'
      : 'This device is not connected to a network. What you write is kept, and sent when it is connected.';
    if (words.textContent !== text) words.textContent = text;
    const seconds = Math.ceil(((state.retryAt ?? 0) - now()) / 1000);
    count.textContent = seconds > 0 ? `Trying again in ${seconds} s` : 'Connecting …';
  };
  setInterval(show, 1000);
  return (/** @type {LineState} */ next) => {
    state = next;
    show();
  };
}
