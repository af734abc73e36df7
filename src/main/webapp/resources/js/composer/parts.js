/** The elements that the box is made of, as the page has them. */
import { number } from '../language/locale.js';
import { copy } from '../shell/clipboard.js';
import { byId } from '../shell/dom.js';
import { dropControls, pasteClean } from './pasting.js';
import { left, refusal, tidy } from './text.js';

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
 * What the elements do whatever is written: only text that can be sent comes in, and it can be copied.
 * @param {BoxParts} parts
 */
export function prepare({ text, send, copy: take }) {
  text.addEventListener('paste', (event) => pasteClean(text, event));
  text.addEventListener('input', (event) => {
    if (!(/** @type {InputEvent} */ (event).isComposing)) dropControls(text);
  });
  // A tap on the button must not close a phone's keyboard.
  send.addEventListener('pointerdown', (event) => event.preventDefault());
  take.addEventListener('click', () => void copy(text.value));
}

/**
 * What can be done with the text as it stands, and how much more fits.
 * @param {BoxParts} parts
 * @param {boolean} closed whether nothing can be said here; what one wrote can still be taken along
 * @param {boolean} editing
 */
export function showText(parts, closed, editing) {
  const { form, text, send, copy: take } = parts;
  // Without a script it is hidden: sending would only load the page anew, without the text.
  form.hidden = closed && !text.value;
  take.hidden = !closed || !text.value;
  const body = tidy(text.value);
  // An edit to nothing can be sent: it asks whether to delete.
  send.setAttribute('aria-disabled', String((!body && !editing) || closed));
  showLeft(parts, left(body));
  // The cell that both stand in grows with the copy (composer.css): measuring would make the talk jump.
  if (text.parentElement) text.parentElement.dataset.text = text.value;
}

/**
 * @param {BoxParts} parts
 * @param {string} words none hide the note
 * @param {boolean} bad whether they say what is wrong
 */
export function showNote({ note, noteText }, words, bad) {
  noteText.textContent = words;
  note.hidden = !words;
  note.classList.toggle('composer-bad', bad);
}

/**
 * Whether a note still says what is wrong with a text that is not wrong any more.
 * @param {BoxParts} parts
 */
export function isNoteOutdated({ note, text }) {
  return note.classList.contains('composer-bad') && !refusal(text.value);
}

/**
 * How many characters are left.
 * @param {Pick<BoxParts, 'count' | 'text'>} parts
 * @param {number | null} rest null while there is plenty
 */
function showLeft({ count, text }, rest) {
  count.hidden = rest === null;
  count.textContent = rest === null ? '' : number(rest);
  count.classList.toggle('composer-count-over', (rest ?? 0) < 0);
  if (rest === null || rest >= 0) text.removeAttribute('aria-invalid');
  else text.setAttribute('aria-invalid', 'true');
}
