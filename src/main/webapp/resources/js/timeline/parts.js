/** What the timeline is made of, and whom it tells. */

/**
 * @typedef {object} TimelineParts
 * @property {import('../types.js').Person} me
 * @property {HTMLElement} box the element that scrolls
 * @property {HTMLElement} rows
 * @property {HTMLElement} head what stands above the first row
 * @property {(below: number | null) => void} jump shows a way to the end with so many new messages on it; null: there is none to go
 * @property {import('../composer/outbox.js').Outbox} outbox
 * @property {() => boolean} uncovered whether the talk can be seen on the page
 * @property {(said: import('./log.js').Said) => void} arrived somebody else's message came live
 * @property {(missed: import('./missed.js').Missed | null) => void} missed
 */
export {};
