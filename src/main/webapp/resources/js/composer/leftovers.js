/** Unsent texts for rooms that one can no longer open: shows them one at a time, to be copied or discarded. */
import { t } from '../language/words.js';
import { copy } from '../shell/clipboard.js';
import { ask } from '../shell/dialog.js';
import { byId } from '../shell/dom.js';

/** @typedef {{body: string, forget: () => void}} Leftover */

/** @param {() => Leftover[]} find */
export function leftovers(find) {
  const place = byId('leftover', HTMLElement);
  const text = byId('leftover-text', HTMLElement);
  /** @type {Leftover | undefined} */
  let shown;
  const show = () => {
    [shown] = find();
    place.hidden = !shown;
    text.textContent = shown?.body ?? '';
  };
  byId('leftover-copy', HTMLButtonElement).addEventListener('click', () => shown && void copy(shown.body));
  byId('leftover-drop', HTMLButtonElement).addEventListener('click', async () => {
    const asked = shown;
    if (!asked || !(await throwAway(asked.body))) return;
    asked.forget();
    show();
    if (place.hidden) byId('timeline', HTMLElement).focus({ preventScroll: true });
  });
  return show;
}

/** @param {string} body the unsent text */
export function throwAway(body) {
  return ask({ title: t('composer.throw.title'), words: t('composer.throw.words'), quote: body, yes: t('composer.throw.yes') });
}
