/** What there is to know of a room, and to do about it: who can read it, who is in it, whether one is told of it, leaving. */
import { call } from '../api/http.js';
import { t } from '../language/words.js';
import { about, officialsOnly, privacy } from '../rooms/words.js';
import { el } from '../shell/dom.js';
import { choice } from '../shell/fields.js';
import { openDrawer } from '../shell/drawer.js';
import { members } from './members.js';
import { leaving, renaming } from './upkeep.js';

/** @typedef {import('./menu.js').RoomWorld} RoomWorld */

/** Kinds of rooms that people join, leave, make and close. */
const CHANGING = new Set(['OPEN', 'GROUP']);

/** @param {RoomWorld} world */
export function openDetails(world) {
  const { store } = world.screen;
  const changing = CHANGING.has(store.kind);
  const upkeep = el('div', { class: 'drawer-part' });
  const drawer = openDrawer(store.name,
    el('p', { dir: 'auto' }, about(store)),
    el('p', { class: 'privacy' }, privacy(store.kind)),
    store.posting === 'OFFICIALS' && el('p', {}, officialsOnly()),
    muting(store), people(), upkeep);
  const isKept = world.me.role === 'ADMIN' && changing;
  showUpkeep(isKept);

  function people() {
    if (changing) {
      return members(world, store, (isMaker) => {
        if (isMaker && !isKept) showUpkeep(true);
      });
    }
    if (store.kind !== 'DIRECT') return null;
    const names = store.people.map(({ id, name }) => el('li', { class: 'person' }, el('bdi', { class: 'person-name' }, name), id === world.me.id && el('span', { class: 'soft small' }, t('shell.you'))));
    return el('section', { class: 'drawer-part' }, el('h3', {}, t('roommenu.members')), el('ul', { class: 'members' }, ...names));
  }

  /** @param {boolean} mayChange one made the room, or is an official */
  function showUpkeep(mayChange) {
    upkeep.replaceChildren(...[
      mayChange && renaming(store),
      changing && leaving(world, store, drawer, mayChange),
    ].filter((part) => part instanceof Node));
  }
}

/** @param {import('../rooms/store.js').RoomStore} store */
function muting(store) {
  const { element, input } = choice({
    id: 'details-mute', type: 'checkbox', label: t('roommenu.mute'), checked: store.isMuted,
    hint: t('roommenu.mute.hint'),
  });
  const error = el('p', { class: 'field-error', role: 'alert', hidden: true });
  input.addEventListener('change', async () => {
    const involvement = input.checked ? 'NOTHING' : 'ALL';
    error.hidden = true;
    input.disabled = true;
    try {
      await call('PUT', `/api/rooms/${store.id}/involvement`, { level: involvement });
      store.change({ ...store, involvement });
    } catch (problem) {
      input.checked = !input.checked;
      error.textContent = /** @type {Error} */ (problem).message;
      error.hidden = false;
    }
    input.disabled = false;
  });
  return el('div', { class: 'drawer-part' }, element, error);
}
