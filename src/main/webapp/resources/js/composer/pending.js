/** A message that is written and not yet stored by the server, and the frame that posts it. Pure. */

/**
 * @typedef {object} PendingFile a file that a message carries
 * @property {string} key identifies it in this browser
 * @property {string} name
 * @property {number} size in bytes
 * @property {number} [width] of a picture that is shown in its place, in pixels
 * @property {number} [height]
 * @property {number} [upload] the number of its upload, once that has begun
 * @property {number} [id] its number on the server, once all of it is there
 *
 * @typedef {object} Pending
 * @property {string} clientId
 * @property {number} room
 * @property {string} body
 * @property {number} at when it was written
 * @property {import('../timeline/said.js').Quote} [replyTo] what it answers
 * @property {number[]} [mentions] accounts
 * @property {boolean} [everybody] whether it mentions everybody in the room
 * @property {[number, string][]} [names] of those mentioned, as they stand in the text
 * @property {PendingFile[]} [files]
 * @property {string} [tab] the tab that uploads its files
 * @property {string} [failed] why the server refused it for good
 * @property {boolean} [muted] whether it failed because one was muted, so that trying again has to wait
 * @property {string} [waiting] why it goes out a little later
 * @property {number} [seq] stored; the event with its number is on its way
 */

/**
 * @typedef {object} OutboxParts
 * @property {import('./pendingstore.js').Kept | null} storage null if the browser has none
 * @property {number} user
 * @property {(frame: object) => boolean} send returns false while there is no connection
 * @property {(room: number) => void} changed
 * @property {(room: number) => number} last the highest number that the page holds; Infinity for a room that it does not show
 * @property {(run: () => void, after: number) => unknown} later
 * @property {() => number} now the device's time in milliseconds, which may jump
 */

/** @param {Pick<Pending, 'files'>} entry @returns {boolean} whether all of its files are on the server */
export const isComplete = ({ files = [] }) => files.every(({ id }) => id);

/** @param {Pending} entry @returns {boolean} whether files of it are to be uploaded */
export const isUploading = (entry) => !entry.failed && entry.seq === undefined && !isComplete(entry);

/**
 * The frame that posts an entry: the same, word by word, at every repeat.
 * @param {Pending} entry
 */
export function postOf({ room, clientId, body, replyTo, mentions = [], everybody, files = [] }) {
  const all = everybody ? [...mentions, { room: true }] : mentions;
  return {
    type: 'post', room, clientId, body,
    ...(replyTo && { replyTo: replyTo.seq }),
    ...(all.length && { mentions: all }),
    ...(files.length && { files: files.map(({ id }) => id) }),
  };
}
