/** The button that scrolls to the newest message and shows how many of those below are new. */
import { counted, t } from '../language/words.js';
import { byId } from '../shell/dom.js';

/**
 * @param {() => void} toEnd
 * @returns {(below: number | null) => void} shows it with the number of new messages; null hides it, because the end is in
 *     view
 */
export function jumpButton(toEnd) {
  const button = byId('jump', HTMLButtonElement);
  const words = byId('jump-words', HTMLElement);
  button.addEventListener('click', () => {
    // The button disappears: moves the keyboard focus to the messages.
    byId('timeline', HTMLElement).focus({ preventScroll: true });
    toEnd();
  });
  return (below) => {
    button.hidden = below === null;
    words.textContent = below ? counted('timeline.new.below', below) : t('timeline.end');
  };
}
