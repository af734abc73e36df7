/** The files that one is about to send, above the box: each with what it is, and a button to leave it out. */

/** @typedef {import('./attach.js').AttachTools} AttachTools */
/** @typedef {import('../composer/chosen.js').ChosenFile} ChosenFile */

/** In CSS pixels. */
const SIDE = 48;

export class Tray {
  /** @type {AttachTools} */ #tools;
  #place;
  #list;
  #wrong;

  /**
   * @param {AttachTools} tools
   * @param {HTMLElement} place
   * @param {(key: string) => void} drop leaves a file out
   */
  constructor(tools, place, drop) {
    const { el, t } = tools;
    this.#tools = tools;
    this.#place = place;
    this.#wrong = el('div', { class: 'attached-wrong', role: 'alert' });
    this.#list = el('ul', { class: 'attached', 'aria-label': t('attach.list') });
    place.replaceChildren(this.#wrong, this.#list);
    this.#list.addEventListener('click', (event) => {
      const button = event.target instanceof Element ? event.target.closest('button') : null;
      if (button) drop(button.dataset.file ?? '');
    });
  }

  /** @param {import('../composer/chosen.js').Chosen} chosen in the room on the screen */
  show({ files, refused }) {
    const { el } = this.#tools;
    this.#place.hidden = !files.length && !refused.length;
    if (this.#wrong.textContent !== refused.join('')) this.#wrong.replaceChildren(...refused.map((words) => el('p', {}, words)));
    // What stands there stays: a picture would flicker, and the focus be lost.
    const shown = new Map([...this.#list.children].map((item) => [/** @type {HTMLElement} */ (item).dataset.key, item]));
    const items = files.map((file) => {
      const signature = JSON.stringify(file);
      const known = /** @type {HTMLElement | undefined} */ (shown.get(file.key));
      return known?.dataset.as === signature ? known : this.#item(file, signature);
    });
    this.#list.replaceChildren(...items);
  }

  /** @param {ChosenFile} file @param {string} signature */
  #item({ key, name, size, width, height, isPreparing, note }, signature) {
    const { el, icon, t, sizeOf } = this.#tools;
    const about = isPreparing ? t('attach.preparing') : sizeOf({ size });
    return el('li', { 'data-key': key, 'data-as': signature },
      width && height ? el('canvas', { width: SIDE, height: SIDE, 'data-thumb': key, 'aria-hidden': true }) : icon('file'),
      el('div', { class: 'attached-about' },
        el('bdi', { class: 'attached-name' }, name),
        el('span', { class: 'soft small' }, note ? `${about} · ${t(note)}` : about)),
      this.#button(key, t('attach.remove', { name })));
  }

  /** @param {string} key @param {string} label */
  #button(key, label) {
    const button = this.#tools.el('button', { type: 'button', class: 'button-icon', 'data-file': key, 'aria-label': label });
    button.append(this.#tools.icon('cross'));
    return button;
  }
}
