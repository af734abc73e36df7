/**
 * What this page holds of one room: a contiguous stretch of its numbers, and the messages they add up to. Pure: no
 * document, no network.
 */
import { t } from '../language/words.js';

/** @typedef {import('../types.js').RoomEvent} RoomEvent */

/**
 * @typedef {object} Said a message as it reads now
 * @property {number} seq
 * @property {number} by
 * @property {string} name
 * @property {string} role
 * @property {number} at
 * @property {string} clientId
 * @property {string} body
 * @property {number} editedAt 0 if it was never edited
 * @property {boolean} gone its content was deleted or erased while one looked on
 */

export class RoomLog {
  /** The lowest number held; 1 if the beginning of the room is held. */
  first = 1;
  /** The highest number held, which is the cursor of the next hello; 0 in an empty room. */
  last = 0;
  /** @type {Said[]} ascending */ said = [];
  /** Whether names and texts are held; otherwise only what is needed to count unread messages. */
  wordy = true;
  /** @type {Map<number, Said>} */ #bySeq = new Map();
  /** @type {RoomEvent[]} edits, deletions and erasures that came live */ #changes = [];

  /**
   * Begins anew with one page from history.
   * @param {RoomEvent[]} events contiguous, ascending
   * @param {number} [last] where the room stands if the page is empty
   */
  restart(events, last = 0) {
    this.said = [];
    this.#bySeq.clear();
    this.#changes = [];
    this.first = events[0]?.seq ?? last + 1;
    this.last = events.at(-1)?.seq ?? last;
    this.#adopt(events, (messages) => (this.said = messages));
  }

  /**
   * Adds the next events. Numbers that are held are skipped.
   * @param {RoomEvent[]} events ascending
   * @returns {boolean} false, without any change, if there is a gap before them
   */
  append(events) {
    const fresh = events.filter((event) => event.seq > this.last);
    if (fresh.length && fresh[0].seq !== this.last + 1) return false;
    for (const event of fresh) {
      this.last = event.seq;
      if (event.kind === 'posted') this.#keep(this.said, event);
      else if (event.kind !== 'tombstone') this.#change(event);
    }
    return true;
  }

  /**
   * What happened before: a page of history that ends right below the first number held.
   * @param {RoomEvent[]} events contiguous, ascending
   * @param {number} asOf {@link last} when the page was asked for: what came live since then may not be in it
   */
  prepend(events, asOf) {
    if (!events.length || /** @type {RoomEvent} */ (events.at(-1)).seq !== this.first - 1) return;
    this.first = events[0].seq;
    this.#adopt(events, (messages) => (this.said = messages.concat(this.said)));
    for (const change of this.#changes) if (change.seq > asOf) this.#apply(change);
  }

  /** @param {number} seq */
  find(seq) {
    return this.#bySeq.get(seq);
  }

  /**
   * How many messages of others stand here after this number, deleted ones left out.
   * @param {number} seq
   * @param {number} me
   * @param {number} [to] up to this number
   */
  countAfter(seq, me, to = Infinity) {
    let count = 0;
    for (let i = this.said.length - 1; i >= 0 && this.said[i].seq > seq; i--) {
      const { by, gone, seq: at } = this.said[i];
      if (by !== me && !gone && at <= to) count++;
    }
    return count;
  }

  /**
   * The first message by somebody else after this number that is not deleted.
   * @param {number} seq
   * @param {number} me
   */
  firstAfter(seq, me) {
    /** @type {Said | undefined} */
    let first;
    for (let i = this.said.length - 1; i >= 0 && this.said[i].seq > seq; i--) {
      if (this.said[i].by !== me && !this.said[i].gone) first = this.said[i];
    }
    return first;
  }

  /**
   * Drops the oldest messages; the range held begins after them.
   * @param {number} most
   */
  trim(most) {
    if (this.said.length <= most) return;
    const dropped = this.said.splice(0, this.said.length - most);
    for (const { seq } of dropped) this.#bySeq.delete(seq);
    this.first = dropped[dropped.length - 1].seq + 1;
    this.#changes = this.#changes.filter((change) => change.kind === 'erased' || this.#bySeq.has(change.target ?? 0));
  }

  /**
   * The newest message of this person that is not deleted.
   * @param {number} person
   */
  newestBy(person) {
    for (let i = this.said.length - 1; i >= 0; i--) if (this.said[i].by === person && !this.said[i].gone) return this.said[i];
    return undefined;
  }

  /**
   * A page holds each message in its present form already, so its edits and deletions are not applied again.
   * @param {RoomEvent[]} events
   * @param {(messages: Said[]) => void} take
   */
  #adopt(events, take) {
    /** @type {Said[]} */
    const messages = [];
    for (const event of events) if (event.kind === 'posted') this.#keep(messages, event);
    take(messages);
  }

  /**
   * @param {Said[]} into
   * @param {RoomEvent} event
   */
  #keep(into, event) {
    const said = {
      seq: event.seq,
      by: event.by ?? 0,
      name: (this.wordy && event.name) || '',
      role: event.role ?? 'STUDENT',
      at: event.at ?? 0,
      clientId: event.clientId ?? '',
      body: (this.wordy && event.body) || '',
      editedAt: event.editedAt ?? 0,
      gone: false,
    };
    this.#bySeq.set(said.seq, said);
    into.push(said);
  }

  /** @param {RoomEvent} event */
  #change(event) {
    // Without words nothing is ever put before what is held.
    if (this.wordy) this.#changes.push(event);
    this.#apply(event);
  }

  /** @param {RoomEvent} event */
  #apply(event) {
    if (event.kind === 'erased') {
      for (const said of this.said) if (said.by === event.person && said.seq < event.seq) forget(said);
      return;
    }
    const said = this.#bySeq.get(event.target ?? 0);
    if (!said || said.gone) return;
    if (event.kind === 'deleted') empty(said);
    if (event.kind === 'edited' && event.body !== undefined && this.wordy) {
      said.body = event.body;
      said.editedAt = event.at ?? 0;
    }
  }
}

/**
 * The account is gone, and its name with it.
 * @param {Said} said
 */
function forget(said) {
  empty(said);
  said.by = 0;
  said.name = t('timeline.gone.author');
  said.role = 'STUDENT';
}

/** @param {Said} said */
function empty(said) {
  said.body = '';
  said.editedAt = 0;
  said.gone = true;
}
