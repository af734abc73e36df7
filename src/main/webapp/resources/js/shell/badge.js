/** What the tab says of the unread: a number in the title, a dot on the icon. */

const title = document.title;
const link = /** @type {HTMLLinkElement | null} */ (document.querySelector('link[rel="icon"]'));
const calm = link?.href ?? '';

/** @param {number} unread */
export function showBadge(unread) {
  document.title = unread ? `(${unread}) ${title}` : title;
  const wanted = unread ? calm.replace('house.svg', 'house-unread.svg') : calm;
  if (link && link.href !== wanted) link.href = wanted;
}
