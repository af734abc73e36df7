/** Fetches earlier messages over HTTP. */
import { call, preloaded } from '../api/http.js';

/** @typedef {import('../types.js').RoomEvent} RoomEvent */

export const PAGE = 100;
export const LARGE_PAGE = 500;

/** @param {number} room */
export function historyOf(room) {
  const path = `/api/rooms/${room}/messages`;
  /** @param {string} query @returns {Promise<RoomEvent[]>} */
  const page = async (query) => (await call('GET', `${path}?${query}`)).items;
  return {
    /** @returns {Promise<RoomEvent[]>} The address is the one that the page's head preloads. */
    newest: async () => (await preloaded(`${path}?limit=50`)).items,
    /** @param {number} seq @param {number} limit */
    before: (seq, limit) => page(`before=${seq}&limit=${limit}`),
    /** @param {number} seq @param {number} limit */
    after: (seq, limit) => page(`after=${seq}&limit=${limit}`),
  };
}
