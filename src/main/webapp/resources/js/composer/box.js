/**
 * The composer: its text field with drafts, counter, editing and keys. What happens to a text is decided by the room's
 * callbacks.
 */
import { t } from '../language/words.js';
import { editing, meaningOf } from './boxkeys.js';
import { EditSender } from './editsender.js';
import { isNoteOutdated, prepare, showNote, showText } from './parts.js';
import { refusal, tidy } from './text.js';

/** @typedef {import('./parts.js').BoxEnds} BoxEnds */
/** @typedef {import('./parts.js').BoxParts} BoxParts */

export class Box {
  /** @type {BoxParts} */ #parts;
  /** @type {BoxEnds} */ #ends;
  #editing = 0;
  /** The original text of the message that is being edited. */
  #original = '';
  /** The draft that was in the field when editing began; kept here for browsers without storage. */
  #draft = '';
  #edits = new EditSender();

  /**
   * @param {BoxParts} parts
   * @param {BoxEnds} ends of the first room
   */
  constructor(parts, ends) {
    this.#parts = parts;
    this.#ends = ends;
    // Text that was typed before the script ran is appended to the draft.
    parts.text.value = [ends.draft.text, parts.text.value].filter(Boolean).join('\n');
    parts.send.disabled = false;
    prepare(parts);
    parts.text.addEventListener('input', () => {
      if (this.#editing) this.#ends.edits.save(this.#editing, parts.text.value);
      this.#changed();
    });
    parts.text.addEventListener('keydown', (event) => this.#key(event));
    parts.form.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.#submit();
    });
    parts.noteClose.addEventListener('click', () => this.cancel());
    this.#showClosed();
  }

  get closed() {
    return !!this.#ends.closed;
  }

  /**
   * Shows another room's draft. The draft or edit of the present room is kept.
   * @param {BoxEnds} ends
   */
  enter(ends) {
    if (this.#editing) this.#ends.edits.save(this.#editing, this.#parts.text.value);
    this.#ends = ends;
    this.#editing = 0;
    this.#parts.text.value = ends.draft.text;
    this.#say('');
    this.#showClosed();
  }

  /** @param {string} why one cannot post from now on; empty if one can again */
  close(why) {
    this.#ends.closed = why;
    this.#showClosed();
  }

  #showClosed() {
    this.#parts.text.readOnly = this.closed;
    this.#parts.closed.hidden = !this.closed;
    this.#parts.closedWords.textContent = this.#ends.closed ?? '';
    this.#changed();
  }

  focus() {
    this.#parts.text.focus();
  }

  /** What the text carries has changed. */
  look() {
    this.#changed();
  }

  /**
   * Puts a text that could not be sent back into the field, above what is there.
   * @param {string} body
   */
  putBack(body) {
    this.setAside();
    const { text } = this.#parts;
    text.value = [body, text.value].filter(Boolean).join('\n');
    this.#changed();
    text.focus();
  }

  /** Editing cannot go on: moves the text to the draft. */
  keepEdit() {
    if (!this.#editing) return;
    const { value } = this.#parts.text;
    this.cancel();
    this.putBack(value);
  }

  /**
   * Replaces the draft: by one that a closed tab left, or by nothing, if it turned out to be another tab's.
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
   * Continues an edit that a reload interrupted.
   * @param {(seq: number) => {seq: number, body: string, gone: boolean} | undefined} find
   */
  resume(find) {
    const message = this.#ends.edits.seqs().map(find).find((one) => one && !one.gone);
    if (message && !this.#editing) this.#edit(message);
  }

  /** Cancels the edit and shows the draft again. */
  cancel() {
    if (this.#editing) this.#ends.edits.drop(this.#editing);
    this.setAside();
  }

  /** @param {{seq: number, body: string}} message */
  #edit({ seq, body }) {
    const { text } = this.#parts;
    if (!this.#editing) this.#draft = text.value;
    this.#editing = seq;
    this.#original = body;
    text.value = this.#ends.edits.load(seq) ?? body;
    this.#say('');
    this.#ends.editing(seq);
    this.#changed();
  }

  /** Begins something else than the edit, and shows the draft again. What was changed is there when one edits that message again. */
  setAside() {
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
    const ends = this.#ends;
    const body = tidy(text.value);
    if (this.closed) return;
    if (this.#editing && !body) {
      await this.#remove(ends, this.#editing);
      return;
    }
    const wrong = refusal(text.value);
    if (wrong) {
      this.#say(wrong, true);
      text.focus();
      return;
    }
    if (this.#editing) {
      await this.#submitEdit(body);
      return;
    }
    if (ends.awaits?.() || (!body && !ends.carries?.())) return;
    text.value = '';
    this.#say('');
    this.#changed();
    ends.post(body);
    text.focus();
  }

  /**
   * The edit left no text: asks whether to delete the message; if not, editing continues with its original text.
   * @param {BoxEnds} ends
   * @param {number} seq
   */
  async #remove(ends, seq) {
    const removed = await ends.remove(seq);
    if (this.#ends !== ends || this.#editing !== seq || tidy(this.#parts.text.value)) return;
    if (removed) this.cancel();
    else {
      ends.edits.drop(seq);
      this.#edit({ seq, body: this.#original });
    }
  }

  /** @param {string} body */
  async #submitEdit(body) {
    const ends = this.#ends;
    const seq = this.#editing;
    const isHere = () => this.#ends === ends && this.#editing === seq;
    try {
      const done = await this.#edits.send(ends, seq, body, () => (isHere() ? this.#parts.text.value : ends.edits.load(seq)));
      if (done && isHere()) this.setAside();
    } catch (error) {
      if (isHere()) this.#say(t('composer.not-changed', { reason: /** @type {Error} */ (error).message }), true);
    }
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const meaning = meaningOf(event);
    const own = meaning === 'edit' && !this.#parts.text.value && !this.closed && this.#ends.lastOwn();
    if (meaning === 'send' || own) event.preventDefault();
    if (meaning === 'send') void this.#submit();
    else if (meaning === 'cancel') {
      // Ends the edit and nothing else: what one answers is dropped by the next Escape.
      if (this.#editing) event.preventDefault();
      this.cancel();
    }
    else if (own) this.startEditing(own);
  }

  #changed() {
    if (!this.#editing) this.#ends.draft.save(this.#parts.text.value);
    showText(this.#parts, this.closed, !!this.#editing || !!this.#ends.carries?.());
    if (isNoteOutdated(this.#parts)) this.#say('');
  }

  /**
   * @param {string} words
   * @param {boolean} [bad]
   */
  #say(words, bad = false) {
    showNote(this.#parts, words || (this.#editing ? editing() : ''), bad);
  }
}
