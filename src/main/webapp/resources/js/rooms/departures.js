/**
 * Handles the end of one's membership in a room. If the room is on the screen, says so and offers the common room; the draft
 * is kept.
 */
import { t } from '../language/words.js';
import { byId } from '../shell/dom.js';
import { toast } from '../shell/toast.js';
import { ended } from './words.js';

/**
 * @typedef {object} DepartureParts
 * @property {import('./screen.js').RoomScreen} screen
 * @property {import('./router.js').RoomRouter} router
 * @property {import('../composer/box.js').Box} box
 */

export class Departures {
  /** @type {DepartureParts} */ #parts;
  /** @type {Set<number>} the rooms that one is leaving deliberately */ #leaving = new Set();
  #banner = byId('gone', HTMLElement);

  /** @param {DepartureParts} parts */
  constructor(parts) {
    this.#parts = parts;
    byId('gone-close', HTMLButtonElement).addEventListener('click', () => {
      this.#banner.hidden = true;
      byId('timeline', HTMLElement).focus({ preventScroll: true });
    });
  }

  /** @param {number} room that one is leaving or closing deliberately */
  expect(room) {
    this.#leaving.add(room);
  }

  /** @param {number} room where leaving or closing failed */
  forget(room) {
    this.#leaving.delete(room);
  }

  /** @param {import('./store.js').RoomStore} store the room, which has been removed from the list */
  left(store) {
    const { screen, router, box } = this.#parts;
    const onScreen = store.id === screen.room;
    if (store.kind === 'NOTICE') {
      // One may want to read on and copy the draft.
      if (onScreen) box.close(ended());
      return;
    }
    const expected = this.#leaving.delete(store.id);
    if (onScreen) box.keepEdit();
    const kept = onScreen && !!screen.draftOf(store.id);
    if (onScreen) router.leave();
    if (expected) toast(t('rooms.left', { name: store.name }));
    else this.#tell(store.name, kept);
  }

  /**
   * @param {string} name
   * @param {boolean} kept whether there is a draft
   */
  #tell(name, kept) {
    byId('gone-words', HTMLElement).textContent = t(kept ? 'rooms.taken-out.kept' : 'rooms.taken-out', { name });
    this.#banner.hidden = false;
  }
}
