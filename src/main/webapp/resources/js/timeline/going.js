/** Going to one message of the room on the screen, and back to where one was. */
import { layerOpened } from '../shell/back.js';
import { byId } from '../shell/dom.js';
import { LARGE_PAGE } from './history.js';

/** A message that is further up than this many numbers is shown in a dialog with the messages around it, so that those in between need not be fetched. */
const FETCHED_AT_MOST = 2_000;
/** How long the message is highlighted, in milliseconds. */
const MARKED_FOR = 2_500;

/**
 * @typedef {object} GoingParts
 * @property {import('./view.js').RowsView} view
 * @property {import('./scroll.js').ScrollKeeper} scroll
 * @property {() => import('./reading.js').Reading} reading of the room on the screen
 * @property {() => void} render
 * @property {() => void} moved
 */

export class Going {
  /** @type {GoingParts} */ #parts;
  #button = byId('back-to', HTMLButtonElement);
  /** @type {import('./reading.js').Place | null} where one was */ #from = null;
  #closed = () => {};
  /** Requests from before the room changed, or before a later request, are dropped. */
  #turn = 0;

  /** @param {GoingParts} parts */
  constructor(parts) {
    this.#parts = parts;
    this.#button.addEventListener('click', () => {
      byId('timeline', HTMLElement).focus({ preventScroll: true });
      this.#back();
    });
  }

  /**
   * Scrolls the message at or right after this number into view by the shortest way, for instance the one to be edited.
   * @param {number} seq
   */
  reveal(seq) {
    const row = this.#rowOf(seq);
    if (row) this.#parts.scroll.reveal(row);
  }

  /**
   * Scrolls to a message and highlights it for a moment. Messages in between are fetched, unless there are too many.
   * @param {number} seq
   * @param {boolean} [returns] whether one is offered to come back to where one is
   * @returns {Promise<boolean>} false if it is too far, or not there
   * @throws {import('../api/http.js').Refused} if it could not be fetched
   */
  async go(seq, returns = true) {
    const turn = ++this.#turn;
    const { reading, scroll } = this.#parts;
    const { store } = reading();
    const from = scroll.place;
    if (store.log.first - seq > FETCHED_AT_MOST) return false;
    while (store.log.first > seq && store.log.first > 1) {
      await store.loadBefore(LARGE_PAGE);
      if (turn !== this.#turn) return true;
    }
    const said = store.log.find(seq);
    const row = said && this.#rowOf(seq);
    if (!row) return false;
    scroll.show(row);
    this.#mark(row);
    this.#parts.moved();
    if (returns && from && !this.#from) this.#offer(from);
    return true;
  }

  /** Forgets where to go back to: another room is on the screen, or one has scrolled to the end. */
  forget() {
    this.#turn++;
    this.#from = null;
    this.#button.hidden = true;
    const closed = this.#closed;
    this.#closed = () => {};
    closed();
  }

  /** @param {import('./reading.js').Place} from */
  #offer(from) {
    this.#from = from;
    this.#button.hidden = false;
    // A phone's Back button goes back, too.
    this.#closed = layerOpened(() => this.#back());
  }

  #back() {
    const from = this.#from;
    this.forget();
    const row = from && this.#rowOf(from.seq);
    if (row) this.#parts.scroll.putBack(row, from.top);
    this.#parts.moved();
  }

  /** @param {number} seq */
  #rowOf(seq) {
    const { view, reading, render } = this.#parts;
    const said = reading().include(seq);
    if (said && !view.rowOf(said.seq)) render();
    return said && /** @type {HTMLElement | undefined} */ (view.rowOf(said.seq));
  }

  /** @param {HTMLElement} row */
  #mark(row) {
    row.classList.add('message-shown');
    row.focus({ preventScroll: true });
    setTimeout(() => row.classList.remove('message-shown'), MARKED_FOR);
  }
}
