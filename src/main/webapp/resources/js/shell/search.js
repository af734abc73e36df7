/**
 * Opens the search: by its button, by `/` outside of fields, and by Ctrl+Shift+F. The panel is loaded on first use. It gets
 * the functions that it needs as parameters: if it imported them, the bundler would move them from the page's bundle to files
 * of their own.
 */
import { Refused, call } from '../api/http.js';
import { counted, t } from '../language/words.js';
import { middleTime } from '../timeline/days.js';
import { el } from './dom.js';
import { openDrawer } from './drawer.js';
import { textField } from './fields.js';
import { importing } from './importing.js';
import { isLetter } from './keys.js';
import { toast } from './toast.js';

/**
 * @typedef {object} SearchWorld
 * @property {() => {id: number, name: string}[]} rooms one's rooms
 * @property {<T extends {room: number, roomName: string}>(hit: T) => T} named with the room's name as the list of rooms has it: the server
 *     sends the stored one, and the common room's is translated
 * @property {(room: number) => Promise<void>} enter shows a room
 */

export const SEARCH_TOOLS = { Refused, call, counted, t, middleTime, el, openDrawer, textField };
/** @typedef {typeof SEARCH_TOOLS} SearchTools */

const loadSearch = importing(() => import('../search/panel.js'));
const loadMentions = importing(() => import('../mentions/panel.js'));

/** @param {SearchWorld} world */
export function startSearch(world) {
  const button = document.getElementById('search');
  let opening = false;
  const open = async () => {
    if (opening || document.querySelector('dialog[open]')) return;
    opening = true;
    try {
      const { openSearch } = await loadSearch();
      openSearch(SEARCH_TOOLS, world);
    } catch {
      toast(t('api.not-reached'));
    } finally {
      opening = false;
    }
  };
  button?.addEventListener('click', open);
  document.getElementById('mentions')?.addEventListener('click', async () => {
    try {
      const { openMentions } = await loadMentions();
      openMentions(SEARCH_TOOLS, world);
    } catch {
      toast(t('api.not-reached'));
    }
  });
  // Before whatever begins to write when a key is pressed.
  addEventListener('keydown', (event) => {
    if (!asksForSearch(event)) return;
    event.preventDefault();
    void open();
  }, true);
}

/** @param {KeyboardEvent} event */
function asksForSearch({ key, code, ctrlKey, metaKey, shiftKey, altKey, isComposing, target }) {
  if (isComposing || altKey) return false;
  if (ctrlKey || metaKey) return shiftKey && isLetter('f', { key, code });
  return key === '/' && !(target instanceof Element && target.closest('input, textarea, select, dialog, [role="menu"]'));
}
