/** Creates the page's connection and the banner about it, and tells the page's parts when it opens and breaks. */
import { connectionBanner } from '../shell/connectionbanner.js';
import { watchClock } from '../shell/clock.js';
import { redirectToSignIn } from '../shell/signin.js';
import { Connection } from './connection.js';

/**
 * @typedef {object} LiveParts
 * @property {import('../rooms/rooms.js').Rooms} rooms
 * @property {import('../rooms/screen.js').RoomScreen} screen
 * @property {import('../notices/pinned.js').Pinned} pinned
 * @property {import('./receiver.js').Receiver} receiver
 * @property {() => void} opened
 */

/** @param {LiveParts} parts @returns {Connection} not started yet */
export function createConnection({ rooms, screen, pinned, receiver, opened }) {
  const show = connectionBanner(() => {
    screen.tryNow();
    connection.tryNow();
  });
  let wasOpen = false;
  /** @type {Connection} */
  const connection = new Connection(`${location.origin.replace(/^http/, 'ws')}/live`, {
    cursors: () => rooms.cursors,
    changes: () => pinned.held,
    behind: () => rooms.behind,
    frame: (got) => receiver.take(got),
    state: (state) => {
      show(state);
      if (wasOpen && !state.open) rooms.broke();
      wasOpen = state.open;
      if (state.open) opened();
    },
    turnedAway: async () => {
      if (await redirectToSignIn()) connection.stop();
    },
  });
  // A new connection's welcome contains the server's time.
  watchClock(() => connection.open && connection.renew());
  return connection;
}
