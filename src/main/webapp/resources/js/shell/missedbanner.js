/** The banner that reports messages that one has missed. They count as read only after one has decided what to do. */
import { counted } from '../language/words.js';
import { byId } from './dom.js';

/** @typedef {import('../timeline/missed.js').Missed} Missed */

/** @param {{first: () => Promise<void>, all: () => void}} ways */
export function missedBanner({ first, all }) {
  const place = byId('away', HTMLElement);
  const words = byId('away-words', HTMLElement);
  const toFirst = byId('away-first', HTMLButtonElement);
  toFirst.addEventListener('click', async () => {
    if (toFirst.getAttribute('aria-disabled') === 'true') return;
    toFirst.setAttribute('aria-disabled', 'true');
    await first().catch(() => {});
    toFirst.setAttribute('aria-disabled', 'false');
  });
  let told = 0;
  byId('away-all', HTMLButtonElement).addEventListener('click', all);
  return (/** @type {Missed | null} */ missed) => {
    const focused = place.contains(document.activeElement);
    place.hidden = !missed;
    if (!missed && focused) byId('timeline', HTMLElement).focus({ preventScroll: true });
    // Shows the number once: otherwise screen readers would announce every message that is read.
    if (missed && missed.count > told) words.textContent = sentence(missed);
    told = missed ? Math.max(told, missed.count) : 0;
  };
}

/** @param {Missed} missed */
function sentence({ count, much }) {
  return counted(much ? 'shell.missed.about' : 'shell.missed', count);
}
