/** The entry of a room in a list: its kind, its name, and its unread posts. */
import { number } from '../language/locale.js';
import { formOf, pieces, t } from '../language/words.js';
import { pathOf } from '../rooms/address.js';
import { el, icon } from './dom.js';

/** Groups have an icon of their own: a group may be named like a person, and must not look like the conversation with them. */
const ICONS = /** @type {Record<string, string>} */ ({ COMMON: 'rooms', DIRECT: 'person', GROUP: 'people' });

/** @param {string} kind of room */
export const roomIcon = (kind) => icon(ICONS[kind] ?? 'talk');

/**
 * @param {{id: number, name: string, kind: string, noticed: number, mentions?: number, isMuted: boolean}} room
 * @param {boolean} current
 */
export function roomLink({ id, name, kind, noticed, mentions = 0, isMuted }, current) {
  const element = el('a', { class: `room${isMuted ? ' room-muted' : ''}`, href: pathOf(id), 'aria-current': current ? 'page' : null, 'data-unread': noticed > 0 });
  element.append(roomIcon(kind), el('bdi', { class: 'room-name' }, name));
  if (mentions && !isMuted) element.append(el('span', { class: 'room-mentioned' }, el('span', { 'aria-hidden': 'true' }, '@'), el('span', { class: 'unseen' }, t('shell.rooms.mentioned'))));
  if (noticed) element.append(badge(noticed));
  return element;
}

/**
 * A number to see, and a sentence for screen readers.
 * @param {number} unread
 */
export function badge(unread) {
  const count = document.createTextNode(unread > 999 ? '999+' : number(unread));
  const sentence = pieces(formOf('shell.rooms.unread', unread), { count });
  return el('span', { class: 'count' }, ...sentence.map((piece) => (piece === count ? piece : el('span', { class: 'unseen' }, piece))));
}
