/** Modules that are fetched when they are first needed, over a connection that may break. */

/**
 * An import that can be repeated. Browsers may keep the failure of a module's address for as long as the page is open; their
 * message names the address, and with another query it is fetched again.
 * @template T
 * @param {() => Promise<T>} load imports the module, which imports nothing else that could fail
 * @param {(address: string) => Promise<T>} [from]
 * @returns {() => Promise<T>} to be called until it has succeeded once
 */
export function importing(load, from = (address) => import(address)) {
  let address = '';
  let failures = 0;
  return async () => {
    try {
      return await (address ? from(`${address}?again=${failures}`) : load());
    } catch (error) {
      failures++;
      address ||= /https?:[^\s?#]+\.js/.exec(String(error))?.[0] ?? '';
      throw error;
    }
  };
}
