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
