/** What the timeline is made of, and whom it tells. */

/**
 * @typedef {object} TimelineParts
 * @property {number} room
 * @property {import('../types.js').Person} me
 * @property {HTMLElement} box the element that scrolls
 * @property {HTMLElement} rows
 * @property {HTMLElement} head what stands above the first row
 * @property {HTMLButtonElement} jump
 * @property {import('./readmark.js').ReadMark} read
 * @property {import('../composer/outbox.js').Outbox} outbox
 * @property {() => boolean} attentive whether somebody is looking at the page
 * @property {() => void} hole what came does not fit what is held
 * @property {(unread: number) => void} unread
 * @property {(unseen: number) => void} away so many came while one was away that not all of them are held
 * @property {(said: import('./log.js').Said) => void} arrived somebody else's message came live
 */
export {};
