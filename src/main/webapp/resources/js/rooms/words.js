/** What the page says of a room, by its kind. The server's ChatPage says the same of the room that a page is opened with. Pure. */

/** @typedef {{kind: string, topic: string}} Described */

const NOT_OFFICIALS = 'The hostel’s officials do not read it. Whoever runs the computer with the chat’s database could.';

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

/**
 * Who can read what is said in a room.
 * @param {string} kind
 */
export function privacy(kind) {
  switch (kind) {
    case 'COMMON':
    case 'NOTICE':
      return 'Everybody in the hostel reads this, officials too.';
    case 'OPEN':
      return 'Everybody in the hostel can join and read all of it. Officials read it, too.';
    case 'GROUP':
      return `Only its members read a group. ${NOT_OFFICIALS}`;
    case 'DIRECT':
      return `Only the people in it read a message to people. ${NOT_OFFICIALS}`;
    default:
      return '';
  }
}

/** Why nobody writes in a room. */
export const ENDED = 'This discussion is closed. Nobody can write here any more. The hostel office can still read it.';
export const OFFICIALS_ONLY = 'Only the hostel’s officials write here.';

/**
 * What stands above the first message.
 * @param {string} kind
 * @returns {[string, string]} a title, and what it means
 */
export function beginning(kind) {
  if (kind === 'DIRECT') return ['Your conversation begins here.', 'Only the people in it read it.'];
  if (kind === 'GROUP') return ['The group begins here for you.', 'Only its members read it.'];
  return ['The chat begins here.', 'People who come later can read everything that is written here.'];
}
