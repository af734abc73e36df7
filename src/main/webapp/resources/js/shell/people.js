/**
 * How people are shown: initials on a colour that is always the same for a person. The same rules as in the server's
 * PageFormat.
 */
import { t } from '../language/words.js';
import { el } from './dom.js';

const TONES = 12;

/** @param {string} name */
export function initials(name) {
  const words = name.trim().split(/\s+/);
  const letter = (/** @type {string} */ word) => /[\p{L}\p{Nd}]/u.exec(word)?.[0].toUpperCase() ?? '';
  return words.length === 1 ? letter(words[0]) : letter(words[0]) + letter(words[words.length - 1]);
}

/**
 * @param {{id: number, name: string}} person
 * @param {boolean} [small]
 */
export function avatar(person, small = false) {
  const size = small ? ' avatar-small' : '';
  return el('span', { class: `avatar${size} tone-${person.id % TONES}`, 'aria-hidden': 'true' }, initials(person.name));
}

/**
 * The name of another person as a button that opens their menu.
 * @param {{id: number, name: string}} person
 * @param {Record<string, string>} [attributes]
 */
export function nameButton({ id, name }, attributes = {}) {
  return el('button', { type: 'button', class: 'name-button', 'data-about': id, 'aria-haspopup': 'menu', 'aria-expanded': 'false', ...attributes },
    el('bdi', { class: 'person-name' }, name));
}

/** @param {string} role */
export function roleBadge(role) {
  return role === 'ADMIN' ? el('span', { class: 'role' }, t('shell.office')) : null;
}
