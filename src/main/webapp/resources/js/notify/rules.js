/** Which messages one is notified of, and when not. Pure. */

/** @typedef {import('../types.js').RoomEvent} RoomEvent */
/** @typedef {import('../types.js').NotificationChoice} NotificationChoice */
/** @typedef {{kind: string, involvement: 'ALL' | 'MENTIONS' | 'NOTHING'}} HeardRoom */

/**
 * Which posts of others in a room one wants to hear of. The person's choice and the room's both narrow it.
 * @param {NotificationChoice} choice
 * @param {HeardRoom} room
 * @returns {'ALL' | 'MENTIONS' | 'NOTHING'}
 */
export function wantedOf({ level }, { kind, involvement }) {
  if (level === 'NOTHING' || involvement === 'NOTHING') return 'NOTHING';
  return involvement === 'ALL' && (level === 'ALL' || kind === 'DIRECT') ? 'ALL' : 'MENTIONS';
}

/**
 * Whether an event is a message that one wants to hear of.
 * @param {NotificationChoice} choice
 * @param {HeardRoom} room
 * @param {RoomEvent} event
 * @param {number} me
 */
export function isWanted(choice, room, event, me) {
  const level = wantedOf(choice, room);
  if (event.kind !== 'posted' || event.by === me || level === 'NOTHING') return false;
  return level === 'ALL' || event.room === true || !!event.mentions?.includes(me);
}

/**
 * Whether a time is within the quiet hours, which may last over midnight. Their end does not belong to them.
 * @param {NotificationChoice} choice
 * @param {number} at epoch milliseconds
 * @param {string} [zone] of the hostel, such as Asia/Kolkata; the reader's where the browser does not know it
 */
export function isQuiet({ quietFrom, quietTo }, at, zone) {
  if (!quietFrom || !quietTo) return false;
  const now = clockIn(at, zone);
  return quietFrom < quietTo ? quietFrom <= now && now < quietTo : quietFrom <= now || now < quietTo;
}

/**
 * @param {number} at
 * @param {string} [timeZone]
 * @returns {string} such as 06:30
 */
export function clockIn(at, timeZone) {
  try {
    return new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(at);
  } catch {
    return clockIn(at);
  }
}
