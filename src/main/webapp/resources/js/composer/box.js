/** The box one writes in: drafts, the counter, editing, and the keys. What happens to the text is decided elsewhere. */
import { copy } from '../shell/clipboard.js';
import { left, refusal, tidy, withoutControls } from './text.js';

/**
 * @typedef {object} BoxEnds
 * @property {(body: string) => void} post
 * @property {(seq: number, body: string) => Promise<void>} edit rejected with the reason if it could not be done
 * @property {(seq: number) => Promise<boolean>} remove offers to delete a message that was edited to nothing; false if that failed
 * @property {() => {seq: number, body: string} | undefined} lastOwn
 * @property {(seq: number) => void} editing which message stands in the box, 0 for none
 * @property {Pick<import('./drafts.js').Draft, 'text' | 'save'>} draft
 * @property {Pick<import('./drafts.js').Edits, 'seqs' | 'load' | 'save' | 'drop'>} edits
 */

/** @typedef {import('./parts.js').BoxParts} BoxParts */

/** A finger has no Shift key at hand: there Enter makes a line, and the button sends. */
const byTouch = () => matchMedia('(hover: none) and (pointer: coarse)').matches;

/** A phone has no Esc key; there is a button beside these words. */
const editing = () => (byTouch() ? 'Editing your message' : 'Editing your message. Press Esc to cancel.');

export class Box {
  /** @type {BoxParts} */ #parts;
  /** @type {BoxEnds} */ #ends;
  #editing = 0;
  /** What one was writing when the editing began; here too, for browsers that keep nothing. */
  #draft = '';
  /** Nothing can be said here any more; what one wrote can still be read, and taken along. */
  closed = false;
  /** An edit is on its way. */
  #busy = false;

  /**
   * @param {BoxParts} parts
   * @param {BoxEnds} ends
   */
  constructor(parts, ends) {
    this.#parts = parts;
    this.#ends = ends;
    // What was typed before the script came stands below the draft.
    parts.text.value = [ends.draft.text, parts.text.value].filter(Boolean).join('\n');
    parts.send.disabled = false;
    parts.text.addEventListener('paste', (event) => this.#paste(event));
    parts.text.addEventListener('input', (event) => {
      if (!(/** @type {InputEvent} */ (event).isComposing)) this.#dropControls();
      if (this.#editing) ends.edits.save(this.#editing, parts.text.value);
      this.#changed();
    });
    parts.text.addEventListener('keydown', (event) => this.#key(event));
    parts.form.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.#submit();
    });
    // A tap on the button must not close a phone's keyboard.
    parts.send.addEventListener('pointerdown', (event) => event.preventDefault());
    parts.noteClose.addEventListener('click', () => this.cancel());
    parts.copy.addEventListener('click', () => void copy(parts.text.value));
    this.#changed();
  }

  close() {
    this.closed = true;
    this.#parts.text.readOnly = true;
    this.#parts.closed.hidden = false;
    this.#changed();
  }

  focus() {
    this.#parts.text.focus();
  }

  /**
   * Puts a text back that could not be sent, above what stands there.
   * @param {string} body
   */
  putBack(body) {
    this.#leave();
    const { text } = this.#parts;
    text.value = text.value ? `${body}\n${text.value}` : body;
    this.#changed();
    text.focus();
  }

  /**
   * Another draft is this tab's: one that a closed tab left, or none, since it was another tab's.
   * @param {string} text
   */
  replaceDraft(text) {
    if (this.#editing) {
      this.#draft = text;
    } else if (this.#parts.text.value !== text) {
      this.#parts.text.value = text;
      this.#changed();
    }
  }

  /** @param {{seq: number, body: string}} message */
  startEditing(message) {
    this.#edit(message);
    const { text } = this.#parts;
    text.focus();
    text.setSelectionRange(text.value.length, text.value.length);
  }

  /**
   * Goes on with an edit that a reload broke off.
   * @param {(seq: number) => {seq: number, body: string, gone: boolean} | undefined} find
   */
  resume(find) {
    const message = this.#ends.edits.seqs().map(find).find((one) => one && !one.gone);
    if (message && !this.#editing) this.#edit(message);
  }

  /** Gives the editing up; the draft comes back. */
  cancel() {
    if (this.#editing) this.#ends.edits.drop(this.#editing);
    this.#leave();
  }

  /** @param {{seq: number, body: string}} message */
  #edit({ seq, body }) {
    const { text } = this.#parts;
    if (!this.#editing) this.#draft = text.value;
    this.#editing = seq;
    text.value = this.#ends.edits.load(seq) ?? body;
    this.#say('');
    this.#ends.editing(seq);
    this.#changed();
  }

  #leave() {
    const edited = this.#editing;
    this.#editing = 0;
    this.#say('');
    if (!edited) return;
    this.#parts.text.value = this.#draft;
    this.#ends.editing(0);
    this.#changed();
  }

  async #submit() {
    const { text } = this.#parts;
    const body = tidy(text.value);
    if (this.closed) return;
    if (this.#editing && !body) {
      const seq = this.#editing;
      if ((await this.#ends.remove(seq)) && this.#editing === seq) this.cancel();
      return;
    }
    const wrong = refusal(text.value);
    if (wrong) {
      this.#say(wrong, true);
      text.focus();
      return;
    }
    if (!body) return;
    if (this.#editing) {
      if (!this.#busy) await this.#submitEdit(body);
      return;
    }
    text.value = '';
    this.#say('');
    this.#changed();
    this.#ends.post(body);
    text.focus();
  }

  /** @param {string} body */
  async #submitEdit(body) {
    const seq = this.#editing;
    this.#busy = true;
    try {
      await this.#ends.edit(seq, body);
      // Who went on writing meanwhile is still at it.
      const now = this.#editing === seq ? this.#parts.text.value : this.#ends.edits.load(seq);
      if (now !== undefined && tidy(now) !== body) return;
      this.#ends.edits.drop(seq);
      if (this.#editing === seq) this.#leave();
    } catch (error) {
      if (this.#editing === seq) this.#say(`${/** @type {Error} */ (error).message} Your text is still in the box.`, true);
    } finally {
      this.#busy = false;
    }
  }

  /**
   * What is pasted loses its control characters on the way in, so that it can be undone like anything that is typed.
   * @param {ClipboardEvent} event
   */
  #paste(event) {
    const pasted = event.clipboardData?.getData('text/plain') ?? '';
    const clean = withoutControls(pasted);
    if (clean === pasted.replace(/\r\n?/g, '\n') || this.#parts.text.readOnly) return;
    event.preventDefault();
    insert(this.#parts.text, clean);
  }

  /** Those that came by another way than a paste: dropped, spoken, put there by a script. */
  #dropControls() {
    const { text } = this.#parts;
    const clean = withoutControls(text.value);
    if (clean === text.value) return;
    const caret = withoutControls(text.value.slice(0, text.selectionStart)).length;
    text.value = clean;
    text.setSelectionRange(caret, caret);
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    // Keys that an input method takes for itself; 229 is what older browsers say then.
    if (event.isComposing || event.keyCode === 229) return;
    if (event.key === 'Enter' && !event.shiftKey && !event.altKey && (!byTouch() || event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      void this.#submit();
    } else if (event.key === 'ArrowUp' && !this.#parts.text.value && !this.closed) {
      const own = this.#ends.lastOwn();
      if (!own) return;
      event.preventDefault();
      this.startEditing(own);
    } else if (event.key === 'Escape') {
      this.cancel();
    }
  }

  #changed() {
    const { form, text, send, count, copy: take } = this.#parts;
    // Without a script it is hidden: sending would only load the page anew, without the text.
    form.hidden = this.closed && !text.value;
    take.hidden = !this.closed || !text.value;
    if (!this.#editing) this.#ends.draft.save(text.value);
    const body = tidy(text.value);
    const rest = left(body);
    // An edit to nothing can be sent: it asks whether to delete.
    send.setAttribute('aria-disabled', String((!body && !this.#editing) || this.closed));
    count.hidden = rest === null;
    count.textContent = rest === null ? '' : rest.toLocaleString('en');
    count.classList.toggle('composer-count-over', (rest ?? 0) < 0);
    if (rest === null || rest >= 0) text.removeAttribute('aria-invalid');
    else text.setAttribute('aria-invalid', 'true');
    if (this.#parts.note.classList.contains('composer-bad') && !refusal(text.value)) this.#say('');
    // The cell that both stand in grows with the copy (composer.css): measuring would make the talk jump.
    if (text.parentElement) text.parentElement.dataset.text = text.value;
  }

  /**
   * @param {string} words
   * @param {boolean} [bad]
   */
  #say(words, bad = false) {
    const { note, noteText } = this.#parts;
    noteText.textContent = words || (this.#editing ? editing() : '');
    note.hidden = !noteText.textContent;
    note.classList.toggle('composer-bad', bad);
  }
}

/**
 * Puts text where the cursor is, as if it were typed.
 * @param {HTMLTextAreaElement} area
 * @param {string} words
 */
export function insert(area, words) {
  // The one way that keeps the browser's undo; where it does not work the text counts more.
  if (document.execCommand('insertText', false, words)) return;
  area.setRangeText(words, area.selectionStart, area.selectionEnd, 'end');
  area.dispatchEvent(new Event('input', { bubbles: true }));
}
