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
