/**
 * Switches rooms without loading a page: links to rooms, Back and Forward. Each visited room is an entry in the browser's
 * history. Other links, and those to be opened in a new window, are left to the browser.
 */
import { closeLayers, goTo, isPlain } from '../shell/back.js';
import { pathOf, roomAt } from './address.js';

/**
 * @typedef {object} Rooms
 * @property {(room: number) => boolean} isOwn whether one is a member
 * @property {() => boolean} areKnown whether the server has reported all rooms
 * @property {(room: number) => boolean} show shows it; returns false if one is not a member
 */

export class RoomRouter {
  /** @type {Rooms} */ #rooms;

  /** @param {Rooms} rooms */
  constructor(rooms) {
    this.#rooms = rooms;
  }

  /** To be called before startBack, which handles the remaining links. */
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
      // Before the server has reported one's rooms, its response to the page decides. After that, a room of which one is no
      // longer a member leads to the common room.
      if (this.#rooms.areKnown()) this.leave();
      else location.reload();
    });
  }

  /** @param {number} room a room of which one is a member */
  async go(room) {
    if (roomAt(location) === room) {
      closeLayers();
    } else {
      await goTo(pathOf(room));
    }
    this.#rooms.show(roomAt(location));
  }

  /** Goes to the common room, replacing the present room's entry in the history. */
  leave() {
    closeLayers();
    history.replaceState(history.state, '', '/chat');
    this.#rooms.show(roomAt(location));
  }
}
