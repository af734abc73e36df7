/** Frames that arrive while a room's newest page is being fetched: they are applied after it, in their order. */
export class DeferredFrames {
  /** @type {Promise<void> | null} */ #fetching = null;
  /** @type {(() => void)[]} */ #waiting = [];

  /** Runs the request, unless it is running already. @param {() => Promise<void>} fetch */
  during(fetch) {
    this.#fetching ??= fetch().finally(() => {
      this.#fetching = null;
      for (const apply of this.#waiting.splice(0)) apply();
    });
    return this.#fetching;
  }

  /** @param {() => void} apply @returns {boolean} whether it is put off: else the caller applies it now */
  defers(apply) {
    if (this.#fetching) this.#waiting.push(apply);
    return !!this.#fetching;
  }
}
