/** The list of rooms with their unread, and the sum of these. */
import { el, icon } from './dom.js';
import { unreadAfter, unreadOf } from './unread.js';

/** @typedef {import('../types.js').Room} Room */

export class RoomList {
  /** @type {Map<number, Room & {unread: number}>} */ #rooms = new Map();
  /** @type {HTMLElement} */ #list;
  #current;
  /** @type {() => void} */ #changed;

  /**
   * @param {HTMLElement} list
   * @param {number} current the room that is on the screen; its unread are counted by the timeline
   * @param {() => void} changed
   */
  constructor(list, current, changed) {
    this.#list = list;
    this.#current = current;
    this.#changed = changed;
  }

  /** @param {Room[]} rooms */
  welcome(rooms) {
    const before = this.#rooms;
    const current = before.get(this.#current)?.unread ?? 0;
    this.#rooms = new Map(rooms.map((room) => [room.id, {
      ...room,
      unread: room.id === this.#current ? current : unreadOf(room, before.get(room.id)),
    }]));
    this.#show();
  }

  /** @param {Room} room */
  add(room) {
    this.#rooms.set(room.id, { ...room, unread: this.#rooms.get(room.id)?.unread ?? 0 });
    this.#show();
  }

  /** @param {number} id */
  remove(id) {
    this.#rooms.delete(id);
    this.#show();
  }

  /**
   * @param {number} id
   * @param {string} name
   */
  rename(id, name) {
    const room = this.#rooms.get(id);
    if (!room || room.name === name) return;
    room.name = name;
    this.#show();
  }

  /** @param {number} id */
  find(id) {
    return this.#rooms.get(id);
  }

  /**
   * @param {number} id
   * @param {number} unread
   */
  setUnread(id, unread) {
    const room = this.#rooms.get(id);
    if (!room || room.unread === unread) return;
    room.unread = unread;
    this.#show();
  }

  /**
   * Something was said in a room that is not on the screen.
   * @param {number} id
   * @param {number} count
   * @param {number} last
   */
  heard(id, count, last) {
    const room = this.#rooms.get(id);
    if (!room) return;
    room.last = last;
    this.setUnread(id, room.unread + count);
  }

  /**
   * @param {number} id
   * @param {number} seq read up to here on another device
   */
  read(id, seq) {
    const room = this.#rooms.get(id);
    if (room) this.setUnread(id, unreadAfter(room, seq));
  }

  get unread() {
    let sum = 0;
    for (const room of this.#rooms.values()) sum += room.unread;
    return sum;
  }

  #show() {
    const focused = this.#list.contains(document.activeElement) ? document.activeElement?.getAttribute('href') : null;
    this.#list.replaceChildren(...[...this.#rooms.values()].map((room) => el('li', {}, this.#link(room))));
    // Built anew under whoever walks through it by the keyboard.
    if (focused) /** @type {HTMLElement | null} */ (this.#list.querySelector(`[href="${focused}"]`))?.focus({ preventScroll: true });
    this.#changed();
  }

  /** @param {Room & {unread: number}} room */
  #link(room) {
    const common = room.kind === 'COMMON';
    const link = el('a', { class: 'room', href: common ? '/chat' : `/rooms/${room.id}`,
      'aria-current': room.id === this.#current ? 'page' : null, 'data-unread': room.unread > 0 });
    link.append(icon(common ? 'rooms' : 'talk'), el('bdi', { class: 'room-name' }, room.name));
    if (room.unread) link.append(el('span', { class: 'count' }, room.unread > 999 ? '999+' : String(room.unread), el('span', { class: 'unseen' }, ' unread')));
    return link;
  }
}
