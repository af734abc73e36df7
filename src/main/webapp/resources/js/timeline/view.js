/** Puts rows into the document: keeps the elements that stay, builds the ones that are new or changed. */
import { reactionsSignature, showReactions } from './marks.js';
import { build, signature } from './row.js';
import { indexBelow } from './scroll.js';

/** @typedef {import('./rows.js').Row} Row */

/** In pixels: device pixels and CSS pixels do not always coincide. */
const ROUNDING = 2;

export class RowsView {
  /** @type {HTMLElement} */ #list;
  /** @type {import('../types.js').Person} */ #me;
  /** @type {Map<string, {element: HTMLElement, signature: string, reactions: string}>} */ #shown = new Map();

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
    // The focused row was removed, or has no button any more: the list takes the focus.
    if (focused && !this.#list.contains(document.activeElement)) this.#focusTalk();
  }

  /** Another room will be shown. */
  clear() {
    const focused = this.#list.contains(document.activeElement);
    this.#list.replaceChildren();
    this.#shown.clear();
    if (focused) this.#focusTalk();
  }

  #focusTalk() {
    /** @type {HTMLElement | null} */ (this.#list.closest('.timeline'))?.focus({ preventScroll: true });
  }

  /** @param {string} key */
  find(key) {
    return this.#shown.get(key)?.element;
  }

  /** @param {number} seq */
  rowOf(seq) {
    return this.#list.querySelector(`[data-seq="${seq}"]`) ?? undefined;
  }

  /**
   * The row of a message, or of the day or divider just above it, which must stay in view together with it.
   * @param {number | undefined} seq
   */
  headOf(seq) {
    let row = seq && this.rowOf(seq);
    while (row && row.previousElementSibling && !row.previousElementSibling.matches('.message')) row = row.previousElementSibling;
    return row || undefined;
  }

  /**
   * Which messages are on the screen.
   * @param {HTMLElement} box the scrolling element
   * @returns {{first: number, last: number}} the first that is partly visible, and the last whose end is visible; 0 for none
   */
  inView(box) {
    const { top, bottom } = box.getBoundingClientRect();
    const rows = /** @type {NodeListOf<HTMLElement>} */ (this.#list.querySelectorAll('.message[data-seq]'));
    const seq = (/** @type {HTMLElement | undefined} */ row) => Number(row?.dataset.seq ?? 0);
    return { first: seq(rows[indexBelow(rows, top)]), last: seq(rows[indexBelow(rows, bottom + ROUNDING) - 1]) };
  }

  /**
   * @param {Row} row
   * @param {number} editing
   */
  #elementOf(row, editing) {
    const now = signature(row, editing);
    const shown = this.#shown.get(row.key);
    const reactions = row.type === 'said' ? reactionsSignature(row.said) : '';
    if (shown?.signature === now) {
      // In the place of those that stand there: a picture in the message, or a fold, stays as it is.
      if (row.type === 'said' && shown.reactions !== reactions) showReactions(shown.element, row.said);
      shown.reactions = reactions;
      return shown.element;
    }
    const element = build(row, this.#me, editing);
    if (shown) {
      const { activeElement } = document;
      const focused = shown.element.contains(activeElement);
      shown.element.replaceWith(element);
      if (focused) (activeElement === shown.element ? element : element.querySelector('button') ?? element).focus({ preventScroll: true });
    }
    this.#shown.set(row.key, { element, signature: now, reactions });
    return element;
  }

  /** One message is a tab stop: the focused one, else the newest (roving tabindex). */
  #placeTabStop() {
    const all = /** @type {HTMLElement[]} */ ([...this.#list.querySelectorAll('.message')]);
    const stop = all.find((row) => row.contains(document.activeElement)) ?? all.at(-1);
    for (const row of all) row.tabIndex = row === stop ? 0 : -1;
  }

  /** @param {KeyboardEvent} event */
  #walk(event) {
    const { activeElement } = document;
    const row = activeElement?.closest('.message');
    if (!row || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === 'Enter' && row === activeElement) {
      /** @type {HTMLElement | null} */ (row.querySelector('[data-act="menu"]'))?.click();
    } else if (event.key === 'ArrowUp' || event.key === 'ArrowDown') {
      const all = /** @type {HTMLElement[]} */ ([...this.#list.querySelectorAll('.message')]);
      const to = all[all.indexOf(/** @type {HTMLElement} */ (row)) + (event.key === 'ArrowUp' ? -1 : 1)];
      to?.focus();
      this.#placeTabStop();
    } else {
      return;
    }
    event.preventDefault();
  }
}
