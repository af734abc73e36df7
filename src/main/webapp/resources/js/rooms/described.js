/** What a room is, as the server describes it. Pure. */
import { t } from '../language/words.js';

/** @typedef {import('../types.js').RoomDescription} RoomDescription */

/** As the server stores it where no official has named the room. */
const COMMON_NAME = 'Common room';

export class DescribedRoom {
  name = '';
  kind = '';
  topic = '';
  /** @type {'ALL' | 'OFFICIALS'} who may post */ posting = 'ALL';
  /** @type {'ALL' | 'MENTIONS' | 'NOTHING'} */ involvement = 'ALL';
  /** @type {{id: number, name: string}[]} of a direct room */ people = [];

  /** @param {RoomDescription} room */
  describe({ name, kind, topic, posting, involvement, people }) {
    this.kind = kind;
    this.rename(name);
    this.topic = topic ?? '';
    this.posting = posting ?? 'ALL';
    // Each one's own, and not said with a change that everybody is told.
    this.involvement = involvement ?? this.involvement;
    this.people = people ?? this.people;
  }

  /**
   * The common room is called by the reader's language as long as it has the name with which it was made.
   * @param {string} name as it is stored
   */
  rename(name) {
    this.name = this.kind === 'COMMON' && name === COMMON_NAME ? t('rooms.common') : name;
  }

  /** Whether one wants to hear nothing of it. */
  get isMuted() {
    return this.involvement === 'NOTHING';
  }
}
