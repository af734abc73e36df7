/** Says that more came while one was away than the page opens with: none of it counts as read until one decides. */
import { byId } from './dom.js';

/** @param {{first: () => Promise<void>, all: () => void}} ways */
export function awayBanner({ first, all }) {
  const place = byId('away', HTMLElement);
  const words = byId('away-words', HTMLElement);
  const toFirst = byId('away-first', HTMLButtonElement);
  toFirst.addEventListener('click', async () => {
    if (toFirst.getAttribute('aria-disabled') === 'true') return;
    toFirst.setAttribute('aria-disabled', 'true');
    await first().catch(() => {});
    toFirst.setAttribute('aria-disabled', 'false');
  });
  byId('away-all', HTMLButtonElement).addEventListener('click', all);
  return (/** @type {number} */ unseen) => {
    const focused = place.contains(document.activeElement);
    place.hidden = !unseen;
    if (unseen) words.textContent = `Much was said while you were away: about ${unseen} messages stand above these.`;
    else if (focused) byId('timeline', HTMLElement).focus({ preventScroll: true });
  };
}
