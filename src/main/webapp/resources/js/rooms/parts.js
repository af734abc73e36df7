/** Whom the store of a room tells. */

/** @typedef {import('./store.js').RoomStore} RoomStore */
/** @typedef {import('../timeline/log.js').Said} Said */

/**
 * @typedef {object} StoreEnds
 * @property {number} me
 * @property {(room: number, seq: number) => boolean} tellRead false while there is no line
 * @property {() => void} hole what came does not fit what is held: the line has to begin anew
 * @property {() => void} recount only the server can tell how many are unread here
 * @property {(store: RoomStore, fresh: Said[]) => void} said new messages, one's own among them
 * @property {(store: RoomStore) => void} changed its name, or how many are unread
 *
 * @typedef {object} Watcher what shows the room; what is held is not let go meanwhile
 * @property {(before: number, fresh: Said[]) => void} appended new messages or changes of old ones; the last number held before
 * @property {(count: number) => void} prepended so many earlier messages
 * @property {() => void} restarted it holds another stretch now
 */
export {};
