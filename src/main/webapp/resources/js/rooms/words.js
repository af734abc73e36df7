/** Texts about a room by its kind. The server's ChatPage has the same for the room that a page is opened with. Pure. */
import { counted, t } from '../language/words.js';

/** @typedef {{kind: string, topic: string}} Described */

/**
 * The room's audience or topic, for its head.
 * @param {Described} room
 */
export function about({ kind, topic }) {
  if (topic) return topic;
  switch (kind) {
    case 'COMMON':
      return t('rooms.about.common');
    case 'NOTICE':
      return t('rooms.about.notice');
    case 'OPEN':
      return t('rooms.about.open');
    case 'GROUP':
      return t('rooms.about.group');
    case 'DIRECT':
      return t('rooms.about.direct');
    case 'AUDIENCE':
      return t('rooms.about.audience');
    default:
      return '';
  }
}

/**
 * What stands in the box as long as nothing is written.
 * @param {Described & {slow?: number}} room
 * @param {boolean} isOfficial who never has to wait between two messages
 */
export function invitation({ kind, slow = 0 }, isOfficial) {
  if (slow && !isOfficial) return slow % 60 ? counted('rooms.invite.slow.seconds', slow) : counted('rooms.invite.slow.minutes', slow / 60);
  if (kind === 'COMMON') return t('rooms.invite.common');
  return t(kind === 'NOTICE' ? 'rooms.invite.notice' : 'rooms.invite');
}

/**
 * Who can read the room.
 * @param {string} kind
 */
export function privacy(kind) {
  switch (kind) {
    case 'COMMON':
    case 'NOTICE':
      return t('rooms.privacy.hostel');
    case 'OPEN':
      return t('rooms.privacy.open');
    case 'GROUP':
      return t('rooms.privacy.group');
    case 'DIRECT':
      return t('rooms.privacy.direct');
    case 'AUDIENCE':
      return t('rooms.privacy.audience');
    default:
      return '';
  }
}

/**
 * For how long messages are kept.
 * @param {number} days
 */
export const kept = (days) => counted('rooms.kept', days);

/** Why one cannot post in a room: a discussion also ends for those whom the notice no longer concerns. */
export const ended = () => t('rooms.closed.ended');
export const officialsOnly = () => t('rooms.closed.officials');

/**
 * The text above the first message.
 * @param {string} kind
 * @returns {[string, string]} a title and an explanation
 */
export function beginning(kind) {
  if (kind === 'DIRECT') return [t('rooms.begin.direct.title'), t('rooms.begin.direct.words')];
  if (kind === 'GROUP') return [t('rooms.begin.group.title'), t('rooms.begin.group.words')];
  return [t('rooms.begin.title'), t('rooms.begin.words')];
}
