/** The room's details panel: who can read it, its members, its notifications, and leaving or closing it. */
import { t } from '../language/words.js';
import { about, kept, officialsOnly, privacy } from '../rooms/words.js';
import { el } from '../shell/dom.js';
import { openDrawer } from '../shell/drawer.js';
import { avatar, nameButton } from '../shell/people.js';
import { involvementChoice } from './involvement.js';
import { members } from './members.js';
import { leaving, renaming } from './upkeep.js';

/** @typedef {import('./menu.js').RoomWorld} RoomWorld */

/** Kinds of rooms that people create, join, leave and close. */
const CHANGING = new Set(['OPEN', 'GROUP']);

/** @param {RoomWorld} world */
export function openDetails(world) {
  const { store } = world.screen;
  const changing = CHANGING.has(store.kind);
  const follows = store.kind === 'AUDIENCE';
  const upkeep = el('div', { class: 'drawer-part' });
  const drawer = openDrawer(store.name,
    el('p', { dir: 'auto' }, about(store)),
    el('p', { class: 'privacy' }, privacy(store.kind)),
    store.retention > 0 && el('p', { id: 'details-kept' }, kept(store.retention)),
    store.posting === 'OFFICIALS' && el('p', {}, officialsOnly()),
    involvementChoice(store), people(), upkeep);
  const isKept = world.me.role === 'ADMIN' && (changing || follows);
  showUpkeep(isKept);

  function people() {
    if (changing || follows) {
      return members(world, store, (isMaker) => {
        if (isMaker && changing && !isKept) showUpkeep(true);
      });
    }
    if (store.kind !== 'DIRECT') return null;
    const names = store.people.map((person) => el('li', { class: 'person' }, avatar(person, true), ...(person.id === world.me.id
      ? [el('bdi', { class: 'person-name' }, person.name), el('span', { class: 'soft small' }, t('shell.you'))]
      : [nameButton(person)])));
    return el('section', { class: 'drawer-part' }, el('h3', {}, t('roommenu.members')), el('ul', { class: 'members', id: 'details-members' }, ...names));
  }

  /** @param {boolean} mayChange whether one created the room, or is an official */
  function showUpkeep(mayChange) {
    upkeep.replaceChildren(...[
      mayChange && renaming(store, world.me.role === 'ADMIN'),
      (changing || isKept) && leaving(world, store, drawer, mayChange),
    ].filter((part) => part instanceof Node));
  }
}
