/** What people can do with the messages on the screen: the menus beside them, and copying several. */
import { startActions } from './actions.js';
import { startCopying } from './copying.js';

/**
 * @typedef {object} ActingParts
 * @property {HTMLElement} rows
 * @property {import('../types.js').Person} me
 * @property {import('../rooms/screen.js').RoomScreen} screen
 * @property {import('../composer/outbox.js').Outbox} outbox
 * @property {import('../composer/box.js').Box} box
 * @property {(person: { id: number }) => void} writeTo goes to the conversation with somebody
 * @property {ReturnType<typeof import('../rooms/conversation.js').startConversation>} conversation
 */

/** @param {ActingParts} parts */
export function startActing({ rows, me, screen, outbox, box, writeTo, conversation }) {
  startCopying(({ dataset: { seq, clientId } }) => {
    if (seq) return screen.session.find(Number(seq));
    const pending = outbox.of(screen.room).find((entry) => entry.clientId === clientId);
    return pending && { name: me.name, at: pending.at };
  });
  return startActions({
    rows,
    room: () => screen.room,
    me,
    find: (seq) => screen.session.find(seq),
    outbox,
    box,
    writeTo,
    answer: (answered) => conversation.answer(answered),
    goTo: (seq) => conversation.goTo(seq),
    restore: (entry) => conversation.restore(entry),
    markUnread: (after) => conversation.markUnread(after),
  });
}
