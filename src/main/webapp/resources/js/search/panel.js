/** The search panel: finds messages by words, room, person and time. Loaded on first use. */
import { openContext } from './context.js';
import { pieces } from './marked.js';

/** @typedef {import('../shell/search.js').SearchTools} SearchTools */
/** @typedef {import('../shell/search.js').SearchWorld} SearchWorld */
/** @typedef {{room: number, roomName: string, seq: number, by: number | null, name: string | null, at: number, body: string, marks: [number, number][]}} Hit */

const TYPED_FOR = 250;

/**
 * @param {SearchTools} tools
 * @param {SearchWorld} world
 */
export function openSearch(tools, world) {
  const { call, counted, el, openDrawer, t, textField } = tools;
  const field = textField({ id: 'search-text', label: t('search.label'), type: 'search', maxlength: 200 });
  const person = textField({ id: 'search-author', label: t('search.person'), type: 'search', maxlength: 64 });
  const room = el('select', { id: 'search-room', class: 'input' }, el('option', { value: '' }, t('search.everywhere')),
    ...world.rooms().map(({ id, name }) => el('option', { value: id }, name)));
  const from = el('input', { id: 'search-from', type: 'date', class: 'input', autocomplete: 'off' });
  const to = el('input', { id: 'search-to', type: 'date', class: 'input', autocomplete: 'off' });
  const narrow = el('details', { class: 'search-narrow' }, el('summary', {}, t('search.narrow')),
    el('div', { class: 'field' }, el('label', { for: 'search-room' }, t('search.room')), room),
    person.element,
    el('div', { class: 'search-days' },
      el('div', { class: 'field' }, el('label', { for: 'search-from' }, t('search.from')), from),
      el('div', { class: 'field' }, el('label', { for: 'search-to' }, t('search.to')), to)));
  const status = el('p', { class: 'field-hint', role: 'status' }, t('search.start'));
  const list = el('ul', { class: 'search-hits', 'aria-label': t('search.title') });
  const more = el('button', { type: 'button', class: 'button button-small', hidden: true }, t('search.more'));
  // Without a submit button, Enter does not submit a form with several fields.
  const form = el('form', { role: 'search', class: 'search' }, field.element, narrow, el('button', { type: 'submit', hidden: true }));
  const drawer = openDrawer(t('search.title'), form, status, list, more);
  field.input.focus();

  /** Responses to an earlier search are dropped. */
  let turn = 0;
  /** @type {number | null} */
  let next = null;

  /** @param {number | null} before */
  async function find(before) {
    const text = field.input.value.trim();
    const mine = ++turn;
    more.hidden = true;
    if (!before) list.replaceChildren();
    if (!text) {
      status.textContent = t('search.start');
      return;
    }
    status.textContent = t('search.looking');
    try {
      const page = await call('GET', `/api/search?${query(text, before)}`);
      if (mine !== turn) return;
      list.append(...page.items.map(world.named).map(entry));
      next = page.next;
      more.hidden = next === null;
      const count = list.childElementCount;
      status.textContent = count ? counted('search.found', count) : t(next === null ? 'search.none' : 'search.none.yet');
    } catch (error) {
      if (mine !== turn) return;
      status.textContent = /** @type {Error} */ (error).message;
      more.hidden = !before;
    }
  }

  /**
   * @param {string} text
   * @param {number | null} before
   */
  function query(text, before) {
    const asked = new URLSearchParams({ text, limit: '20' });
    const add = (/** @type {string} */ name, /** @type {string} */ value) => value && asked.set(name, value);
    add('room', room.value);
    add('author', person.input.value.trim());
    add('from', from.value);
    add('to', to.value);
    if (before) asked.set('before', String(before));
    return asked;
  }

  /** @param {Hit} hit */
  function entry(hit) {
    const body = el('span', { class: 'search-body', dir: 'auto' },
      ...pieces(hit.body, hit.marks, false).map(({ text, marked }) => (marked ? el('mark', {}, text) : text)));
    const button = el('button', { type: 'button', class: 'search-hit' },
      el('span', { class: 'field-hint' }, el('bdi', {}, hit.name ?? t('timeline.gone.author')), ' · ', el('bdi', {}, hit.roomName), ' · ',
        el('time', { datetime: new Date(hit.at).toISOString() }, tools.middleTime(hit.at))),
      body);
    button.addEventListener('click', () => openContext(tools, hit, async () => {
      drawer.close();
      await drawer.closed;
      await world.enter(hit.room);
    }));
    return el('li', {}, button);
  }

  /** @type {number | undefined} */
  let timer;
  const soon = (/** @type {number} */ after) => {
    clearTimeout(timer);
    timer = setTimeout(() => void find(null), after);
  };
  form.addEventListener('input', () => soon(TYPED_FOR));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    soon(0);
  });
  more.addEventListener('click', () => void find(next));
  // Arrow keys move from the field to the results, and within them.
  drawer.body.addEventListener('keydown', (event) => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    const hits = [...list.querySelectorAll('button')];
    const at = hits.indexOf(/** @type {HTMLButtonElement} */ (event.target));
    if (at < 0 && (event.target !== field.input || event.key === 'ArrowUp')) return;
    event.preventDefault();
    const to = hits[event.key === 'ArrowDown' ? at + 1 : at - 1];
    if (to) to.focus();
    else if (at === 0) field.input.focus();
  });
}
