/** The parts and callbacks of the timeline. */

/**
 * @typedef {object} TimelineParts
 * @property {import('../types.js').Person} me
 * @property {HTMLElement} box the element that scrolls
 * @property {HTMLElement} rows
 * @property {HTMLElement} head the element above the first row
 * @property {(below: number | null) => void} jump shows the button to the end with this many new messages; null hides it
 * @property {import('../composer/outbox.js').Outbox} outbox
 * @property {() => boolean} uncovered whether the messages are visible on the page
 * @property {(said: import('./log.js').Said) => void} arrived a message of somebody else has arrived
 * @property {(missed: import('./missed.js').Missed | null) => void} missed
 */
export {};
