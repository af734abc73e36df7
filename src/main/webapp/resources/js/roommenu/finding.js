/** 'Find rooms': the open rooms of the hostel, and joining them. */
import { call } from '../api/http.js';
import { el } from '../shell/dom.js';
import { textField } from '../shell/fields.js';
import { openDrawer } from '../shell/drawer.js';
import { Pages } from './pages.js';

/** @typedef {import('./menu.js').RoomWorld} RoomWorld */
/** @typedef {{id: number, name: string, topic: string | null, members: number, joined: boolean}} Entry */

const TYPED_FOR = 250;
const PAGE = 50;

/** @param {RoomWorld} world */
export function openFinding(world) {
  const field = textField({ id: 'find-text', label: 'Search by name or topic', type: 'search', maxlength: 64 });
  const status = el('p', { class: 'field-hint', role: 'status' }, 'Loading …');
  const list = el('ul', { class: 'directory', 'aria-label': 'Open rooms' });
  const more = el('button', { type: 'button', class: 'button button-small', hidden: true }, 'Show more');
  const drawer = openDrawer('Find rooms', field.element, status, list, more);
  /** @type {Pages<Entry>} */
  const pages = new Pages((after) => call('GET', `/api/rooms/directory?limit=${PAGE}&after=${after}&text=${encodeURIComponent(text())}`));
  const text = () => field.input.value.trim();

  /** @param {ReturnType<typeof pages.begin>} fetched */
  async function show(fetched) {
    try {
      const page = await fetched;
      if (!page) return;
      if (page.first) list.replaceChildren();
      list.append(...page.items.map(entry));
      more.hidden = page.next === null;
      status.textContent = found(list.childElementCount, page.next !== null);
    } catch (error) {
      status.textContent = /** @type {Error} */ (error).message;
    }
  }

  /**
   * @param {number} count
   * @param {boolean} isMore
   */
  function found(count, isMore) {
    if (!count) return text() ? 'No open room has this in its name or topic.' : 'There are no open rooms yet. You can make one: “New room”, below the list of rooms.';
    if (isMore) return `The first ${count} rooms. There are more.`;
    return count === 1 ? '1 room found.' : `${count} rooms found.`;
  }

  /** @param {Entry} room */
  function entry({ id, name, topic, members, joined }) {
    const button = el('button', { type: 'button', class: `button button-small${joined ? '' : ' button-main'}`, 'data-join': id },
      joined ? 'Open' : 'Join', el('span', { class: 'unseen' }, ` ${name}`));
    const error = el('p', { class: 'field-error', role: 'alert', hidden: true });
    button.addEventListener('click', async () => {
      if (button.getAttribute('aria-disabled') === 'true') return;
      button.setAttribute('aria-disabled', 'true');
      error.hidden = true;
      try {
        if (!joined) await call('PUT', `/api/rooms/${id}/members/${world.me.id}`);
        drawer.close();
        await drawer.closed;
        await world.enter(id);
      } catch (problem) {
        error.textContent = /** @type {Error} */ (problem).message;
        error.hidden = false;
        button.setAttribute('aria-disabled', 'false');
      }
    });
    return el('li', { class: 'directory-room' },
      el('div', {},
        el('p', { class: 'directory-name' }, el('bdi', {}, name)),
        topic && el('p', { class: 'directory-topic', dir: 'auto' }, topic),
        el('p', { class: 'field-hint' }, members === 1 ? '1 member' : `${members} members`), error),
      button);
  }

  /** @type {number | undefined} */
  let timer;
  field.input.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(() => void show(pages.begin()), TYPED_FOR);
  });
  more.addEventListener('click', () => void show(pages.more()));
  void show(pages.begin());
}
