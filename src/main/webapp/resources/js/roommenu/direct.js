/** Opens the conversation with one or several people, and creates it the first time. */
import { call } from '../api/http.js';

/**
 * There is exactly one direct room for each set of people; the server finds it. Closes all dialogs.
 * @param {Pick<import('./menu.js').RoomWorld, 'rooms' | 'router'>} world
 * @param {number[]} people without oneself
 * @throws {import('../api/http.js').Refused}
 */
export async function goToDirect(world, people) {
  await goToMade(world, await call('POST', '/api/rooms/direct', { people }));
}

/**
 * Shows a room that one has just created. Closes all dialogs.
 * @param {Pick<import('./menu.js').RoomWorld, 'rooms' | 'router'>} world
 * @param {import('../types.js').Room} room
 */
export async function goToMade({ rooms, router }, room) {
  rooms.add(room);
  await closeDialogs();
  await router.go(room.id);
}

/** @returns {Promise<void>} resolves once all are closed and the focus is back where it was before the first one */
export async function closeDialogs() {
  for (const dialog of [...document.querySelectorAll('dialog')].reverse()) {
    if (!dialog.open) continue;
    await new Promise((done) => {
      dialog.addEventListener('close', done, { once: true });
      dialog.close();
    });
  }
}
