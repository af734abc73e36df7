/** The composer's elements in the page. */
import { number } from '../language/locale.js';
import { copy } from '../shell/clipboard.js';
import { byId } from '../shell/dom.js';
import { dropControls, pasteClean } from './pasting.js';
import { left, refusal, tidy } from './text.js';

/** @typedef {ReturnType<typeof boxParts>} BoxParts */

/**
 * @typedef {object} BoxEnds the composer's callbacks and state for one room
 * @property {(body: string) => void} post
 * @property {(seq: number, body: string) => Promise<void>} edit rejects with the reason
 * @property {(seq: number) => Promise<boolean>} remove asks whether to delete a message that was edited to nothing; false if
 *     not
 * @property {() => {seq: number, body: string} | undefined} lastOwn
 * @property {(seq: number) => void} editing told which message is being edited; 0 for none
 * @property {Pick<import('./drafts.js').Draft, 'text' | 'save'>} draft
 * @property {Pick<import('./drafts.js').Edits, 'seqs' | 'load' | 'save' | 'drop'>} edits
 * @property {() => boolean} [carries] whether files go with the text, which may then be empty
 * @property {() => boolean} [awaits] whether files that go with the text are not there yet: it can't be sent without them
 * @property {string} [closed] why one cannot post here; a draft can still be read and copied
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
 * Sets the elements up: only characters that can be sent are accepted, and the text can be copied.
 * @param {BoxParts} parts
 */
export function prepare({ text, send, copy: take }) {
  text.addEventListener('paste', (event) => pasteClean(text, event));
  text.addEventListener('input', (event) => {
    if (!(/** @type {InputEvent} */ (event).isComposing)) dropControls(text);
  });
  // Keeps a phone's on-screen keyboard open when the button is tapped.
  send.addEventListener('pointerdown', (event) => event.preventDefault());
  take.addEventListener('click', () => void copy(text.value));
}

/**
 * Updates what can be done with the present text, and how many characters are left.
 * @param {BoxParts} parts
 * @param {boolean} closed whether one cannot post here; the draft can still be copied
 * @param {boolean} mayBeEmpty whether there is something to send without a text: files, or an edit, which then asks whether to delete the message
 */
export function showText(parts, closed, mayBeEmpty) {
  const { form, text, send, copy: take } = parts;
  // What is written or attached is kept in sight, to be read and copied.
  form.hidden = closed && !text.value && !mayBeEmpty;
  take.hidden = !closed || !text.value;
  const body = tidy(text.value);
  send.setAttribute('aria-disabled', String((!body && !mayBeEmpty) || closed));
  showLeft(parts, left(body));
  // The grid cell grows with this copy of the text (composer.css); measuring the height would make the messages jump.
  if (text.parentElement) text.parentElement.dataset.text = text.value;
}

/**
 * @param {BoxParts} parts
 * @param {string} words empty hides the note
 * @param {boolean} bad whether it is an error
 */
export function showNote({ note, noteText }, words, bad) {
  noteText.textContent = words;
  note.hidden = !words;
  note.classList.toggle('composer-bad', bad);
}

/**
 * Whether an error is shown that does not apply to the present text any more.
 * @param {BoxParts} parts
 */
export function isNoteOutdated({ note, text }) {
  return note.classList.contains('composer-bad') && !refusal(text.value);
}

/**
 * Shows how many characters are left.
 * @param {Pick<BoxParts, 'count' | 'text'>} parts
 * @param {number | null} rest null to show nothing
 */
function showLeft({ count, text }, rest) {
  count.hidden = rest === null;
  count.textContent = rest === null ? '' : number(rest);
  count.classList.toggle('composer-count-over', (rest ?? 0) < 0);
  if (rest === null || rest >= 0) text.removeAttribute('aria-invalid');
  else text.setAttribute('aria-invalid', 'true');
}
