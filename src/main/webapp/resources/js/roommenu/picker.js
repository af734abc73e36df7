/** Chooses people by name, in any script: one types part of it and taps a suggestion. */
import { call } from '../api/http.js';
import { counted, t } from '../language/words.js';
import { el, icon } from '../shell/dom.js';
import { textField } from '../shell/fields.js';
import { avatar, roleBadge } from '../shell/people.js';

/** @typedef {import('../types.js').Person} Person */

/** As many people as the server finds at most. */
const MOST_FOUND = 50;

/**
 * @param {number} count of those to choose from
 * @param {boolean} isCut whether there may be more
 */
function found(count, isCut) {
  if (isCut && count) return t('roommenu.pick.first', { count });
  return count ? counted('roommenu.pick.people', count) : t('roommenu.pick.nobody');
}

/** The server is asked after this many milliseconds without a key press. */
const TYPED_FOR = 250;

export class PeoplePicker {
  element;
  /** @type {Map<number, Person>} */ #picked = new Map();
  #field;
  #chosen = el('ul', { class: 'picked', 'aria-label': t('roommenu.pick.chosen') });
  #found = el('ul', { class: 'found', 'aria-label': t('roommenu.pick.found') });
  #status = el('p', { class: 'field-hint', role: 'status' });
  #without;
  #most;
  /** Responses to an earlier text are dropped. */
  #turn = 0;
  /** @type {number | undefined} */ #timer;

  /**
   * @param {object} what
   * @param {string} what.id of the field
   * @param {string} what.label
   * @param {number} what.most the most people
   * @param {(person: number) => boolean} what.without who cannot be chosen
   */
  constructor({ id, label, most, without }) {
    this.#most = most;
    this.#without = without;
    this.#field = textField({ id, label, type: 'search', maxlength: 64 });
    this.element = el('div', { class: 'picker' }, this.#chosen, this.#field.element, this.#status, this.#found);
    this.#field.input.addEventListener('input', () => {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => void this.#look(), TYPED_FOR);
    });
    this.#field.input.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' || event.isComposing) return;
      // The form only searches; it is never sent.
      event.preventDefault();
      clearTimeout(this.#timer);
      void this.#look();
    });
  }

  /** The ids of the chosen people. */
  get ids() {
    return [...this.#picked.keys()];
  }

  clear() {
    this.#picked.clear();
    this.#turn++;
    this.#status.textContent = '';
    this.#show([]);
    this.#showChosen();
  }

  /** @param {string} words the error message */
  refuse(words) {
    this.#field.show(words);
  }

  async #look() {
    const turn = ++this.#turn;
    const text = this.#field.input.value.trim();
    this.#field.show('');
    if (!text) {
      this.#status.textContent = '';
      this.#show([]);
      return;
    }
    try {
      const { items } = await call('GET', `/api/people?text=${encodeURIComponent(text)}`);
      if (turn !== this.#turn) return;
      const people = items.filter((/** @type {Person} */ { id }) => !this.#without(id) && !this.#picked.has(id));
      this.#status.textContent = found(people.length, items.length >= MOST_FOUND);
      this.#show(people);
    } catch (error) {
      if (turn === this.#turn) this.#status.textContent = /** @type {Error} */ (error).message;
    }
  }

  /** @param {Person[]} people */
  #show(people) {
    this.#found.replaceChildren(...people.map((person) => {
      const button = el('button', { type: 'button', class: 'found-person', 'data-person': person.id },
        avatar(person, true), el('bdi', { class: 'person-name' }, person.name), roleBadge(person.role));
      button.addEventListener('click', () => this.#pick(person));
      return el('li', {}, button);
    }));
  }

  /** @param {Person} person */
  #pick(person) {
    if (this.#picked.size >= this.#most) {
      this.refuse(counted('roommenu.pick.enough', this.#most));
      return;
    }
    this.#picked.set(person.id, person);
    this.#turn++;
    this.#field.input.value = '';
    this.#field.show('');
    this.#status.textContent = '';
    this.#show([]);
    this.#showChosen();
    this.#field.input.focus();
  }

  #showChosen() {
    this.#chosen.replaceChildren(...[...this.#picked.values()].map((person) => {
      const button = el('button', { type: 'button', class: 'picked-person', 'aria-label': t('roommenu.pick.remove', { name: person.name }) },
        el('bdi', { class: 'person-name' }, person.name));
      button.append(icon('cross'));
      button.addEventListener('click', () => {
        this.#picked.delete(person.id);
        this.#showChosen();
        this.#field.input.focus();
      });
      return el('li', {}, button);
    }));
  }
}
