/** A room's description by the server. Pure. */
import { t } from '../language/words.js';

/** @typedef {import('../types.js').RoomDescription} RoomDescription */

/** The stored name as long as no official has renamed the room. */
const COMMON_NAME = 'Common room';

export class DescribedRoom {
  name = '';
  kind = '';
  topic = '';
  /** @type {'ALL' | 'OFFICIALS'} who may post */ posting = 'ALL';
  /** How many seconds have to lie between two posts of one person; 0 for none. */
  slow = 0;
  /** For how many days messages are kept; 0 for ever. */
  retention = 0;
  /** @type {'ALL' | 'MENTIONS' | 'NOTHING'} */ involvement = 'ALL';
  /** @type {{id: number, name: string}[]} of a direct room */ people = [];
  /** When something was last posted; of other than direct rooms, 0 if that was before this page was opened. */
  saidAt = 0;

  /** @param {RoomDescription} room */
  describe({ name, kind, topic, posting, involvement, people, slow, retention, saidAt }) {
    this.kind = kind;
    this.rename(name);
    this.topic = topic ?? '';
    this.posting = posting ?? 'ALL';
    this.slow = slow ?? 0;
    this.retention = retention ?? 0;
    // Personal, so not part of changes that are sent to everybody.
    this.involvement = involvement ?? this.involvement;
    this.people = people ?? this.people;
    this.saidAt = Math.max(this.saidAt, saidAt ?? 0);
  }

  /** Posts by others after the last one read. */
  get unread() {
    return 0;
  }

  /** How many of them mention one. */
  get mentions() {
    return 0;
  }

  /** How many of the unread one wants to be told of: in the list, in the title and on the icon. */
  get noticed() {
    if (this.isMuted) return 0;
    return this.involvement === 'MENTIONS' ? this.mentions : this.unread;
  }

  /**
   * The common room's name is translated as long as it is the original one.
   * @param {string} name the stored name
   */
  rename(name) {
    this.name = this.kind === 'COMMON' && name === COMMON_NAME ? t('rooms.common') : name;
  }

  /** Whether one wants no notifications. */
  get isMuted() {
    return this.involvement === 'NOTHING';
  }
}
