/**
 * The line to the house: one socket, said hello to, listened for, dialled again when it breaks. What travels over it is
 * the business of others.
 */
import { delay } from './backoff.js';

/** The server beats every 5 s of silence; after this much silence the line is dead, whatever the browser thinks. */
const DEAD_AFTER = 12_000;
/** Only a whole frame shows itself here, and on a slow line a frame of what was missed takes its time. */
const SLOW_DEAD_AFTER = 60_000;
const WATCH_EVERY = 2_000;
const HANDSHAKE_WITHIN = 10_000;
/** A line that breaks sooner counts as one more failure: whatever broke it is likely to break the next. */
const GOOD_AFTER = 10_000;

/** Counts on when the device's clock is set. */
export const now = () => performance.now();

/**
 * @typedef {object} ConnectionCallbacks
 * @property {() => Record<string, number>} cursors the last number held per room
 * @property {() => number | undefined} [changes] the last change of the hostel's log that is known
 * @property {() => boolean} behind whether the welcome promised more than has come
 * @property {(frame: any) => void} frame every frame but beats, the welcome first
 * @property {(state: ConnectionState) => void} state
 * @property {(code: number | null) => void} turnedAway closed as not allowed, or never let in: find out why
 *
 * @typedef {{open: true} | {open: false, since: number, retryAt: number | null}} ConnectionState in the time of {@link now}
 */
export class Connection {
  /** @type {ConnectionCallbacks} */ #callbacks;
  /** @type {string} */ #url;
  /** @type {WebSocket | null} */ #socket = null;
  #welcomed = false;
  #heard = 0;
  #failures = 0;
  #downSince = now();
  #upSince = 0;
  /** @type {number | undefined} */ #retry;
  #started = false;
  #stopped = false;
  /** @type {Promise<unknown> | undefined} */ #held;

  /**
   * @param {string} url
   * @param {ConnectionCallbacks} callbacks
   */
  constructor(url, callbacks) {
    this.#url = url;
    this.#callbacks = callbacks;
  }

  /**
   * Dials at once.
   * @param {Promise<unknown>} [held] hello is not said before this: until then the cursors are not known
   */
  start(held) {
    this.#started = true;
    this.#held = held?.finally(() => {
      this.#held = undefined;
    });
    setInterval(() => this.#watch(), WATCH_EVERY);
    addEventListener('online', () => this.tryNow());
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'visible') this.tryNow();
    });
    // Coming back from the browser's page cache.
    addEventListener('pageshow', (event) => {
      if (event.persisted) this.tryNow();
    });
    this.#dial();
  }

  get open() {
    return this.#welcomed;
  }

  /**
   * @param {object} frame
   * @returns {boolean} false if there is no line: nothing was sent
   */
  send(frame) {
    if (!this.#welcomed || this.#socket?.readyState !== WebSocket.OPEN) return false;
    this.#socket.send(JSON.stringify(frame));
    return true;
  }

  /** Dials at once if the line is down; a live line is left alone. */
  tryNow() {
    if (this.#stopped || !this.#started) return;
    this.#watch();
    if (this.#socket) return;
    this.#dial();
  }

  /** Hangs up and dials again: the way out of a hole in what was received. */
  renew() {
    this.#broken(null);
  }

  /** For good: the page is about to be left. */
  stop() {
    this.#stopped = true;
    clearTimeout(this.#retry);
    this.#drop();
  }

  #dial() {
    clearTimeout(this.#retry);
    const socket = new WebSocket(this.#url, 'hostel.v1');
    this.#socket = socket;
    this.#heard = now();
    socket.onopen = () => this.#greet(socket);
    socket.onmessage = (message) => {
      if (this.#socket === socket) this.#receive(JSON.parse(message.data));
    };
    socket.onclose = (event) => {
      if (this.#socket === socket) this.#broken(event.code);
    };
  }

  /** @param {WebSocket} socket */
  async #greet(socket) {
    this.#heard = now();
    if (this.#held) await this.#held;
    if (this.#socket !== socket) return;
    this.#heard = now();
    socket.send(JSON.stringify({ type: 'hello', cursors: this.#callbacks.cursors(), changes: this.#callbacks.changes?.() }));
  }

  /** @param {any} frame */
  #receive(frame) {
    this.#heard = now();
    if (frame.type === 'beat') return;
    if (frame.type === 'welcome') {
      this.#welcomed = true;
      this.#upSince = now();
    }
    this.#callbacks.frame(frame);
    if (frame.type === 'welcome') this.#callbacks.state({ open: true });
  }

  #watch() {
    if (!this.#socket) return;
    const patience = !this.#welcomed ? HANDSHAKE_WITHIN : this.#callbacks.behind() ? SLOW_DEAD_AFTER : DEAD_AFTER;
    if (now() - this.#heard > patience) this.#broken(null);
  }

  /** @param {number | null} code */
  #broken(code) {
    const wasUp = this.#welcomed;
    this.#drop();
    if (wasUp) this.#downSince = now();
    if (wasUp && now() - this.#upSince >= GOOD_AFTER) this.#failures = 0;
    const failures = this.#failures++;
    // A handshake that is refused shows itself to a page only as a line that never came up.
    if (code === 1008 || (!wasUp && failures % 3 === 1)) this.#callbacks.turnedAway(code);
    if (this.#stopped) return;
    const wait = delay(failures);
    clearTimeout(this.#retry);
    this.#retry = setTimeout(() => this.#dial(), wait);
    this.#callbacks.state({ open: false, since: this.#downSince, retryAt: now() + wait });
  }

  #drop() {
    const socket = this.#socket;
    this.#socket = null;
    this.#welcomed = false;
    if (socket) {
      socket.onclose = null;
      socket.close();
    }
  }
}
