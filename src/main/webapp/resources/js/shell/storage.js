/** The browser's storages, or null where they are switched off: asking for one alone may throw. */

/** What all tabs of this browser share, until it is deleted. */
export function localStore() {
  try {
    return globalThis.localStorage ?? null;
  } catch {
    return null;
  }
}

/** What this tab alone remembers, until it is closed. */
export function sessionStore() {
  try {
    return globalThis.sessionStorage ?? null;
  } catch {
    return null;
  }
}
