/** What the page says of a room, by its kind. The server's ChatPage says the same of the room that a page is opened with. Pure. */

/** @typedef {{kind: string, topic: string}} Described */

/**
 * Whom what is said here reaches, or what it is about.
 * @param {Described} room
 */
export function about({ kind, topic }) {
  if (topic) return topic;
  switch (kind) {
    case 'COMMON':
      return 'Everyone in the hostel';
    case 'NOTICE':
      return 'About a notice';
    case 'OPEN':
      return 'Anyone in the hostel can join';
    case 'GROUP':
      return 'A group: only its members read this';
    case 'DIRECT':
      return 'Only the people in it read this';
    default:
      return '';
  }
}

/**
 * What stands in the box as long as nothing is written.
 * @param {Described} room
 */
export function invitation({ kind }) {
  if (kind === 'COMMON') return 'Write to everyone';
  return kind === 'NOTICE' ? 'Write about this notice' : 'Write a message';
}
