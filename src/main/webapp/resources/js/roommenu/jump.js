/** 'Jump': finds a room or a person by part of the name, and opens it. For keyboard and touch. */
import { call } from '../api/http.js';
import { counted, t } from '../language/words.js';
import { matching } from '../rooms/matching.js';
import { openDrawer } from '../shell/drawer.js';
import { el, icon } from '../shell/dom.js';
import { textField } from '../shell/fields.js';
import { avatar, roleBadge } from '../shell/people.js';
import { badge, roomIcon } from '../shell/roomlink.js';
import { closeDialogs, goToDirect } from './direct.js';
import { ListBox } from './listbox.js';

/** @typedef {import('./menu.js').RoomWorld} RoomWorld */
/** @typedef {import('./listbox.js').Group} Group */

const TYPED_FOR = 200;
/** The most results of each kind. */
const MOST = 20;

/**
 * @param {RoomWorld} world
 * @param {(room: number) => number} lately how recently a room was on the screen: higher is later, -1 for never
 */
export function openJump(world, lately) {
  const field = textField({ id: 'jump-text', label: t('jump.label'), type: 'search', maxlength: 64 });
  const status = el('p', { class: 'field-hint', role: 'status' });
  const box = new ListBox('jump-list', t('jump.title'), field.input);
  openDrawer(t('jump.title'), field.element, status, box.element);
  /** @type {Group[]} what the server found */ let found = [];
  let isCut = false;
  let turn = 0;
  /** @type {number | undefined} */ let timer;

  /** @param {boolean} asked whether the server has answered for the present text */
  function show(asked) {
    box.show([{ label: t('jump.rooms'), options: own() }, ...found]);
    if (asked) status.textContent = box.count ? words(box.count) : t('jump.none');
  }

  /** @param {number} count */
  const words = (count) => (isCut ? t('jump.found.first', { count }) : counted('jump.found', count));

  const text = () => field.input.value.trim();

  const own = () => matching([...world.rooms].filter(({ id, kind }) => text() || (kind !== 'NOTICE' && id !== world.screen.store.id)), text(), lately).slice(0, MOST).map((room) => ({
    key: `room-${room.id}`,
    content: [roomIcon(room.kind), el('bdi', { class: 'person-name' }, room.name), room.noticed > 0 && badge(room.noticed)],
    choose: async () => {
      await closeDialogs();
      await world.router.go(room.id);
    },
  }));

  async function look() {
    const asked = ++turn;
    const query = encodeURIComponent(text());
    try {
      const [people, open] = text()
        ? await Promise.all([call('GET', `/api/people?text=${query}`), call('GET', `/api/rooms/directory?limit=${MOST}&text=${query}`)])
        : [{ items: [] }, { items: [], next: null }];
      if (asked !== turn) return;
      isCut = people.items.length > MOST || Boolean(open.next);
      found = [
        { label: t('jump.people'), options: people.items.slice(0, MOST).map(ofPerson) },
        { label: t('jump.open'), options: open.items.filter((/** @type {{joined: boolean}} */ { joined }) => !joined).map(ofOpen) },
      ];
      show(true);
    } catch (error) {
      if (asked === turn) status.textContent = /** @type {Error} */ (error).message;
    }
  }

  /** @param {import('../types.js').Person} person */
  const ofPerson = (person) => ({
    key: `person-${person.id}`,
    content: [avatar(person, true), el('bdi', { class: 'person-name' }, person.name), roleBadge(person.role)],
    choose: () => goToDirect(world, [person.id]),
  });

  /** @param {{id: number, name: string}} room */
  const ofOpen = ({ id, name }) => ({
    key: `open-${id}`,
    content: [icon('plus'), el('bdi', { class: 'person-name' }, name)],
    choose: async () => {
      await call('PUT', `/api/rooms/${id}/members/${world.me.id}`);
      await closeDialogs();
      await world.enter(id);
    },
  });

  box.refused = (words) => field.show(words);
  field.input.addEventListener('input', () => {
    clearTimeout(timer);
    field.show('');
    status.textContent = '';
    turn++;
    found = [];
    show(false);
    timer = setTimeout(() => void look(), TYPED_FOR);
  });
  show(false);
  field.input.focus();
}
