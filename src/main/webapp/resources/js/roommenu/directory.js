/** 'Find rooms': lists the hostel's open rooms, to join them. */
import { call } from '../api/http.js';
import { counted, t } from '../language/words.js';
import { el } from '../shell/dom.js';
import { textField } from '../shell/fields.js';
import { openDrawer } from '../shell/drawer.js';
import { Pages } from './pages.js';

/** @typedef {import('./menu.js').RoomWorld} RoomWorld */
/** @typedef {{id: number, name: string, topic: string | null, members: number, joined: boolean}} Entry */

const TYPED_FOR = 250;
const PAGE = 50;

/** @param {RoomWorld} world */
export function openDirectory(world) {
  const field = textField({ id: 'find-text', label: t('roommenu.find.label'), type: 'search', maxlength: 64 });
  const status = el('p', { class: 'field-hint', role: 'status' }, t('roommenu.loading'));
  const list = el('ul', { class: 'directory', 'aria-label': t('roommenu.find.list') });
  const more = el('button', { type: 'button', class: 'button button-small', hidden: true }, t('roommenu.more'));
  const drawer = openDrawer(t('roommenu.find.title'), field.element, status, list, more);
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
    if (!count) return t(text() ? 'roommenu.find.none.text' : 'roommenu.find.none');
    return counted(isMore ? 'roommenu.find.more' : 'roommenu.find.rooms', count);
  }

  /** @param {Entry} room */
  function entry({ id, name, topic, members, joined }) {
    const button = el('button', { type: 'button', class: `button button-small${joined ? '' : ' button-main'}`, 'data-join': id, 'aria-label': t(joined ? 'roommenu.find.open.named' : 'roommenu.find.join.named', { name }) }, t(joined ? 'roommenu.find.open' : 'roommenu.find.join'));
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
        el('p', { class: 'field-hint' }, counted('roommenu.find.members', members)), error),
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
