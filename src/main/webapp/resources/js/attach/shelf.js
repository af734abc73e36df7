/** The browser's database of files that are being sent: one for each person. */

/** @typedef {import('./prepare.js').Prepared} Prepared */

const STORE = 'files';

/**
 * @param {string} name of the database
 * @returns {import('./blobs.js').Shelf} whose calls reject where the browser has no such database
 */
export function shelfOf(name) {
  /** @type {Promise<IDBDatabase> | undefined} */
  let opening;
  const open = () => (opening ??= opened(name));

  /**
   * @template T
   * @param {IDBTransactionMode} mode
   * @param {(store: IDBObjectStore) => IDBRequest<T>} run
   * @returns {Promise<T>} once it is stored
   */
  async function during(mode, run) {
    const transaction = (await open()).transaction(STORE, mode);
    const request = run(transaction.objectStore(STORE));
    return new Promise((resolve, reject) => {
      transaction.oncomplete = () => resolve(request.result);
      transaction.onerror = transaction.onabort = () => reject(transaction.error);
    });
  }

  return {
    get: (key) => during('readonly', (store) => store.get(key)),
    put: async (key, prepared) => void (await during('readwrite', (store) => store.put({ ...prepared, size: prepared.blob.size }, key))),
    drop: (key) => during('readwrite', (store) => store.delete(key)),
    all: async () => {
      const [keys, files] = await Promise.all([during('readonly', (store) => store.getAllKeys()), during('readonly', (store) => store.getAll())]);
      return keys.map((key, i) => [String(key), files[i]?.size ?? 0]);
    },
  };
}

/** @param {string} name @returns {Promise<IDBDatabase>} */
function opened(name) {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE);
    request.onsuccess = () => {
      // Signing out deletes it, in whichever tab.
      request.result.onversionchange = () => request.result.close();
      resolve(request.result);
    };
    request.onerror = request.onblocked = () => reject(request.error);
  });
}
