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

/** For how many days messages are kept, to choose from; 0 for ever. */
const KEPT = [0, 7, 30, 90, 365];

/** @param {number} days */
const keeping = (days) => (days ? counted('roommenu.kept.days', days) : t('roommenu.kept.ever'));

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
  const kept = el('select', { id: 'details-retention', class: 'input' },
    ...[...new Set([...KEPT, store.retention])].sort((a, b) => a - b).map((days) => el('option', { value: days, selected: days === store.retention }, keeping(days))));
  const officials = choice({ id: 'details-officials', type: 'checkbox', label: t('roommenu.make.officials'), checked: store.posting === 'OFFICIALS' });
  const form = el('form', { class: 'form', id: 'rename-room' }, name.element, topic.element,
    el('div', { class: 'field' }, el('label', { for: 'details-slow' }, t('roommenu.slow')), slow),
    el('div', { class: 'field' }, el('label', { for: 'details-retention' }, t('roommenu.kept')), kept), isOfficial && officials.element,
    el('div', { class: 'buttons' }, el('button', { class: 'button button-small' }, t('roommenu.save'))));
  /** What the form showed: what was left as it is is not sent, because somebody else may have changed it since. */
  const shown = current(store);
  onSubmit(form, async () => {
    name.show('');
    topic.show('');
    const typed = {
      name: name.input.value,
      topic: topic.input.value.trim(),
      slow: Number(slow.value),
      retention: Number(kept.value),
      posting: isOfficial ? (officials.input.checked ? 'OFFICIALS' : 'ALL') : shown.posting,
    };
    const changed = differing(typed, shown);
    const now = current(store);
    const overtaken = changed.filter((field) => now[field] !== shown[field] && now[field] !== typed[field]);
    if (overtaken.length && !(await ask({ title: t('roommenu.overtaken.title'), words: t('roommenu.overtaken.words'), quote: overtaken.map((field) => String(now[field])).join('\n'), yes: t('roommenu.overtaken.yes') }))) return;
    if (changed.includes('retention') && isShorter(typed.retention, shown.retention)
      && !(await ask({ title: t('roommenu.kept.shorter.title', { name: store.name }), words: t('roommenu.kept.shorter.words', { days: keeping(typed.retention) }), yes: t('roommenu.kept.shorter.yes') }))) return;
    if (changed.length) await call('PATCH', `/api/rooms/${store.id}`, Object.fromEntries(changed.map((field) => [field, isNothing(field, typed[field]) ? null : typed[field]])));
    Object.assign(shown, typed);
    // The server sends the new name to everybody in the room.
    toast(t('roommenu.saved'));
  }, (field, words) => (field === 'topic' ? topic : name).show(words));
  return el('section', { class: 'drawer-part' }, el('h3', {}, t('roommenu.rename.title')), form);
}

/** @typedef {{name: string, topic: string, slow: number, retention: number, posting: string}} Described */

/**
 * @param {RoomStore} store
 * @returns {Described}
 */
const current = ({ name, topic, slow, retention, posting }) => ({ name, topic, slow, retention, posting });

/**
 * Whether the server calls it null.
 * @param {keyof Described} field
 * @param {string | number} value
 */
const isNothing = (field, value) => (field === 'topic' && value === '') || (field === 'retention' && value === 0);

/**
 * Whether messages are deleted that were kept before. 0 keeps them for ever.
 * @param {number} days
 * @param {number} before
 */
const isShorter = (days, before) => days > 0 && (before === 0 || days < before);

/**
 * @param {Described} one
 * @param {Described} other
 */
const differing = (one, other) => /** @type {(keyof Described)[]} */ (Object.keys(one)).filter((field) => one[field] !== other[field]);

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

  return el('section', { class: 'drawer-part' }, error, el('div', { class: 'buttons' }, store.kind !== 'AUDIENCE' && leave, mayClose && close));
}
