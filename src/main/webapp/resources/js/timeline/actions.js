/** The menu of a message, and the buttons of one that could not be sent. */
import { call, Refused } from '../api/http.js';
import { throwAway } from '../composer/leftovers.js';
import { t } from '../language/words.js';
import { copy } from '../shell/clipboard.js';
import { ask } from '../shell/dialog.js';
import { openMenu } from '../shell/menu.js';
import { toast } from '../shell/toast.js';
import { quickReactions, toggle } from './reacting.js';
import { quote } from './said.js';
import { fullTime } from './days.js';
import { wordsOf } from './files.js';
import { report } from './report.js';

/** @typedef {import('./log.js').Said} Said */

/**
 * @param {object} parts
 * @param {HTMLElement} parts.rows
 * @param {() => number} parts.room the id of the room on the screen
 * @param {import('../types.js').Person} parts.me
 * @param {(seq: number) => Said | undefined} parts.find
 * @param {import('../composer/outbox.js').Outbox} parts.outbox
 * @param {import('../composer/box.js').Box} parts.box
 * @param {(person: {id: number}) => void} parts.writeTo goes to the conversation with somebody
 * @param {(answered: import('./said.js').Quote) => void} parts.answer one begins to answer a message
 * @param {(seq: number) => void} parts.goTo goes to a message of the room on the screen
 * @param {(entry: import('../composer/pending.js').Pending) => void} parts.restore takes over what belonged to a text that is put back
 * @param {(after: number) => void} parts.markUnread everything after this number is to be unread
 */
export function startActions({ rows, room, me, find, outbox, box, writeTo, answer, goTo, restore, markUnread }) {
  rows.addEventListener('click', (event) => {
    const button = event.target instanceof Element ? event.target.closest('button[data-act]') : null;
    const row = button?.closest('[data-key]');
    if (!(button instanceof HTMLButtonElement) || !(row instanceof HTMLElement)) return;
    const clientId = row.dataset.clientId ?? '';
    if (button.dataset.act === 'retry') outbox.retry(clientId);
    else if (button.dataset.act === 'rewrite') rewrite(clientId);
    else if (button.dataset.act === 'discard') void discard(clientId);
    else if (button.dataset.act === 'quote') goTo(Number(button.dataset.to));
    else if (button.dataset.act === 'react') void react(find(Number(row.dataset.seq)), button.dataset.emoji ?? '');
    else openFor(row, find(Number(row.dataset.seq)));
  });

  /**
   * @param {Said | undefined} said
   * @param {string} emoji
   */
  async function react(said, emoji) {
    if (said) await toggle(room(), said, emoji);
  }

  /**
   * @param {number} of the room
   * @param {Said} said
   */
  async function pin(of, { seq, pinned }) {
    try {
      await call(pinned ? 'DELETE' : 'PUT', `/api/rooms/${of}/messages/by-seq/${seq}/pin`);
    } catch (error) {
      toast(/** @type {Error} */ (error).message);
    }
  }

  /** @param {string} clientId */
  function rewrite(clientId) {
    const entry = outbox.of(room()).find((one) => one.clientId === clientId);
    box.putBack(outbox.take(clientId));
    if (entry) restore(entry);
  }

  /** @param {string} clientId */
  async function discard(clientId) {
    const entry = outbox.of(room()).find((one) => one.clientId === clientId);
    if (entry && (await throwAway(wordsOf(entry)))) outbox.take(clientId);
    box.focus();
  }

  /**
   * @param {HTMLElement} row
   * @param {Said | undefined} said
   */
  function openFor(row, said) {
    if (!said) return;
    // Numbers belong to a room: acts apply to the room in which the menu was opened, even if another one is on the
    // screen by then.
    const of = room();
    const own = said.by === me.id;
    /** @type {import('../shell/menu.js').MenuItem[]} */
    const items = said.body ? [{ label: t('timeline.copy'), icon: 'copy', act: () => void copy(said.body) }] : [];
    if (own && !box.closed) items.unshift({ label: t('timeline.edit'), icon: 'pencil', act: () => void (room() === of && box.startEditing(said)) });
    if (!box.closed) {
      items.unshift({ label: t('timeline.reply'), icon: 'reply', act: () => room() === of && answer(quote(said)) });
      items.push({ label: t(said.pinned ? 'timeline.unpin' : 'timeline.pin'), icon: 'pin', act: () => void pin(of, said) });
    }
    if (!own) items.push({ label: t('timeline.mark-unread'), icon: 'unread', act: () => room() === of && markUnread(said.seq - 1) });
    if (said.by && !own) items.push({ label: t('people.write', { name: said.name }), icon: 'talk', act: () => writeTo({ id: said.by }) });
    if (said.by && !own) items.push({ label: t('report.item'), icon: 'about', act: () => report(of, said) });
    if (own || me.role === 'ADMIN') items.push({ label: t('timeline.delete'), icon: 'bin', danger: true, act: () => void remove(of, said) });
    const button = () => room() !== of ? null : rows.querySelector(`[data-key="${CSS.escape(row.dataset.key ?? '')}"] [data-act="menu"]`);
    const when = said.editedAt ? t('timeline.time.edited', { time: fullTime(said.at), edited: fullTime(said.editedAt) }) : fullTime(said.at);
    openMenu(/** @type {() => HTMLElement | null} */ (button), items, when, quickReactions(of, said));
  }

  /**
   * Asks for confirmation, and deletes.
   * @param {number} of the message's room, which may not be on the screen any more when the server answers
   * @param {Said} said
   * @returns {Promise<boolean>} whether it is deleted
   */
  async function remove(of, said) {
    const title = said.by === me.id ? t('timeline.delete.title.own') : t('timeline.delete.title', { name: said.name });
    const sure = await ask({ title, words: t('timeline.delete.words'), quote: wordsOf(said), yes: t('timeline.delete') });
    if (!sure) return false;
    try {
      await call('DELETE', `/api/rooms/${of}/messages/by-seq/${said.seq}`);
      toast(t('timeline.deleted'));
      return true;
    } catch (error) {
      // Without a response it is unknown whether it was deleted.
      const unknown = error instanceof Refused && error.problem.status === 0;
      const { message } = /** @type {Error} */ (error);
      toast(unknown ? message : t('timeline.deleted.not', { reason: message }));
      return false;
    }
  }

  return { remove };
}
