/** The head of the room on the screen: its name, its topic, and the notice that it discusses. */
import { call } from '../api/http.js';
import { about, invitation } from '../rooms/words.js';
import { nameTab } from './badge.js';
import { byId } from './dom.js';
import { linkify } from './linkify.js';

/** @typedef {{id: number, name: string, kind: string, topic: string, slow?: number}} HeadedRoom */

export class RoomHead {
  #name = byId('room-name', HTMLElement);
  #about = byId('room-about', HTMLElement);
  #notice = byId('about', HTMLDetailsElement);
  #text = byId('about-text', HTMLElement);
  #box = byId('box', HTMLTextAreaElement);
  /** @type {Map<number, string>} the texts of notices, by the room in which they are discussed */ #texts = new Map();
  #room = Number(document.body.dataset.room);

  /** @param {HeadedRoom} room */
  show(room) {
    this.#room = room.id;
    document.body.dataset.room = String(room.id);
    document.body.dataset.kind = room.kind;
    this.#notice.open = false;
    this.update(room);
    this.#showNotice(this.#texts.get(room.id) ?? '');
    if (room.kind === 'NOTICE' && !this.#texts.has(room.id)) void this.#fetchNotice(room.id).catch(() => {});
  }

  /** @param {HeadedRoom} room the room on the screen, whose name or topic may have changed */
  update(room) {
    this.#name.textContent = room.name;
    this.#about.textContent = about(room);
    this.#box.placeholder = invitation(room, document.body.dataset.role === 'ADMIN');
    nameTab(room.name);
  }

  /**
   * A notice was posted or edited.
   * @param {{room: number, text: string}} notice
   */
  learn({ room, text }) {
    if (this.#texts.has(room) || room === this.#room) this.#texts.set(room, text);
    if (room === this.#room) this.#showNotice(text);
  }

  /** @param {number} room */
  async #fetchNotice(room) {
    const { items: [notice] } = await call('GET', `/api/notices?room=${room}`);
    if (notice) this.learn(notice);
  }

  /** @param {string} text */
  #showNotice(text) {
    this.#notice.dataset.none = String(!text);
    this.#text.replaceChildren(...linkify(text));
  }
}
