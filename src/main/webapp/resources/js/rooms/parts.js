/** Callbacks of the store of a room. */

/** @typedef {import('./store.js').RoomStore} RoomStore */
/** @typedef {import('../timeline/log.js').Said} Said */

/**
 * @typedef {object} StoreEnds
 * @property {number} me
 * @property {(room: number, seq: number, back?: boolean) => boolean} tellRead returns false while there is no connection
 * @property {() => void} hole there is a gap before what has arrived: the connection must be renewed
 * @property {() => void} recount the number of unread posts can only be counted by the server
 * @property {(store: RoomStore, fresh: Said[]) => void} said new messages, including one's own
 * @property {(store: RoomStore) => void} changed its name or the number of unread posts has changed
 * @typedef {object} Watcher shows the room; as long as there is one, the store keeps all messages that it holds
 * @property {(before: number, fresh: Said[]) => void} appended new messages or changes of old ones; `before` is the last
 *     number held before
 * @property {(count: number) => void} prepended this many earlier messages were added
 * @property {() => void} restarted it holds other messages now
 */
export {};
