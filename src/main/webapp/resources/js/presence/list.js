/** Shows the list of people online, and their number wherever the page has a place for it. */
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
  // Hidden until the server has reported the number.
  for (const place of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('[data-here]'))) place.hidden = false;
  for (const place of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('[data-here-loading]'))) place.hidden = true;
  const list = document.getElementById('here-list');
  if (!list) return;
  const { activeElement } = document;
  const focused = list.contains(activeElement) && activeElement?.getAttribute('data-about');
  list.replaceChildren(...online.people(me).map((person) => el('li', { class: 'person' },
    avatar(person, true),
    person.id === me ? el('bdi', { class: 'person-name' }, person.name) : nameButton(person),
    person.id === me ? el('span', { class: 'soft small' }, t('shell.you')) : roleBadge(person.role))));
  // Built anew under whoever walks through it by the keyboard; whoever has left leaves the focus to the first.
  if (focused) /** @type {HTMLElement | null} */ (list.querySelector(`[data-about="${focused}"]`) ?? list.querySelector('[data-about]'))?.focus({ preventScroll: true });
  if (online.others) list.append(el('li', { class: 'here-more' }, counted('presence.more', online.others)));
}
