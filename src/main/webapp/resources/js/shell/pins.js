/** Above the talk: how many messages of the room are pinned, and the way to them. */
import { call } from '../api/http.js';
import { counted, t } from '../language/words.js';
import { middleTime } from '../timeline/days.js';
import { wordsOf } from '../timeline/files.js';
import { byId, el } from './dom.js';
import { openDrawer } from './drawer.js';

/**
 * @param {() => import('../rooms/store.js').RoomStore} store of the room on the screen
 * @param {(seq: number) => void} goTo goes to a message there
 * @returns {() => void} tells it that something changed
 */
export function pinsBar(store, goTo) {
  const bar = byId('pins', HTMLButtonElement);
  const words = byId('pins-words', HTMLElement);
  const show = () => {
    const { loaded, log } = store();
    bar.hidden = !loaded || !log.pins;
    words.textContent = counted('pins.count', log.pins);
  };
  bar.addEventListener('click', () => void openPins(store(), goTo, show));
  return show;
}

/**
 * @param {import('../rooms/store.js').RoomStore} store
 * @param {(seq: number) => void} goTo
 * @param {() => void} counted they were counted anew
 */
async function openPins({ id, log }, goTo, counted) {
  const status = el('p', { class: 'field-hint', role: 'status' }, t('search.looking'));
  const list = el('ul', { class: 'search-hits', 'aria-label': t('pins.title') });
  const drawer = openDrawer(t('pins.title'), status, list);
  try {
    /** @type {{items: import('../types.js').HistoryItem[]}} */
    const { items } = await call('GET', `/api/rooms/${id}/pins`);
    log.pins = items.length;
    counted();
    status.textContent = items.length ? '' : t('pins.empty');
    status.hidden = !!items.length;
    list.replaceChildren(...items.map(({ seq, name, at = 0, body = '', files = [] }) => {
      const button = el('button', { type: 'button', class: 'search-hit' },
        el('span', { class: 'field-hint' }, el('bdi', {}, name || t('timeline.gone.author')), ' · ', el('time', { datetime: new Date(at).toISOString() }, middleTime(at))),
        el('span', { class: 'search-body pinned-words', dir: 'auto' }, wordsOf({ body, files })));
      button.addEventListener('click', async () => {
        drawer.close();
        await drawer.closed;
        goTo(seq);
      });
      return el('li', {}, button);
    }));
  } catch (error) {
    status.textContent = /** @type {Error} */ (error).message;
  }
}
