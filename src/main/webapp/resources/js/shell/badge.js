/** The tab's title and icon: the room on the screen, and the number of unread posts. */

let title = document.title;
let shown = 0;
const link = /** @type {HTMLLinkElement | null} */ (document.querySelector('link[rel="icon"]'));
const calm = link?.getAttribute('href') ?? '';

/** @param {string} room the room's name */
export function nameTab(room) {
  title = `${room} · ${document.body.dataset.hostel}`;
  showBadge(shown);
}

/**
 * Also on the icon of a page that is installed as an application, where the browser has that.
 * @param {number} unread
 */
export function showBadge(unread) {
  if (unread !== shown) void navigator.setAppBadge?.(unread).catch(() => {});
  shown = unread;
  document.title = unread ? `(${unread}) ${title}` : title;
  const wanted = (unread && link?.dataset.unread) || calm;
  if (link && link.getAttribute('href') !== wanted) link.href = wanted;
}
