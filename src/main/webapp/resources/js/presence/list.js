/** The list of who is here, and the count wherever the page shows it. */
import { number } from '../language/locale.js';
import { counted, t } from '../language/words.js';
import { el } from '../shell/dom.js';
import { avatar, nameButton, roleBadge } from '../shell/people.js';

/**
 * @param {import('./online.js').OnlinePeople} online
 * @param {number} me
 */
export function showPresence(online, me) {
  for (const place of document.querySelectorAll('[data-here-count]')) place.textContent = number(online.count);
  // Until the server has told nobody knows who is here, and no number is shown.
  for (const place of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('[data-here]'))) place.hidden = false;
  for (const place of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('[data-here-loading]'))) place.hidden = true;
  const list = document.getElementById('here-list');
  if (!list) return;
  list.replaceChildren(...online.people(me).map((person) => el('li', { class: 'person' },
    avatar(person, true),
    person.id === me ? el('bdi', { class: 'person-name' }, person.name) : nameButton(person),
    person.id === me ? el('span', { class: 'soft small' }, t('shell.you')) : roleBadge(person.role))));
  if (online.others) list.append(el('li', { class: 'here-more' }, counted('presence.more', online.others)));
}
