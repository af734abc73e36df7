/**
 * The connection to the server: one WebSocket, with its greeting, keep-alive and reconnection. Other modules interpret the
 * frames.
 */
import { delay } from './backoff.js';

/**
 * In milliseconds. The server sends a heartbeat after 5 s of silence; after this much silence the connection counts as dead,
 * whatever the browser reports.
 */
const DEAD_AFTER = 12_000;
/**
 * While missed events are being received the limit is longer: the browser reports only whole frames, and a large one takes
 * time on a slow connection.
 */
const SLOW_DEAD_AFTER = 60_000;
const WATCH_EVERY = 2_000;
const HANDSHAKE_WITHIN = 10_000;
/**
 * In milliseconds. A connection that breaks sooner counts as another failure, because the cause is likely to break the next
 * one too.
 */
const GOOD_AFTER = 10_000;

/** Monotonic time in milliseconds; does not change when the device's clock is set. */
export const now = () => performance.now();

/**
 * @typedef {object} ConnectionCallbacks
 * @property {() => Record<string, number>} cursors the last number held of each room
 * @property {() => number | undefined} [changes] the last known number of the change log
 * @property {() => boolean} behind whether the welcome announced more than has arrived
 * @property {(frame: any) => void} frame receives every frame but heartbeats, the welcome first
 * @property {(state: ConnectionState) => void} state
 * @property {(code: number | null) => void} turnedAway closed as not allowed, or the handshake was refused: find out why
 * @typedef {{open: true} | {open: false, since: number, retryAt: number | null}} ConnectionState times as {@link now} gives
 *     them
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
   * Connects at once.
   * @param {Promise<unknown>} [held] hello is sent after this, because the cursors are not known before
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
    // The page was restored from the browser's back/forward cache.
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
   * @returns {boolean} false if there is no connection, so nothing was sent
   */
  send(frame) {
    if (!this.#welcomed || this.#socket?.readyState !== WebSocket.OPEN) return false;
    this.#socket.send(JSON.stringify(frame));
    return true;
  }

  /** Reconnects at once if there is no connection; does nothing otherwise. */
  tryNow() {
    if (this.#stopped || !this.#started) return;
    this.#watch();
    if (this.#socket) return;
    this.#dial();
  }

  /** Closes the connection and opens a new one, which resumes at the cursors: the remedy for a gap in what was received. */
  renew() {
    this.#broken(null);
  }

  /** Closes the connection permanently, because the page is being left. */
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
    // A browser reports a refused handshake only as a failed connection.
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
