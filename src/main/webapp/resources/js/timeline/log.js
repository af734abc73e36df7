/**
 * The part of one room that this page holds: a contiguous range of its numbers, and the resulting messages. Pure: no
 * document, no network.
 */
import { dropReactionsOf, empty, excerptOf, forget, quote, react, saidOf } from './said.js';

/** @typedef {import('../types.js').RoomEvent} RoomEvent */
/** @typedef {import('../types.js').HistoryPage} HistoryPage */
/** @typedef {import('./said.js').Said} Said */
/** @typedef {import('./said.js').Quote} Quote */

/** Changes of messages that are not held are kept for pages that are being fetched, which takes a few seconds at most. */
const MOST_CHANGES = 2_000;

export class RoomLog {
  /** The lowest number held; 1 if the beginning of the room is held. */
  first = 1;
  /** The highest number held, which is the cursor of the next hello; 0 in an empty room. */
  last = 0;
  /** @type {Said[]} ascending */ said = [];
  /** Whether names and texts are held; otherwise only what is needed to count unread messages. */
  wordy = true;
  /** How many pinned messages the room has, as far as one may read; not counted as long as no words are kept. */
  pins = 0;
  /** The last number of the room that is in that count. */
  #pinsAsOf = 0;
  /** @type {Map<number, Said>} */ #bySeq = new Map();
  /** @type {RoomEvent[]} changes that came live of what is not held, for pages that are on their way */ #changes = [];
  #me;

  /** @param {number} [me] */
  constructor(me = 0) {
    this.#me = me;
  }

  /**
   * Starts again with one page of history.
   * @param {Pick<HistoryPage, 'from' | 'to' | 'items'> & Partial<HistoryPage>} page
   */
  restart({ from, to, items, before, asOf = to, pins = 0 }) {
    this.#bySeq.clear();
    this.#changes = [];
    this.first = before === null ? 1 : from;
    this.last = to;
    this.pins = pins;
    this.#pinsAsOf = asOf;
    this.said = this.#adopt(items, asOf);
  }

  /**
   * Holds nothing; the next event has the number after this one.
   * @param {number} last
   */
  clear(last) {
    this.restart({ from: last + 1, to: last, items: [] });
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
      if (event.kind === 'posted') this.#keep(this.said, event, event.seq);
      else if (event.kind !== 'tombstone') this.#change(event);
    }
    return true;
  }

  /**
   * Adds earlier messages: a page of history that ends right below the first number held.
   * @param {HistoryPage} page
   * @param {number} asked {@link last} when the page was asked for: what came live since then may not be in it
   */
  prepend({ from, to, items, before, asOf }, asked) {
    if (to !== this.first - 1) return;
    this.first = before === null ? 1 : from;
    this.said = this.#adopt(items, asOf ?? asked).concat(this.said);
    for (const change of this.#changes) if (change.seq > asked) this.#apply(change);
    this.#changes = this.#changes.filter(({ kind, target = 0 }) => kind === 'erased' || target < from);
  }

  /** @param {number} seq */
  find(seq) {
    return this.#bySeq.get(seq);
  }

  /**
   * The message that this one replies to, in its present form; null if it is no reply.
   * @param {Said} said
   * @returns {Quote | null}
   */
  quoteOf({ replyTo }) {
    const original = replyTo && this.#bySeq.get(replyTo.seq);
    return original ? quote(original) : replyTo;
  }

  /**
   * Sets the text of a message that is not held, for the replies to it.
   * @param {Quote} found
   */
  learnQuote(found) {
    for (const said of this.said) if (said.replyTo?.seq === found.seq) said.replyTo = found;
  }

  /**
   * The number of messages by others after this number, without deleted ones.
   * @param {number} seq
   * @param {number} me
   * @param {number} [to] up to this number
   * @param {boolean} [forMe] those alone that mention one
   */
  countAfter(seq, me, to = Infinity, forMe = false) {
    let count = 0;
    for (let i = this.said.length - 1; i >= 0 && this.said[i].seq > seq; i--) {
      const said = this.said[i];
      if (said.by !== me && !said.gone && said.seq <= to && (!forMe || said.forMe)) count++;
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
   * A page holds each message in its present form already, so its changes are not applied again.
   * @param {HistoryPage['items']} items
   * @param {number} asOf
   */
  #adopt(items, asOf) {
    /** @type {Said[]} */
    const messages = [];
    for (const item of items) if (!item.kind || item.kind === 'posted') this.#keep(messages, item, asOf);
    return messages;
  }

  /**
   * @param {Said[]} into
   * @param {RoomEvent | import('../types.js').HistoryItem} from
   * @param {number} asOf
   */
  #keep(into, from, asOf) {
    const said = saidOf(from, this.#me, this.wordy, asOf);
    this.#bySeq.set(said.seq, said);
    into.push(said);
  }

  /** @param {RoomEvent} event */
  #change(event) {
    // A log without texts never gets earlier messages.
    if (this.wordy && (event.kind === 'erased' || (event.target ?? 0) < this.first)) {
      this.#changes.push(event);
      if (this.#changes.length > MOST_CHANGES) this.#changes.shift();
    }
    if (event.kind === 'pinned' && event.seq > this.#pinsAsOf) this.pins = Math.max(0, this.pins + (event.on ? 1 : -1));
    if (event.kind === 'deleted' && this.#bySeq.get(event.target ?? 0)?.pinned) this.pins--;
    if (event.kind === 'erased' && event.seq > this.#pinsAsOf) this.pins = Math.max(0, this.pins - this.#pinnedBy(event.person ?? 0));
    this.#apply(event);
  }

  /** @param {RoomEvent} event */
  #apply(event) {
    if (event.kind === 'erased') {
      this.#erase(event);
      return;
    }
    const said = this.#bySeq.get(event.target ?? 0);
    if (!said) this.#changeQuotes(event);
    if (!said || said.gone) return;
    if (event.kind === 'deleted') empty(said);
    if (event.kind === 'edited' && event.body !== undefined && this.wordy) {
      said.body = event.body;
      said.editedAt = event.at ?? 0;
    }
    if (event.seq <= said.asOf) return;
    if (event.kind === 'reacted' && this.wordy) react(said, event, this.#me);
    if (event.kind === 'pinned') said.pinned = !!event.on;
  }

  /** How many messages of a person stand here pinned. @param {number} person */
  #pinnedBy(person) {
    return this.said.filter((said) => said.by === person && said.pinned).length;
  }

  /** @param {RoomEvent} event */
  #erase({ seq, person = 0 }) {
    for (const said of this.said) {
      if (said.seq >= seq) continue;
      if (said.by === person) forget(said);
      else dropReactionsOf(said, person);
      if (said.replyTo?.by === person) said.replyTo = { seq: said.replyTo.seq, name: null, excerpt: null };
    }
  }

  /**
   * A message that is not held, but is quoted here, was changed.
   * @param {RoomEvent} event
   */
  #changeQuotes({ kind, target = 0, body }) {
    if (kind !== 'deleted' && (kind !== 'edited' || body === undefined)) return;
    for (const said of this.said) {
      if (said.replyTo?.seq !== target) continue;
      if (kind === 'deleted') said.replyTo = { seq: target, name: null, excerpt: null };
      else if (said.replyTo.name) said.replyTo = { ...said.replyTo, excerpt: excerptOf(body ?? '') };
    }
  }
}
