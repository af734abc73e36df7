/** What the server wrote into the page: who reads it, and the room that it was opened for. */
import { byId } from './dom.js';

const { dataset } = document.body;

/** @type {import('../types.js').Person} */
export const me = { id: Number(dataset.me), name: dataset.name ?? '', role: dataset.role === 'ADMIN' ? 'ADMIN' : 'STUDENT' };

/** The hostel's time zone. */
export const { zone } = dataset;

/** @returns {import('../types.js').Room} */
export const firstRoom = () => ({
  id: Number(dataset.room),
  name: byId('room-name', HTMLElement).textContent ?? '',
  kind: dataset.kind ?? '',
  last: Number(dataset.last),
  read: Number(dataset.read),
  unread: Number(dataset.unread),
  posting: dataset.posting === 'OFFICIALS' ? 'OFFICIALS' : 'ALL',
});
