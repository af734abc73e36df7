/** What the tab says: which room is on the screen, and what is unread, by a number in the title and a dot on the icon. */

let title = document.title;
let shown = 0;
const link = /** @type {HTMLLinkElement | null} */ (document.querySelector('link[rel="icon"]'));
const calm = link?.getAttribute('href') ?? '';

/** @param {string} room what it is called */
export function nameTab(room) {
  title = `${room} · ${document.body.dataset.house}`;
  showBadge(shown);
}

/** @param {number} unread */
export function showBadge(unread) {
  shown = unread;
  document.title = unread ? `(${unread}) ${title}` : title;
  const wanted = (unread && link?.dataset.unread) || calm;
  if (link && link.getAttribute('href') !== wanted) link.href = wanted;
}
