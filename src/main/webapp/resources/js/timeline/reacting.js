/** Reacting to a message: the most common emoji by one tap, all others by a picker that is fetched when it is first used. */
import { call } from '../api/http.js';
import { language } from '../language/locale.js';
import { t } from '../language/words.js';
import { el } from '../shell/dom.js';
import { openDrawer } from '../shell/drawer.js';
import { textField } from '../shell/fields.js';
import { importing } from '../shell/importing.js';
import { toast } from '../shell/toast.js';

/** @typedef {import('./said.js').Said} Said */

/** The most common reactions, with the keys of their names. */
const COMMONEST = [['👍', 'timeline.react.thumb'], ['❤️', 'timeline.react.heart'], ['😂', 'timeline.react.laugh'], ['😮', 'timeline.react.wow'], ['😢', 'timeline.react.sad'], ['🙏', 'timeline.react.thanks']];

const TOOLS = { el, language, openDrawer, t, textField };
/** @typedef {typeof TOOLS} PickerTools */

const loadPicker = importing(() => import('../emoji/picker.js'));

/** Requests in progress: a second tap in the meantime is ignored. */
const busy = new Set();

/**
 * Adds or removes one's reaction.
 * @param {number} room
 * @param {Said} said
 * @param {string} emoji
 */
export async function toggle(room, said, emoji) {
  const mine = said.reactions.some((one) => one.mine && one.emoji === emoji);
  const path = `/api/rooms/${room}/messages/by-seq/${said.seq}/reactions/${encodeURIComponent(emoji)}`;
  if (busy.has(path)) return;
  busy.add(path);
  try {
    await call(mine ? 'DELETE' : 'PUT', path);
  } catch (error) {
    toast(/** @type {Error} */ (error).message);
  }
  busy.delete(path);
}

/**
 * The entries at the top of a message's menu.
 * @param {number} room
 * @param {Said} said
 * @returns {import('../shell/menu.js').QuickItem[]}
 */
export function quickReactions(room, said) {
  const own = new Set(said.reactions.filter(({ mine }) => mine).map(({ emoji }) => emoji));
  return [
    ...COMMONEST.map(([emoji, name]) => ({ label: t(name), text: emoji, pressed: own.has(emoji), act: () => void toggle(room, said, emoji) })),
    { label: t('timeline.react.more'), icon: 'plus', act: () => void pick(room, said) },
  ];
}

/**
 * @param {number} room
 * @param {Said} said
 */
async function pick(room, said) {
  try {
    const { openPicker } = await loadPicker();
    await openPicker(TOOLS, (emoji) => void toggle(room, said, emoji));
  } catch {
    toast(t('api.not-reached'));
  }
}
