/** The elements that the box is made of, as the page has them. */
import { byId } from '../shell/dom.js';

/** @typedef {ReturnType<typeof boxParts>} BoxParts */

/**
 * @typedef {object} BoxEnds what is written in one room, and where it goes
 * @property {(body: string) => void} post
 * @property {(seq: number, body: string) => Promise<void>} edit rejected with the reason if it could not be done
 * @property {(seq: number) => Promise<boolean>} remove offers to delete a message that was edited to nothing; false if it stays
 * @property {() => {seq: number, body: string} | undefined} lastOwn
 * @property {(seq: number) => void} editing which message stands in the box, 0 for none
 * @property {Pick<import('./drafts.js').Draft, 'text' | 'save'>} draft
 * @property {Pick<import('./drafts.js').Edits, 'seqs' | 'load' | 'save' | 'drop'>} edits
 * @property {string} [closed] why nothing can be said here; what one wrote can still be read, and taken along
 */


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
    closedWords: byId('composer-closed-words', HTMLElement),
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
