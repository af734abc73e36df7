/** Puts together what people do with each other's messages in the room on the screen: answering, going to one, pins, typing, mentions. */
import { startAttaching } from '../composer/attaching.js';
import { startMentioning } from '../composer/mentioning.js';
import { ReplyBar } from '../composer/replybar.js';
import { startTyping } from '../composer/typing.js';
import { t } from '../language/words.js';
import { byId } from '../shell/dom.js';
import { pinsBar } from '../shell/pins.js';
import { toast } from '../shell/toast.js';
import { startViewing } from '../timeline/viewing.js';
import { goToMessage } from './message.js';
import { lookUpQuotes } from './quotes.js';

/**
 * @typedef {object} ConversationParts
 * @property {import('../types.js').Person} me
 * @property {import('./screen.js').RoomScreen} screen
 * @property {import('../timeline/timeline.js').Timeline} timeline
 * @property {import('../composer/box.js').Box} box
 * @property {import('../composer/outbox.js').Outbox} outbox
 * @property {import('../composer/tabs.js').Tabs} tabs
 * @property {(frame: object) => void} send
 * @property {(room: number) => boolean} isMember
 *
 * @param {ConversationParts} parts
 */
export function startConversation({ me, screen, timeline, box, outbox, tabs, send, isMember }) {
  const references = () => screen.session.references;
  const replyBar = new ReplyBar(references(), () => box.focus());
  const goTo = (/** @type {number} */ seq) => void goToMessage(screen.store, seq, timeline);
  const showPins = pinsBar(() => screen.store, goTo);
  const typing = startTyping({ room: () => screen.room, tell: (room) => send({ type: 'typing', room }), editing: () => !!timeline.editing });
  startMentioning({ box: byId('box', HTMLTextAreaElement), room: () => screen.store, me: me.id, isOfficial: me.role === 'ADMIN', references });
  startViewing(byId('rows', HTMLElement));
  /** @param {import('../composer/pending.js').Pending} entry */
  const restore = (entry) => {
    references().restore(entry);
    replyBar.show(references());
  };
  const attaching = startAttaching({ me: me.id, session: () => screen.session, sessions: () => screen.sessions, box, outbox, tabs, isMember, restore });
  return {
    goTo,
    typing,
    attaching,
    /** @param {import('../timeline/said.js').Quote} answered one begins to answer it */
    answer(answered) {
      box.setAside();
      references().answer(answered);
      replyBar.show(references());
      box.focus();
    },
    /** A text that could not be sent is in the box again. @param {import('../composer/pending.js').Pending} entry with what belonged to it */
    restore(entry) {
      restore(entry);
      attaching.restore(entry.files ?? []);
    },
    /** Everything after this number is to be unread. @param {number} after */
    markUnread(after) {
      if (!timeline.markUnread(after) && after < screen.store.read.seq) toast(t('api.not-reached'));
    },
    /** Another room is on the screen, or something was sent. */
    show() {
      // An edit that goes on in another room hides nothing here.
      replyBar.edit(!!timeline.editing);
      attaching.edit(!!timeline.editing);
      replyBar.show(references());
      showPins();
      typing.show();
      attaching.show();
    },
    /** @param {import('./store.js').RoomStore} [store] that has changed */
    changed(store) {
      if (store?.id === screen.room) showPins();
      // One may be in other rooms now.
      if (!store) attaching.changed();
    },
    /** @param {boolean} editing */
    edit(editing) {
      replyBar.edit(editing);
      attaching.edit(editing);
    },
    /** @param {import('./store.js').RoomStore} store @param {import('../timeline/said.js').Said[]} fresh */
    said(store, fresh) {
      void lookUpQuotes(store, fresh, () => store.id === screen.room && timeline.refresh());
      for (const { by } of fresh.slice(-5)) typing.said(store.id, by);
    },
  };
}
