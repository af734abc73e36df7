/** Above the box: which message one answers, with a cross to drop that. */
import { t } from '../language/words.js';
import { byId } from '../shell/dom.js';

/** @typedef {import('./references.js').References} References */

export class ReplyBar {
  #bar = byId('composer-reply', HTMLElement);
  #name = byId('composer-reply-name', HTMLElement);
  #words = byId('composer-reply-words', HTMLElement);
  /** @type {References} */ #references;
  #editing = false;

  /**
   * @param {References} references of the room that comes first
   * @param {() => void} dropped nothing is answered any more
   */
  constructor(references, dropped) {
    this.#references = references;
    const drop = () => {
      this.#references.answer(null);
      this.show(this.#references);
      dropped();
    };
    byId('composer-reply-drop', HTMLButtonElement).addEventListener('click', drop);
    byId('box', HTMLTextAreaElement).addEventListener('keydown', (event) => {
      if (event.key === 'Escape' && !event.isComposing && !event.defaultPrevented && !this.#bar.hidden) drop();
    });
    this.show(references);
  }

  /** @param {References} references of the room on the screen */
  show(references) {
    this.#references = references;
    const answered = this.#editing ? null : references.answered;
    this.#bar.hidden = !answered;
    // They describe the field also while they are hidden: empty they say nothing.
    this.#name.textContent = answered ? t('composer.replying', { name: answered.name ?? '' }) : '';
    this.#words.textContent = answered?.excerpt ?? '';
  }

  /** @param {boolean} editing while a message is edited nothing is answered */
  edit(editing) {
    this.#editing = editing;
    this.show(this.#references);
  }
}
