/**
 * Opens search: by its button, by `/` where nobody writes, and by Ctrl+Shift+F anywhere. The search itself is fetched when it is first used,
 * and is given what it needs: what it would import is part of what every page loads already, and would become files of their own.
 */
import { Refused, call } from '../api/http.js';
import { counted, t } from '../language/words.js';
import { middleTime } from '../timeline/days.js';
import { el } from './dom.js';
import { openDrawer } from './drawer.js';
import { textField } from './fields.js';
import { toast } from './toast.js';

/**
 * @typedef {object} SearchWorld
 * @property {() => {id: number, name: string}[]} rooms those that one is in
 * @property {(room: number) => Promise<void>} enter brings a room on the screen
 */

const TOOLS = { Refused, call, counted, t, middleTime, el, openDrawer, textField };
/** @typedef {typeof TOOLS} SearchTools */

/** @param {SearchWorld} world */
export function startSearch(world) {
  const button = document.getElementById('search');
  let opening = false;
  const open = async () => {
    if (opening || document.querySelector('dialog[open]')) return;
    opening = true;
    try {
      const { openSearch } = await import('../search/panel.js');
      openSearch(TOOLS, world);
    } catch {
      toast(t('api.not-reached'));
    } finally {
      opening = false;
    }
  };
  button?.addEventListener('click', open);
  // Before whatever begins to write when a key is pressed.
  addEventListener('keydown', (event) => {
    if (!asksForSearch(event)) return;
    event.preventDefault();
    void open();
  }, true);
}

/** @param {KeyboardEvent} event */
function asksForSearch({ key, ctrlKey, metaKey, shiftKey, altKey, isComposing, target }) {
  if (isComposing || altKey) return false;
  if (ctrlKey || metaKey) return shiftKey && key.toLowerCase() === 'f';
  return key === '/' && !(target instanceof Element && target.closest('input, textarea, select, dialog, [role="menu"]'));
}
