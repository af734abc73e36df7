/** The files that one is about to send in a room. Kept as long as the page is open, while other rooms are on the screen. */
import { mintId } from './ids.js';

/** @typedef {import('./pending.js').PendingFile} PendingFile */
/** @typedef {PendingFile & {isPreparing?: boolean, note?: string}} ChosenFile `note`: what to know about it before it is sent */

export class Chosen {
  /** @type {ChosenFile[]} */ files = [];
  /** @type {string[]} why others are not among them */ refused = [];
  /** How often files were chosen that are not among them yet. */
  coming = 0;

  /**
   * They are sent: none is left.
   * @returns {{files?: PendingFile[]}} what goes into the message
   */
  take() {
    const files = this.files.map(({ isPreparing: _, note: __, ...file }) => file);
    this.files = [];
    this.refused = [];
    return files.length ? { files } : {};
  }

  /** @param {{name: string, size: number}} file @returns {ChosenFile} the one that is among them now */
  add({ name, size }) {
    const file = { key: mintId(), name, size, isPreparing: true };
    this.files.push(file);
    return file;
  }

  /** @param {string} key */
  drop(key) {
    this.files = this.files.filter((file) => file.key !== key);
  }
}
