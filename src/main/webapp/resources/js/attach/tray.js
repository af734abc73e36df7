/** The files that one is about to send, above the box: each with what it is, and a button to leave it out. */

/** @typedef {import('./attach.js').AttachTools} AttachTools */
/** @typedef {import('../composer/chosen.js').ChosenFile} ChosenFile */

/** In CSS pixels. */
const SIDE = 48;

export class Tray {
  /** @type {AttachTools} */ #tools;
  #place;
  #list;
  #notes;
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
    this.#notes = el('div', { class: 'attached-notes', role: 'status' });
    this.#list = el('ul', { class: 'attached', 'aria-label': t('attach.list') });
    place.replaceChildren(this.#wrong, this.#notes, this.#list);
    this.#list.addEventListener('click', (event) => {
      const button = event.target instanceof Element ? event.target.closest('button') : null;
      if (!button) return;
      // Browsers that do not focus what is clicked, or touched, do so now.
      button.focus();
      drop(button.dataset.file ?? '');
    });
  }

  /** @param {import('../composer/chosen.js').Chosen} chosen in the room on the screen */
  show({ files, refused }) {
    const { t } = this.#tools;
    this.#place.hidden = !files.length && !refused.length;
    this.#say(this.#wrong, refused);
    this.#say(this.#notes, files.flatMap(({ name, note }) => (note ? [t('attach.refused', { name, reason: t(note) })] : [])));
    this.#patch(files);
  }

  /** What stands there stays where it is: a picture would flicker, and the focus be lost. @param {ChosenFile[]} files */
  #patch(files) {
    const { activeElement } = document;
    const before = /** @type {HTMLElement[]} */ ([...this.#list.children]);
    const focused = before.findIndex((item) => item.contains(activeElement));
    const wanted = new Set(files.map(({ key }) => key));
    for (const item of before) if (!wanted.has(item.dataset.key ?? '')) item.remove();
    const shown = new Map(before.map((item) => [item.dataset.key, item]));
    let next = this.#list.firstElementChild;
    for (const file of files) {
      const signature = JSON.stringify(file);
      const known = shown.get(file.key);
      const item = known?.dataset.as === signature ? known : this.#item(file, signature);
      if (known && known !== item) {
        if (known === next) next = item;
        known.replaceWith(item);
        if (known === before[focused]) item.querySelector('button')?.focus();
      }
      if (item === next) next = next.nextElementSibling;
      else this.#list.insertBefore(item, next);
    }
    if (focused >= 0 && !wanted.has(before[focused].dataset.key ?? '')) this.#focus(focused);
  }

  /** A file is gone: the focus goes to the one that has come into its place, else to the button that adds some. @param {number} place */
  #focus(place) {
    const item = this.#list.children[place] ?? this.#list.lastElementChild;
    /** @type {HTMLElement | null} */ (item?.querySelector('button') ?? document.getElementById('attach'))?.focus();
  }

  /** What stands there already is not read out again. @param {HTMLElement} place @param {string[]} lines */
  #say(place, lines) {
    if (place.textContent !== lines.join('')) place.replaceChildren(...lines.map((words) => this.#tools.el('p', {}, words)));
  }

  /** @param {ChosenFile} file @param {string} signature */
  #item({ key, name, size, width, height, isPreparing }, signature) {
    const { el, icon, t, sizeOf } = this.#tools;
    return el('li', { 'data-key': key, 'data-as': signature },
      width && height ? el('canvas', { width: SIDE, height: SIDE, 'data-thumb': key, 'aria-hidden': true }) : icon('file'),
      el('div', { class: 'attached-about' },
        el('bdi', { class: 'attached-name' }, name),
        el('bdi', { class: 'soft small' }, isPreparing ? t('attach.preparing') : sizeOf({ size }))),
      this.#button(key, t('attach.remove', { name })));
  }

  /** @param {string} key @param {string} label */
  #button(key, label) {
    const button = this.#tools.el('button', { type: 'button', class: 'button-icon', 'data-file': key, 'aria-label': label });
    button.append(this.#tools.icon('cross'));
    return button;
  }
}
