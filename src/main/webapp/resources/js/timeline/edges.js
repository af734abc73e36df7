/**
 * Adds messages to the document where the reader comes close to its edge: those that the page holds, and before them earlier
 * ones of the server.
 */
import { PAGE } from './history.js';

/** In pixels: closer than this to an edge, more messages are added there. */
const MARGIN = 900;

/**
 * @typedef {object} EdgeParts
 * @property {import('./head.js').Head} head
 * @property {import('./scroll.js').ScrollKeeper} scroll
 * @property {() => import('./reading.js').Reading} reading of the room on the screen
 * @property {() => boolean} ready whether its messages are in the document
 * @property {() => void} render
 * @property {() => void} moved
 */

export class Edges {
  #parts;

  /** @param {EdgeParts} parts */
  constructor(parts) {
    this.#parts = parts;
  }

  /** The reader has scrolled, or the rows have changed. */
  extend() {
    const { head, scroll, reading } = this.#parts;
    const { span, store } = reading();
    if (scroll.above < MARGIN) {
      if (span.start > 0) this.#slide(() => span.up());
      else if (store.log.first > 1 && head.idle) void this.loadEarlier();
    }
    if (scroll.below < MARGIN && !span.tail) {
      // The end of the document is not the end of the room: the reading position stays.
      scroll.pinned = false;
      this.#slide(() => span.down(store.log.said.length));
    }
  }

  /** Fetches the page before the first message that is held. */
  async loadEarlier() {
    const { head, scroll, reading, ready, render, moved } = this.#parts;
    const { store } = reading();
    const done = await scroll.keep(() => head.during(() => store.loadBefore(PAGE)));
    if (store !== reading().store || !ready()) return;
    scroll.keep(render);
    if (done) moved();
  }

  /** @param {() => void} move */
  #slide(move) {
    this.#parts.scroll.keep(() => {
      move();
      this.#parts.render();
    });
  }
}
