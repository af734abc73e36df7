/** Days and times as the reader's clock has them. */

const english = () => globalThis.navigator?.languages?.find((tag) => tag.startsWith('en')) ?? 'en-GB';

/** @param {Intl.DateTimeFormatOptions} options */
function formatter(options) {
  /** @type {Intl.DateTimeFormat | undefined} */
  let made;
  return (/** @type {number} */ at) => (made ??= new Intl.DateTimeFormat(english(), options)).format(at);
}

export const shortTime = formatter({ hour: 'numeric', minute: '2-digit' });
export const middleTime = formatter({ dateStyle: 'medium', timeStyle: 'short' });
export const fullTime = formatter({ dateStyle: 'long', timeStyle: 'short' });
const thisYear = formatter({ weekday: 'long', day: 'numeric', month: 'long' });
const anotherYear = formatter({ day: 'numeric', month: 'long', year: 'numeric' });

/**
 * The day of an instant in the reader's zone, such as 2026-03-09: two instants share a day exactly if these are equal.
 * @param {number} at epoch milliseconds
 */
export function dayOf(at) {
  const date = new Date(at);
  const pad = (/** @type {number} */ n) => String(n).padStart(2, '0');
  return `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`;
}

/**
 * @param {number} at
 * @param {number} now
 */
export function dayName(at, now) {
  const today = new Date(now);
  if (dayOf(at) === dayOf(now)) return 'Today';
  if (dayOf(at) === dayOf(new Date(today.getFullYear(), today.getMonth(), today.getDate() - 1).getTime())) return 'Yesterday';
  return new Date(at).getFullYear() === today.getFullYear() ? thisYear(at) : anotherYear(at);
}
