/** Turns messages into the timeline's rows: days, the unread divider, groups. Pure. */
import { dayOf } from './days.js';

/** @typedef {import('./log.js').Said} Said */
/** @typedef {import('../composer/outbox.js').Pending} Pending */

/**
 * @typedef {{type: 'day', key: string, at: number}} DayRow
 * @typedef {{type: 'unread', key: string}} UnreadRow
 * @typedef {{type: 'said', key: string, said: Said, quote: Said['replyTo'], first: boolean, own: boolean}} SaidRow
 * @typedef {{type: 'pending', key: string, pending: Pending, first: boolean}} PendingRow
 * @typedef {DayRow | UnreadRow | SaidRow | PendingRow} Row
 */

const GROUP_WITHIN = 5 * 60_000;

/**
 * @param {object} what
 * @param {Said[]} what.said the messages to show
 * @param {Said | undefined} what.before the message just before them
 * @param {Pending[]} what.pending one's own messages that are not stored yet; shown below all others
 * @param {number} what.me
 * @param {(said: Said) => Said['replyTo']} [what.quoteOf] what a message answers
 * @param {number} what.unreadAfter the divider stands below this number; Infinity for none
 * @returns {Row[]}
 */
export function rowsOf({ said, before, pending, me, unreadAfter, quoteOf = () => null }) {
  /** @type {Row[]} */
  const rows = [];
  /** @type {{by: number, at: number} | undefined} */
  let last;
  /** @type {Set<string>} */
  const days = new Set();
  let divided = !!before && before.seq > unreadAfter;
  for (const message of said) {
    const day = dayOf(message.at);
    // Also above the first row, so that the day of what one reads is always visible.
    const newDay = !last || dayOf(last.at) !== day;
    // If the server's clock was set back, the same day occurs again.
    if (newDay) rows.push({ type: 'day', key: days.has(day) ? `day-${day}-${message.seq}` : `day-${day}`, at: message.at });
    days.add(day);
    const divide = !divided && message.seq > unreadAfter && message.by !== me;
    if (divide) rows.push({ type: 'unread', key: 'unread' });
    divided ||= divide;
    const own = message.by === me;
    // Only one's own messages are keyed by client id: somebody else's client might repeat one on purpose.
    const key = own && message.clientId ? `own-${message.clientId}` : `at-${message.seq}`;
    rows.push({ type: 'said', key, said: message, quote: quoteOf(message), first: newDay || divide || !groups(last, message), own });
    last = message;
  }
  for (const entry of pending) {
    const message = { by: me, at: entry.at };
    if (!last) rows.push({ type: 'day', key: `day-${dayOf(entry.at)}`, at: entry.at });
    rows.push({ type: 'pending', key: `own-${entry.clientId}`, pending: entry, first: !groups(last, message) });
    last = message;
  }
  return rows;
}

/**
 * @param {{by: number, at: number} | undefined} above
 * @param {{by: number, at: number}} message
 */
function groups(above, message) {
  return !!above && above.by === message.by && Math.abs(message.at - above.at) <= GROUP_WITHIN;
}
