/** The button that leads to the newest message, and says how many of those below are new. */
import { counted, t } from '../language/words.js';
import { byId } from '../shell/dom.js';

/**
 * @param {() => void} toEnd
 * @returns {(below: number | null) => void} shows it with so many new messages on it; null: there is nowhere to go
 */
export function jumpButton(toEnd) {
  const button = byId('jump', HTMLButtonElement);
  const words = byId('jump-words', HTMLElement);
  button.addEventListener('click', () => {
    // The button goes; whoever came by the keyboard is at the end then, and not nowhere.
    byId('timeline', HTMLElement).focus({ preventScroll: true });
    toEnd();
  });
  return (below) => {
    button.hidden = below === null;
    words.textContent = below ? counted('timeline.new.below', below) : t('timeline.end');
  };
}
