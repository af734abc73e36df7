/** The list of rooms with their unread, and the counts wherever else the page shows them. */
import { number } from '../language/locale.js';
import { counted, formOf, pieces } from '../language/words.js';
import { listed } from '../rooms/listed.js';
import { showBadge } from './badge.js';
import { showCount } from './counts.js';
import { el, icon } from './dom.js';
import { onceAFrame } from './frame.js';

/** A group may have anybody's name: it is not to look like the conversation with them. */
const ICONS = /** @type {Record<string, string>} */ ({ DIRECT: 'person', GROUP: 'people' });

/** @typedef {import('../rooms/rooms.js').Rooms} Rooms */
/** @typedef {import('../rooms/store.js').RoomStore} RoomStore */

/**
 * @param {HTMLElement} list
 * @param {Rooms} rooms
 * @param {() => number} onScreen the room that is on the screen
 * @param {(room: number) => boolean} opened whether it was on the screen before, on this device
 * @returns {() => void} tells it that something changed
 */
export function roomList(list, rooms, onScreen, opened) {
  let shown = '';
  return onceAFrame(() => {
    const current = onScreen();
    showBadge(rooms.unread);
    showCount('[data-talk-count]', rooms.find(current)?.unread ?? 0);
    showCount('[data-unread-count]', rooms.unreadBeside(current));
    if (!rooms.complete) return;
    const loading = document.getElementById('rooms-loading');
    if (loading) loading.hidden = true;
    const { shown: those, left } = listed([...rooms], ({ id }) => id === current || opened(id));
    const now = JSON.stringify([left, current, ...those.map(({ id, name, kind, unread, isMuted }) => [id, name, kind, unread, isMuted])]);
    if (now === shown) return;
    shown = now;
    const focused = list.contains(document.activeElement) ? document.activeElement?.getAttribute('href') : null;
    list.replaceChildren(...those.map((room) => el('li', {}, link(room, room.id === current))));
    if (left) list.append(el('li', {}, el('a', { class: 'room room-more', href: '/notices' }, counted('shell.rooms.more', left))));
    // Built anew under whoever walks through it by the keyboard.
    if (focused) /** @type {HTMLElement | null} */ (list.querySelector(`[href="${focused}"]`))?.focus({ preventScroll: true });
  });
}

/**
 * @param {RoomStore} room
 * @param {boolean} current
 */
function link({ id, name, kind, unread, isMuted }, current) {
  const common = kind === 'COMMON';
  const element = el('a', { class: 'room', href: common ? '/chat' : `/rooms/${id}`, 'aria-current': current ? 'page' : null, 'data-unread': unread > 0 && !isMuted });
  element.append(icon(common ? 'rooms' : ICONS[kind] ?? 'talk'), el('bdi', { class: 'room-name' }, name));
  if (unread) element.append(badge(unread, isMuted));
  return element;
}

/**
 * A number to be seen, a whole sentence for ears.
 * @param {number} unread
 * @param {boolean} isMuted
 */
function badge(unread, isMuted) {
  const count = document.createTextNode(unread > 999 ? '999+' : number(unread));
  const sentence = pieces(formOf('shell.rooms.unread', unread), { count });
  return el('span', { class: isMuted ? 'count count-muted' : 'count' }, ...sentence.map((piece) => (piece === count ? piece : el('span', { class: 'unseen' }, piece))));
}
