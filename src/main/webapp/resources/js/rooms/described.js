/** What a room is, as the server describes it. Pure. */

/** @typedef {import('../types.js').RoomDescription} RoomDescription */

export class DescribedRoom {
  name = '';
  kind = '';
  topic = '';
  /** @type {'ALL' | 'OFFICIALS'} who may post */ posting = 'ALL';
  /** @type {'ALL' | 'MENTIONS' | 'NOTHING'} */ involvement = 'ALL';
  /** @type {{id: number, name: string}[]} of a direct room */ people = [];

  /** @param {RoomDescription} room */
  describe({ name, kind, topic, posting, involvement, people }) {
    this.name = name;
    this.kind = kind;
    this.topic = topic ?? '';
    this.posting = posting ?? 'ALL';
    // Each one's own, and not said with a change that everybody is told.
    this.involvement = involvement ?? this.involvement;
    this.people = people ?? this.people;
  }

  /** Whether one wants to hear nothing of it. */
  get isMuted() {
    return this.involvement === 'NOTHING';
  }
}
