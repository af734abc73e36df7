/** The browser's storage, or null where it is switched off: asking for it alone may throw. */
export function localStore() {
  try {
    return globalThis.localStorage ?? null;
  } catch {
    return null;
  }
}
