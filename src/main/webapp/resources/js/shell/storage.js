/** The browser's storages, or null if they are disabled: then even the access may throw. */

/** Shared by all tabs, until it is cleared. */
export function localStore() {
  try {
    return globalThis.localStorage ?? null;
  } catch {
    return null;
  }
}

/** Of this tab only, until it is closed. */
export function sessionStore() {
  try {
    return globalThis.sessionStorage ?? null;
  } catch {
    return null;
  }
}

/** The name of the database with the files that a person has not sent yet. @param {number} user */
export const filesOfPerson = (user) => `hostel.files.${user}`;

/** Where a browser keeps whether somebody has turned notifications on in it. @param {number} user */
export const notifyKey = (user) => `hostel.notify.${user}`;

/** @param {number} user */
export function forgetFiles(user) {
  try {
    globalThis.indexedDB?.deleteDatabase(filesOfPerson(user));
  } catch {
    // There is none, or none may be used.
  }
}
