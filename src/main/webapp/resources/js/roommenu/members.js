/** The members of a room: the list, adding people to a group, and removing them. */
import { call } from '../api/http.js';
import { list } from '../language/locale.js';
import { t } from '../language/words.js';
import { ask } from '../shell/dialog.js';
import { el } from '../shell/dom.js';
import { avatar, nameButton, roleBadge } from '../shell/people.js';
import { toast } from '../shell/toast.js';
import { Pages } from './pages.js';
import { PeoplePicker } from './picker.js';

/** @typedef {import('./menu.js').RoomWorld} RoomWorld */
/** @typedef {import('../types.js').Person & {here: boolean, maker: boolean}} Member */

const PAGE = 100;

/**
 * @param {RoomWorld} world
 * @param {import('../rooms/store.js').RoomStore} store
 * @param {(isMaker: boolean) => void} known told whether one has created the room
 */
export function members({ me }, store, known) {
  const path = `/api/rooms/${store.id}/members`;
  const rows = el('ul', { class: 'members', id: 'details-members' });
  const status = el('p', { class: 'field-hint', role: 'status' }, t('roommenu.loading'));
  const more = el('button', { type: 'button', class: 'button button-small', hidden: true }, t('roommenu.more'));
  const heading = el('h3', { tabindex: -1 }, t('roommenu.members'));
  /** @type {Set<number>} */
  const inside = new Set();
  /** @type {Pages<Member>} */
  const pages = new Pages((after) => call('GET', `${path}?limit=${PAGE}&after=${after}`));
  let mayRemove = me.role === 'ADMIN' && store.kind !== 'AUDIENCE';

  /** @param {ReturnType<typeof pages.begin>} fetched */
  async function show(fetched) {
    try {
      const page = await fetched;
      if (!page) return;
      if (page.first) rows.replaceChildren();
      for (const { id } of page.items) inside.add(id);
      rows.append(...page.items.map(row));
      more.hidden = page.next === null;
      status.textContent = '';
    } catch (error) {
      status.textContent = /** @type {Error} */ (error).message;
    }
  }

  /** One's own entry may be on any page of the list, so it is requested separately. */
  async function showFirst() {
    try {
      const { items } = await call('GET', `${path}?limit=1&after=${me.id - 1}`);
      const isMaker = items.some((/** @type {Member} */ { id, maker }) => id === me.id && maker);
      mayRemove ||= isMaker && store.kind === 'GROUP';
      known(isMaker);
    } catch (error) {
      status.textContent = /** @type {Error} */ (error).message;
      return;
    }
    await show(pages.begin());
  }

  /** @param {Member} member */
  function row(member) {
    const { id, name, role, here, maker } = member;
    const notes = list([id === me.id ? t('shell.you') : '', maker ? t('roommenu.maker') : '', here ? t('roommenu.online') : ''].filter(Boolean));
    const item = el('li', { class: 'person' }, avatar(member, true),
      id === me.id ? el('bdi', { class: 'person-name' }, name) : nameButton(member), roleBadge(role), notes && el('span', { class: 'soft small' }, notes));
    if (mayRemove && id !== me.id) {
      const button = el('button', { type: 'button', class: 'button-plain person-remove', 'data-remove': id, 'aria-label': t('roommenu.pick.remove', { name }) }, t('roommenu.remove'));
      const problem = el('p', { class: 'field-error', role: 'alert', hidden: true });
      button.addEventListener('click', () => void remove(member, item, problem));
      item.append(button, problem);
    }
    return item;
  }

  /**
   * @param {Member} member
   * @param {HTMLElement} item
   * @param {HTMLElement} problem where to show why they could not be removed
   */
  async function remove({ id, name }, item, problem) {
    if (!(await ask({ title: t('roommenu.remove.title', { name, room: store.name }), words: t('roommenu.remove.words'), yes: t('roommenu.remove') }))) return;
    problem.hidden = true;
    try {
      await call('DELETE', `${path}/${id}`);
    } catch (error) {
      problem.textContent = /** @type {Error} */ (error).message;
      problem.hidden = false;
      return;
    }
    inside.delete(id);
    const isFocused = item.contains(document.activeElement) || document.activeElement === document.body;
    const near = neighbour(item);
    item.remove();
    if (isFocused) near.focus();
    toast(t('roommenu.removed', { name }));
  }

  /**
   * Where to move the focus when a row is removed.
   * @param {HTMLElement} item
   * @returns {HTMLElement} the button of the next row that has one, else of the one before, else the heading
   */
  function neighbour(item) {
    const buttons = [.../** @type {NodeListOf<HTMLElement>} */ (rows.querySelectorAll('button[data-remove]'))];
    const index = buttons.findIndex((button) => item.contains(button));
    return buttons[index + 1] ?? buttons[index - 1] ?? heading;
  }

  more.addEventListener('click', () => void show(pages.more()));
  void showFirst();
  const section = el('section', { class: 'drawer-part' }, heading, rows, status, more);
  if (store.kind === 'GROUP') section.append(adding());
  return section;

  function adding() {
    const picker = new PeoplePicker({ id: 'members-add', label: t('roommenu.add.label'), most: 50, without: (id) => inside.has(id) });
    const button = el('button', { type: 'button', class: 'button button-small' }, t('roommenu.add'));
    let busy = false;
    button.addEventListener('click', async () => {
      if (busy) return;
      if (!picker.ids.length) {
        picker.refuse(t('roommenu.add.nobody'));
        return;
      }
      busy = true;
      try {
        for (const id of picker.ids) await call('PUT', `${path}/${id}`);
        picker.clear();
        toast(t('roommenu.added'));
        await show(pages.begin());
      } catch (error) {
        picker.refuse(/** @type {Error} */ (error).message);
      }
      busy = false;
    });
    return el('div', { class: 'members-add' }, picker.element, button);
  }
}
