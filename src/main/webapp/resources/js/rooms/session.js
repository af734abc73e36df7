/** What one is doing in one room: the reading position and the draft. Kept while other rooms are on the screen. */
import { call } from '../api/http.js';
import { Chosen } from '../composer/chosen.js';
import { Draft, Edits } from '../composer/drafts.js';
import { mintId } from '../composer/ids.js';
import { References } from '../composer/references.js';
import { Reading } from '../timeline/reading.js';
import { officialsOnly } from './words.js';

/**
 * @typedef {object} SessionEnds
 * @property {import('../types.js').Person} me
 * @property {import('../composer/tabs.js').Tabs} tabs
 * @property {import('../composer/outbox.js').Outbox} outbox
 * @property {() => void} posted one has posted here
 * @property {(said: import('../timeline/log.js').Said) => Promise<boolean>} remove asks for confirmation and deletes; false
 *     if not
 * @property {(seq: number) => void} editing told which message is being edited; 0 for none
 * @property {import('./own.js').OwnState} own
 */

export class RoomSession {
  /** @type {import('../composer/parts.js').BoxEnds} */ writing;
  #settled = false;
  #isOfficial;
  #own;

  /**
   * @param {import('./store.js').RoomStore} store
   * @param {SessionEnds} ends
   */
  constructor(store, { me, tabs, outbox, posted, remove, editing, own }) {
    this.store = store;
    this.room = store.id;
    this.reading = new Reading(store, me.id);
    this.draft = new Draft(me.id, store.id, tabs);
    this.edits = new Edits(me.id, store.id, tabs);
    this.references = new References(me.id, store.id);
    this.chosen = new Chosen();
    this.#isOfficial = me.role === 'ADMIN';
    this.#own = own;
    this.writing = {
      closed: this.closed,
      draft: this.draft,
      edits: this.edits,
      editing,
      post: (body) => {
        outbox.add(store.id, mintId(), body, { ...this.references.take(body), ...this.chosen.take(), tab: tabs.id });
        posted();
      },
      carries: () => this.chosen.files.length > 0,
      awaits: () => this.chosen.coming > 0,
      edit: (seq, body) => call('PATCH', `/api/rooms/${store.id}/messages/by-seq/${seq}`, { body }),
      remove: async (seq) => {
        const said = this.find(seq);
        return !said || said.gone || remove(said);
      },
      lastOwn: () => (store.loaded ? store.log.newestBy(me.id) : undefined),
    };
  }

  /** Why one cannot post here; empty if one can. */
  get closed() {
    return this.store.posting === 'OFFICIALS' && !this.#isOfficial ? officialsOnly() : this.#own.muted;
  }

  /** What was written or chosen here and not sent, in words. */
  get unsent() {
    return this.draft.text || this.chosen.files.map(({ name }) => name).join(', ');
  }

  /** @param {number} seq */
  find(seq) {
    return this.store.loaded ? this.store.log.find(seq) : undefined;
  }

  /**
   * Takes over the drafts of closed tabs, once.
   * @param {(draft: string) => void} take receives the text for the composer
   */
  async settle(take) {
    if (this.#settled) return;
    this.#settled = true;
    await Promise.all([this.draft.settle().then(take), this.edits.settle()]);
  }
}
