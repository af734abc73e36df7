/** Where others mention one, in all rooms, the newest first. Fetched when it is first used. */
import { openContext } from '../search/context.js';

/** @typedef {import('../shell/search.js').SearchTools} SearchTools */
/** @typedef {import('../shell/search.js').SearchWorld} SearchWorld */

/**
 * @param {SearchTools} tools
 * @param {SearchWorld} world
 */
export function openMentions(tools, world) {
  const { call, el, openDrawer, t } = tools;
  const status = el('p', { class: 'field-hint', role: 'status' }, t('search.looking'));
  const list = el('ul', { class: 'search-hits', 'aria-label': t('mentions.title') });
  const more = el('button', { type: 'button', class: 'button button-small', hidden: true }, t('search.more'));
  const drawer = openDrawer(t('mentions.title'), status, list, more);
  /** @type {string | null} */
  let next = null;

  async function fetchPage() {
    more.disabled = true;
    try {
      const page = await call('GET', `/api/mentions?limit=20${next ? `&before=${next}` : ''}`);
      list.append(...page.items.map(world.named).map(entry));
      next = page.next;
      more.hidden = !next;
      status.textContent = list.childElementCount ? '' : t('mentions.empty');
      status.hidden = !!list.childElementCount;
    } catch (error) {
      status.hidden = false;
      status.textContent = /** @type {Error} */ (error).message;
    }
    more.disabled = false;
  }

  /** @param {Omit<import('../search/panel.js').Hit, 'marks'>} item */
  function entry(item) {
    const button = el('button', { type: 'button', class: 'search-hit' },
      el('span', { class: 'field-hint' }, el('bdi', {}, item.name ?? ''), ' · ', el('bdi', {}, item.roomName), ' · ',
        el('time', { datetime: new Date(item.at).toISOString() }, tools.middleTime(item.at))),
      el('span', { class: 'search-body pinned-words', dir: 'auto' }, item.body));
    button.addEventListener('click', () => openContext(tools, { ...item, marks: [] }, async () => {
      drawer.close();
      await drawer.closed;
      await world.enter(item.room);
    }));
    return el('li', {}, button);
  }

  more.addEventListener('click', () => void fetchPage());
  void fetchPage();
}
