/** The people whom one has blocked. */
import { call } from '../api/http.js';
import { t } from '../language/words.js';
import { ask } from '../shell/dialog.js';
import { toast } from '../shell/toast.js';

/** @typedef {{id: number, name: string}} Named */

export class Blocking {
  /** @type {Set<number> | null} null until the server was asked */ #blocked = null;

  /**
   * Requested on first use.
   *
   * @param {number} person
   * @returns {Promise<boolean>} also false while the server can't be reached
   */
  async has(person) {
    try {
      this.#blocked ??= new Set((await call('GET', '/api/blocks')).items.map((/** @type {Named} */ { id }) => id));
    } catch {
      return false;
    }
    return this.#blocked.has(person);
  }

  /**
   * Asks for confirmation, and blocks.
   *
   * @param {Named} person
   */
  async block({ id, name }) {
    if (!(await ask({ title: t('people.block.title', { name }), words: t('people.block.words'), yes: t('people.block') }))) return;
    await this.#change('PUT', id, t('people.blocked', { name }));
  }

  /** @param {Named} person */
  unblock({ id, name }) {
    return this.#change('DELETE', id, t('people.unblocked', { name }));
  }

  /**
   * @param {string} method
   * @param {number} id
   * @param {string} done the message afterwards
   */
  async #change(method, id, done) {
    try {
      await call(method, `/api/people/${id}/block`);
      if (method === 'PUT') this.#blocked?.add(id);
      else this.#blocked?.delete(id);
      toast(done);
    } catch (error) {
      toast(/** @type {Error} */ (error).message);
    }
  }
}
