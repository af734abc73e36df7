/** The box one writes in: drafts, the counter, editing, and the keys. What happens to the text is decided elsewhere, by each room. */
import { t } from '../language/words.js';
import { editing, meaningOf } from './boxkeys.js';
import { isNoteOutdated, prepare, showNote, showText } from './parts.js';
import { refusal, tidy } from './text.js';

/** @typedef {import('./parts.js').BoxEnds} BoxEnds */
/** @typedef {import('./parts.js').BoxParts} BoxParts */

export class Box {
  /** @type {BoxParts} */ #parts;
  /** @type {BoxEnds} */ #ends;
  #editing = 0;
  /** The message that is edited, as it was. */
  #original = '';
  /** What one was writing when the editing began; here too, for browsers that keep nothing. */
  #draft = '';
  /** @type {Set<BoxEnds>} the rooms in which an edit is on its way */ #busy = new Set();

  /**
   * @param {BoxParts} parts
   * @param {BoxEnds} ends of the room that comes first
   */
  constructor(parts, ends) {
    this.#parts = parts;
    this.#ends = ends;
    // What was typed before the script came stands below the draft.
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
   * Another room comes on the screen. What one was writing in this one stays there, an edit that was begun, too.
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

  /** @param {string} why nothing can be said here from now on; empty if it can again */
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

  /** One can't go on editing here: the words join the draft. */
  keepEdit() {
    if (!this.#editing) return;
    const { value } = this.#parts.text;
    this.cancel();
    this.putBack(value);
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
    this.#original = body;
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

  /**
   * Whether one is still at it, after something that took its time.
   * @param {BoxEnds} ends
   * @param {number} seq
   */
  #isEditing(ends, seq) {
    return this.#ends === ends && this.#editing === seq;
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
    if (!body) return;
    if (this.#editing) {
      if (!this.#busy.has(ends)) await this.#submitEdit(body);
      return;
    }
    text.value = '';
    this.#say('');
    this.#changed();
    ends.post(body);
    text.focus();
  }

  /**
   * An edit to nothing: if the message is to stay, one goes on editing with its words.
   * @param {BoxEnds} ends
   * @param {number} seq
   */
  async #remove(ends, seq) {
    const removed = await ends.remove(seq);
    if (!this.#isEditing(ends, seq) || tidy(this.#parts.text.value)) return;
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
    this.#busy.add(ends);
    try {
      await ends.edit(seq, body);
      // Who went on writing meanwhile is still at it.
      const now = this.#isEditing(ends, seq) ? this.#parts.text.value : ends.edits.load(seq);
      if (now !== undefined && tidy(now) !== body) return;
      ends.edits.drop(seq);
      if (this.#isEditing(ends, seq)) this.#leave();
    } catch (error) {
      if (this.#isEditing(ends, seq)) this.#say(t('composer.not-changed', { reason: /** @type {Error} */ (error).message }), true);
    } finally {
      this.#busy.delete(ends);
    }
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const meaning = meaningOf(event);
    const own = meaning === 'edit' && !this.#parts.text.value && !this.closed && this.#ends.lastOwn();
    if (meaning === 'send' || own) event.preventDefault();
    if (meaning === 'send') void this.#submit();
    else if (meaning === 'cancel') this.cancel();
    else if (own) this.startEditing(own);
  }

  #changed() {
    if (!this.#editing) this.#ends.draft.save(this.#parts.text.value);
    showText(this.#parts, this.closed, !!this.#editing);
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
