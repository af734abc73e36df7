/**
 * A list of suggestions below a text field: arrow keys move through it while the focus stays in the field; Enter or a tap
 * chooses.
 */
import { el } from '../shell/dom.js';

/**
 * @typedef {{key: string, content: (Node | string | false | null)[], choose: () => Promise<void>}} Option
 * @typedef {{label: string, options: Option[]}} Group hidden while it is empty
 */

export class ListBox {
  element;
  /** @type {(words: string) => void} called with the reason if a choice failed */ refused = () => {};
  #input;
  /** @type {Option[]} */ #options = [];
  #active = 0;
  #busy = false;

  /**
   * @param {string} id
   * @param {string} label
   * @param {HTMLInputElement} input
   */
  constructor(id, label, input) {
    this.element = el('div', { class: 'listbox', id, role: 'listbox', 'aria-label': label });
    this.#input = input;
    for (const [name, value] of Object.entries({ role: 'combobox', 'aria-controls': id, 'aria-expanded': 'true', 'aria-autocomplete': 'list' })) input.setAttribute(name, value);
    input.addEventListener('keydown', (event) => this.#walk(event));
    this.element.addEventListener('click', (event) => {
      const option = event.target instanceof Element ? event.target.closest('[role=option]') : null;
      if (option) void this.#choose(this.#options.find(({ key }) => idOf(key) === option.id));
    });
    // Keeps the focus in the field.
    this.element.addEventListener('mousedown', (event) => event.preventDefault());
  }

  get count() {
    return this.#options.length;
  }

  /**
   * The selected option stays selected if it still exists.
   * @param {Group[]} groups
   */
  show(groups) {
    const before = this.#active && this.#options[this.#active]?.key;
    const full = groups.filter(({ options }) => options.length);
    this.#options = full.flatMap(({ options }) => options);
    this.#active = Math.max(0, this.#options.findIndex(({ key }) => key === before));
    this.element.replaceChildren(...full.map(({ label, options }, i) => el('div', { role: 'group', 'aria-labelledby': `${this.element.id}-${i}` },
      el('p', { class: 'listbox-label', id: `${this.element.id}-${i}`, role: 'presentation' }, label),
      ...options.map(({ key, content }) => el('div', { class: 'found-person', role: 'option', id: idOf(key) }, ...content)))));
    this.#mark();
  }

  #mark() {
    const active = this.#options[this.#active];
    for (const option of this.element.querySelectorAll('[role=option]')) option.setAttribute('aria-selected', String(option.id === (active && idOf(active.key))));
    if (active) this.#input.setAttribute('aria-activedescendant', idOf(active.key));
    else this.#input.removeAttribute('aria-activedescendant');
  }

  /** @param {KeyboardEvent} event */
  #walk(event) {
    if (event.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && this.count) {
      event.preventDefault();
      this.#active = (this.#active + step + this.count) % this.count;
      this.#mark();
      this.element.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
    } else if (event.key === 'Enter') {
      event.preventDefault();
      void this.#choose(this.#options[this.#active]);
    }
  }

  /** @param {Option | undefined} option */
  async #choose(option) {
    if (!option || this.#busy) return;
    this.#busy = true;
    try {
      await option.choose();
    } catch (error) {
      this.refused(/** @type {Error} */ (error).message);
    }
    this.#busy = false;
  }
}

/** @param {string} key */
const idOf = (key) => `option-${key}`;
