/** The list of rooms with the numbers of unread posts, in collapsible parts; and the totals elsewhere on the page. */
import { counted } from '../language/words.js';
import { PARTS, listed } from '../rooms/listed.js';
import { showBadge } from './badge.js';
import { showCount } from './counts.js';
import { el } from './dom.js';
import { onceAFrame } from './frame.js';
import { badge, roomLink } from './roomlink.js';

/** @typedef {import('../rooms/rooms.js').Rooms} Rooms */
/** @typedef {import('../rooms/store.js').RoomStore} RoomStore */

/**
 * @param {HTMLElement} list contains each part: a button that collapses it, and a list
 * @param {Rooms} rooms
 * @param {() => number} onScreen the id of the room on the screen
 * @param {(room: number) => boolean} opened whether it was visited on this device
 * @param {import('../rooms/folds.js').Folds} folds
 * @returns {() => void} to be called when something has changed
 */
export function roomList(list, rooms, onScreen, opened, folds) {
  let shown = '';
  const show = onceAFrame(() => {
    const current = onScreen();
    showBadge(rooms.unread);
    showCount('[data-talk-count]', rooms.find(current)?.noticed ?? 0);
    showCount('[data-unread-count]', rooms.unreadBeside(current));
    if (!rooms.complete) return;
    const loading = document.getElementById('rooms-loading');
    if (loading) loading.hidden = true;
    const parts = listed([...rooms], ({ id }) => id === current || opened(id));
    const now = JSON.stringify([parts.left, current, ...PARTS.map((part) => [folds.has(part), ...parts[part].map(signature)])]);
    if (now === shown) return;
    shown = now;
    const focused = list.contains(document.activeElement) ? document.activeElement?.getAttribute('href') : null;
    for (const part of PARTS) {
      const place = placeOf(list, part);
      place.list.replaceChildren(...parts[part].map((room) => el('li', {}, roomLink(room, room.id === current))));
      place.fold.setAttribute('aria-expanded', String(!folds.has(part)));
      place.whole.dataset.folded = String(folds.has(part));
      // A collapsed part still shows how much is unread in it.
      const waiting = folds.has(part) ? parts[part].reduce((sum, room) => sum + room.noticed, 0) : 0;
      place.fold.querySelector('.count')?.remove();
      if (waiting) place.fold.append(badge(waiting));
      if (part === 'notices') {
        place.whole.hidden = !parts.notices.length && !parts.left;
        if (parts.left) place.list.append(el('li', {}, el('a', { class: 'room room-more', href: '/notices' }, counted('shell.rooms.more', parts.left))));
      }
    }
    // Restores the focus, because the list was rebuilt while it had it.
    if (focused) /** @type {HTMLElement | null} */ (list.querySelector(`[href="${focused}"]`))?.focus({ preventScroll: true });
  });
  for (const part of PARTS) {
    placeOf(list, part).fold.addEventListener('click', () => {
      folds.turn(part);
      show();
    });
  }
  return show;
}

/** @param {RoomStore} room the room; everything that its entry shows goes into the signature */
function signature({ id, name, kind, unread, mentions, involvement }) {
  return [id, name, kind, unread, mentions, involvement];
}

/**
 * @param {HTMLElement} list
 * @param {import('../rooms/listed.js').Part} part
 */
function placeOf(list, part) {
  const whole = /** @type {HTMLElement} */ (list.querySelector(`[data-part="${part}"]`));
  return {
    whole,
    fold: /** @type {HTMLButtonElement} */ (whole.querySelector('.rooms-fold')),
    list: /** @type {HTMLUListElement} */ (whole.querySelector('ul')),
  };
}
