/**
 * Going from room to room without leaving the page: a link to a room, Back and Forward. Each room on the way is an entry of the
 * browser's history. What leads elsewhere, or to a window of its own, is left to the browser.
 */
import { closeLayers, goTo, isPlain } from '../shell/back.js';
import { pathOf, roomAt } from './address.js';

/**
 * @typedef {object} Rooms
 * @property {(room: number) => boolean} isOwn whether one is in it
 * @property {() => boolean} areKnown whether the server has told of all of them
 * @property {(room: number) => boolean} show brings it on the screen; false if one is not in it
 */

export class RoomRouter {
  /** @type {Rooms} */ #rooms;

  /** @param {Rooms} rooms */
  constructor(rooms) {
    this.#rooms = rooms;
  }

  /** To be called before startBack, which takes the links that are left. */
  start() {
    document.addEventListener('click', (event) => {
      const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
      if (!(link instanceof HTMLAnchorElement) || event.defaultPrevented || !isPlain(event, link) || link.search || link.hash) return;
      const room = roomAt(link);
      if (!room || !this.#rooms.isOwn(room)) return;
      event.preventDefault();
      void this.go(room);
    });
    addEventListener('popstate', () => {
      const room = roomAt(location);
      if (!room || this.#rooms.show(room)) return;
      // Before the server has told which rooms are one's own, it answers for the page; after that, one that is not one's own any more
      // leads to the common room.
      if (this.#rooms.areKnown()) this.leave();
      else location.reload();
    });
  }

  /** @param {number} room that is one's own */
  async go(room) {
    if (roomAt(location) === room) {
      closeLayers();
    } else {
      await goTo(pathOf(room));
    }
    this.#rooms.show(roomAt(location));
  }

  /** To the common room, in the place of the room that stands in the address. */
  leave() {
    closeLayers();
    history.replaceState(history.state, '', '/chat');
    this.#rooms.show(roomAt(location));
  }
}
