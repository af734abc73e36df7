/** Goes to the conversation with one or several people; the first time that makes it. */
import { call } from '../api/http.js';

/**
 * Of just these people there is one room, for ever: the server knows it. Whatever dialog one came from closes.
 * @param {Pick<import('./menu.js').RoomWorld, 'rooms' | 'router'>} world
 * @param {number[]} people without oneself
 * @throws {import('../api/http.js').Refused}
 */
export async function goToDirect(world, people) {
  await goToMade(world, await call('POST', '/api/rooms/direct', { people }));
}

/**
 * Brings a room on the screen that one has just made. Whatever dialog one came from closes.
 * @param {Pick<import('./menu.js').RoomWorld, 'rooms' | 'router'>} world
 * @param {import('../types.js').Room} room
 */
export async function goToMade({ rooms, router }, room) {
  rooms.add(room);
  await closeDialogs();
  await router.go(room.id);
}

/** @returns {Promise<void>} resolved once all are gone and the focus is back where it was before the first of them */
export async function closeDialogs() {
  for (const dialog of [...document.querySelectorAll('dialog')].reverse()) {
    if (!dialog.open) continue;
    await new Promise((done) => {
      dialog.addEventListener('close', done, { once: true });
      dialog.close();
    });
  }
}
