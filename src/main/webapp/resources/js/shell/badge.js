/** What the talk is called, and what the tab says of the unread: a number in the title, a dot on the icon. */
import { byId } from './dom.js';
import { linked } from './linked.js';

let title = document.title;
let shown = 0;
const link = /** @type {HTMLLinkElement | null} */ (document.querySelector('link[rel="icon"]'));
const calm = link?.getAttribute('href') ?? '';

/**
 * The notice that is discussed here was edited, and the room is called by its title.
 * @param {{title: string, text: string}} notice
 */
export function renameTalk(notice) {
  const head = byId('room-name', HTMLElement);
  title = title.replace(head.textContent ?? '', () => notice.title);
  head.textContent = notice.title;
  const about = document.getElementById('about-text');
  about?.replaceChildren(...linked(notice.text));
  showBadge(shown);
}

/** @param {number} unread */
export function showBadge(unread) {
  shown = unread;
  document.title = unread ? `(${unread}) ${title}` : title;
  const wanted = (unread && link?.dataset.unread) || calm;
  if (link && link.getAttribute('href') !== wanted) link.href = wanted;
}
