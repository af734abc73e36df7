/** Shows a search result among the messages before and after it. Back, Escape and the close button lead back to the results. */
import { pieces } from './marked.js';

/** @typedef {import('./panel.js').Hit} Hit */
/** @typedef {{seq: number, name: string | null, at: number, body?: string}} Item */

const AROUND = 20;

/**
 * @param {import('../shell/search.js').SearchTools} tools
 * @param {Hit} hit
 * @param {() => Promise<void>} enter closes the search and opens the room
 */
export function openContext(tools, hit, enter) {
  const { call, el, openDrawer, t, middleTime } = tools;
  const path = `/api/rooms/${hit.room}/history?limit=${AROUND}`;
  const status = el('p', { class: 'field-hint', role: 'status' }, t('search.looking'));
  const list = el('ol', { class: 'search-context' });
  const earlier = el('button', { type: 'button', class: 'button button-small', hidden: true }, t('search.earlier'));
  const later = el('button', { type: 'button', class: 'button button-small', hidden: true }, t('search.later'));
  const open = el('button', { type: 'button', class: 'button button-small' }, t('search.open-room'));
  const drawer = openDrawer(hit.roomName, status, earlier, list, el('div', { class: 'buttons' }, later, open));
  /** @type {{before: number | null, after: number | null}} */
  const ends = { before: null, after: null };

  /** @param {Item} item */
  function line({ seq, name, at, body }) {
    if (body === undefined) return el('li', { class: 'field-hint' }, t('search.deleted'));
    const found = seq === hit.seq;
    const parts = pieces(body, found && body === hit.body ? hit.marks : [], true);
    return el('li', { class: found ? 'search-found' : null, tabindex: found ? -1 : null, 'aria-current': found && 'true' },
      el('p', { class: 'field-hint' }, el('bdi', {}, name || t('timeline.gone.author')), ' · ', el('time', { datetime: new Date(at).toISOString() }, middleTime(at))),
      el('p', { class: 'search-body', dir: 'auto' }, ...parts.map(({ text, marked }) => (marked ? el('mark', {}, text) : text))));
  }

  /**
   * @param {string} at
   * @param {(page: {items: Item[], before: number | null, after: number | null}) => void} show
   */
  async function fetchPage(at, show) {
    // Disabled during the request, so that a page is not fetched twice.
    earlier.disabled = later.disabled = true;
    try {
      show(await call('GET', `${path}&${at}`));
      status.hidden = true;
    } catch (error) {
      status.hidden = false;
      status.textContent = /** @type {Error} */ (error).message;
    }
    earlier.disabled = later.disabled = false;
    earlier.hidden = ends.before === null;
    later.hidden = ends.after === null;
  }

  earlier.addEventListener('click', () => void fetchPage(`before=${ends.before}`, ({ items, before }) => {
    const top = list.firstElementChild;
    const was = top?.getBoundingClientRect().top ?? 0;
    ends.before = before;
    list.prepend(...items.map(line));
    // Keeps what one reads in place.
    drawer.body.scrollTop += (top?.getBoundingClientRect().top ?? 0) - was;
  }));
  later.addEventListener('click', () => void fetchPage(`after=${ends.after}`, ({ items, after }) => {
    ends.after = after;
    list.append(...items.map(line));
  }));
  open.addEventListener('click', async () => {
    drawer.close();
    await drawer.closed;
    await enter();
  });
  void fetchPage(`around=${hit.seq}`, ({ items, before, after }) => {
    Object.assign(ends, { before, after });
    list.replaceChildren(...items.map(line));
    const found = list.querySelector('.search-found');
    if (!(found instanceof HTMLElement)) return;
    found.scrollIntoView({ block: 'center' });
    found.focus({ preventScroll: true });
  });
}
