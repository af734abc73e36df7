/** The elements that the box is made of, as the page has them. */
import { byId } from '../shell/dom.js';

/** @typedef {ReturnType<typeof boxParts>} BoxParts */

export function boxParts() {
  return {
    form: byId('composer', HTMLFormElement),
    text: byId('box', HTMLTextAreaElement),
    send: byId('send', HTMLButtonElement),
    note: byId('composer-note', HTMLElement),
    noteText: byId('composer-words', HTMLElement),
    noteClose: byId('composer-close', HTMLButtonElement),
    count: byId('composer-count', HTMLElement),
    closed: byId('composer-closed', HTMLElement),
    copy: byId('composer-copy', HTMLButtonElement),
  };
}

/**
 * How many characters are left.
 * @param {Pick<BoxParts, 'count' | 'text'>} parts
 * @param {number | null} rest null while there is plenty
 */
export function showLeft({ count, text }, rest) {
  count.hidden = rest === null;
  count.textContent = rest === null ? '' : rest.toLocaleString('en');
  count.classList.toggle('composer-count-over', (rest ?? 0) < 0);
  if (rest === null || rest >= 0) text.removeAttribute('aria-invalid');
  else text.setAttribute('aria-invalid', 'true');
}
