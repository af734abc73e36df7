/** Puts rows into the document: keeps the elements that stay, builds the ones that are new or changed. */
import { build, signature } from './row.js';

/** @typedef {import('./rows.js').Row} Row */

export class RowsView {
  /** @type {HTMLElement} */ #list;
  /** @type {import('../types.js').Person} */ #me;
  /** @type {Map<string, {element: HTMLElement, signature: string}>} */ #shown = new Map();

  /**
   * @param {HTMLElement} list
   * @param {import('../types.js').Person} me
   */
  constructor(list, me) {
    this.#list = list;
    this.#me = me;
    list.addEventListener('keydown', (event) => this.#walk(event));
  }

  /**
   * @param {Row[]} rows
   * @param {number} editing
   */
  render(rows, editing) {
    const wanted = new Set(rows.map((row) => row.key));
    const focused = this.#list.contains(document.activeElement);
    for (const [key, { element }] of this.#shown) {
      if (wanted.has(key)) continue;
      element.remove();
      this.#shown.delete(key);
    }
    /** @type {ChildNode | null} */
    let next = this.#list.firstChild;
    for (const row of rows) {
      const before = this.#shown.get(row.key)?.element;
      const element = this.#elementOf(row, editing);
      if (before && before === next) next = element;
      if (element === next) next = next.nextSibling;
      else this.#list.insertBefore(element, next);
    }
    this.#placeTabStop();
    // The row with the focus went, or has no button any more: the talk itself takes it over.
    if (focused && !this.#list.contains(document.activeElement)) /** @type {HTMLElement | null} */ (this.#list.closest('.timeline'))?.focus({ preventScroll: true });
  }

  /** @param {string} key */
  find(key) {
    return this.#shown.get(key)?.element;
  }

  /**
   * @param {Row} row
   * @param {number} editing
   */
  #elementOf(row, editing) {
    const now = signature(row, editing);
    const shown = this.#shown.get(row.key);
    if (shown?.signature === now) return shown.element;
    const element = build(row, this.#me, editing);
    if (shown) {
      const focused = shown.element.contains(document.activeElement);
      shown.element.replaceWith(element);
      if (focused) element.querySelector('button')?.focus({ preventScroll: true });
    }
    this.#shown.set(row.key, { element, signature: now });
    return element;
  }

  #placeTabStop() {
    const all = /** @type {HTMLElement[]} */ ([...this.#list.querySelectorAll('[data-act="menu"]')]);
    // The newest that one may change; where there is none, the newest: a menu tells the full time, too.
    const stop = all.filter((button) => button.dataset.mine !== undefined).at(-1) ?? all.at(-1);
    for (const button of all) button.tabIndex = button === stop ? 0 : -1;
  }

  /** @param {KeyboardEvent} event */
  #walk(event) {
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
    const buttons = /** @type {HTMLElement[]} */ ([...this.#list.querySelectorAll('[data-act="menu"]')]);
    const here = buttons.indexOf(/** @type {HTMLElement} */ (document.activeElement));
    if (here < 0) return;
    event.preventDefault();
    buttons[here + (event.key === 'ArrowUp' ? -1 : 1)]?.focus();
  }
}
