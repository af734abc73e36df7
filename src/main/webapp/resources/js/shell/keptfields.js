/** Keeps what was typed into a form when another language is chosen, which reloads the page. Never keeps passwords. */
import { sessionStore } from './storage.js';

const KEY = 'typed';

/** @typedef {Record<string, string | boolean>} Typed */

/** The fields to keep. Password fields are excluded even while they are shown as text. */
function fields() {
  const all = document.querySelectorAll('form.form input[id], form.form textarea[id], form.form select[id]');
  return /** @type {(HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement)[]} */ ([...all]).filter(
    (field) => !['hidden', 'password', 'submit'].includes(field.type) && !field.autocomplete.endsWith('password'));
}

function keep() {
  /** @type {Typed} */
  const typed = {};
  for (const field of fields()) typed[field.id] = isTick(field) ? field.checked : field.value;
  sessionStore()?.setItem(KEY, JSON.stringify({ path: location.pathname, typed }));
}

function giveBack() {
  const store = sessionStore();
  const kept = store?.getItem(KEY);
  if (!kept) return;
  store?.removeItem(KEY);
  const { path, typed } = /** @type {{path: string, typed: Typed}} */ (JSON.parse(kept));
  if (path !== location.pathname) return;
  for (const field of fields()) {
    const value = typed[field.id];
    if (isTick(field)) field.checked = value === true;
    else if (typeof value === 'string') field.value = value;
  }
}

/**
 * @param {Element} field
 * @returns {field is HTMLInputElement}
 */
const isTick = (field) => field instanceof HTMLInputElement && (field.type === 'checkbox' || field.type === 'radio');

export function startKeptFields() {
  giveBack();
  for (const form of document.querySelectorAll('form.languages')) form.addEventListener('submit', keep);
}
