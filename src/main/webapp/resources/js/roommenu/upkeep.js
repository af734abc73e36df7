/** Renaming, leaving and closing a room. */
import { call } from '../api/http.js';
import { counted, t } from '../language/words.js';
import { ask } from '../shell/dialog.js';
import { el } from '../shell/dom.js';
import { choice, onSubmit, textField } from '../shell/fields.js';
import { toast } from '../shell/toast.js';

/** @typedef {import('./menu.js').RoomWorld} RoomWorld */
/** @typedef {import('../rooms/store.js').RoomStore} RoomStore */

/** Seconds between two messages of one person, to choose from. */
const SLOW = [0, 10, 30, 60, 300, 900];

/** @param {number} seconds */
function slowness(seconds) {
  if (!seconds) return t('roommenu.slow.off');
  return seconds % 60 ? counted('roommenu.slow.seconds', seconds) : counted('roommenu.slow.minutes', seconds / 60);
}

/**
 * @param {RoomStore} store
 * @param {boolean} isOfficial whether one may also say that only officials write
 */
export function renaming(store, isOfficial) {
  const name = textField({ id: 'details-name', label: t('roommenu.name'), value: store.name, maxlength: 64 });
  const topic = textField({ id: 'details-topic', label: t('roommenu.topic'), value: store.topic, maxlength: 250 });
  const slow = el('select', { id: 'details-slow', class: 'input' },
    ...[...new Set([...SLOW, store.slow])].sort((a, b) => a - b).map((seconds) => el('option', { value: seconds, selected: seconds === store.slow }, slowness(seconds))));
  const officials = choice({ id: 'details-officials', type: 'checkbox', label: t('roommenu.make.officials'), checked: store.posting === 'OFFICIALS' });
  const form = el('form', { class: 'form', id: 'rename-room' }, name.element, topic.element,
    el('div', { class: 'field' }, el('label', { for: 'details-slow' }, t('roommenu.slow')), slow), isOfficial && officials.element,
    el('div', { class: 'buttons' }, el('button', { class: 'button button-small' }, t('roommenu.save'))));
  onSubmit(form, async () => {
    name.show('');
    topic.show('');
    // Left as it is, the name is not sent: the common room's is shown in the reader's language and stored in another.
    const change = {
      ...(name.input.value !== store.name && { name: name.input.value }),
      topic: topic.input.value.trim() || null,
      slow: Number(slow.value),
      ...(isOfficial && { posting: officials.input.checked ? 'OFFICIALS' : 'ALL' }),
    };
    await call('PATCH', `/api/rooms/${store.id}`, change);
    // The line tells what it is called now.
    toast(t('roommenu.saved'));
  }, (field, words) => (field === 'topic' ? topic : name).show(words));
  return el('section', { class: 'drawer-part' }, el('h3', {}, t('roommenu.rename.title')), form);
}

/**
 * @param {RoomWorld} world
 * @param {RoomStore} store
 * @param {{close: () => void, closed: Promise<unknown>}} drawer
 * @param {boolean} mayClose
 */
export function leaving(world, store, drawer, mayClose) {
  const error = el('p', { class: 'field-error', role: 'alert', hidden: true });
  const leave = el('button', { type: 'button', class: 'button', id: 'leave-room' }, t('roommenu.leave'));
  const close = el('button', { type: 'button', class: 'button button-danger', id: 'close-room' }, t('roommenu.close'));
  leave.addEventListener('click', () => act(
    { title: t('roommenu.leave.title', { name: store.name }), words: t(store.kind === 'GROUP' ? 'roommenu.leave.words.group' : 'roommenu.leave.words.open'), yes: t('roommenu.leave.yes') },
    `/api/rooms/${store.id}/members/${world.me.id}`));
  close.addEventListener('click', () => act(
    { title: t('roommenu.close.title', { name: store.name }), words: t('roommenu.close.words'), yes: t('roommenu.close.yes') },
    `/api/rooms/${store.id}`));

  /**
   * @param {{title: string, words: string, yes: string}} question
   * @param {string} path
   */
  async function act(question, path) {
    if (!(await ask(question))) return;
    world.departures.expect(store.id);
    try {
      await call('DELETE', path);
      drawer.close();
    } catch (problem) {
      world.departures.forget(store.id);
      error.textContent = /** @type {Error} */ (problem).message;
      error.hidden = false;
    }
  }

  return el('section', { class: 'drawer-part' }, error, el('div', { class: 'buttons' }, leave, mayClose && close));
}
