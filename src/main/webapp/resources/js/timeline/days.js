/** Days and times in the reader's time zone and the language of the page. */
import { isRightToLeft, locale } from '../language/locale.js';
import { t } from '../language/words.js';

/** @type {Map<Intl.DateTimeFormatOptions, Intl.DateTimeFormat>} formatters keep the time zone in which they were created */
const made = new Map();
let zone = 0;

/** @param {Intl.DateTimeFormatOptions} options */
function formatter(options) {
  return (/** @type {number} */ at) => {
    const format = made.get(options) ?? new Intl.DateTimeFormat(locale(), options);
    made.set(options, format);
    return inOnePiece(format.format(at));
  };
}

/**
 * Isolates a time: on right-to-left pages the hour and its AM, which Urdu writes in Latin letters, would swap.
 * @param {string} words
 */
function inOnePiece(words) {
  return isRightToLeft() ? words.replace(/\d+:\d+\s[A-Za-z]+/, '\u2066$&\u2069') : words;
}

/** The device's time zone may have changed: creates the formatters again. */
export function forgetZone() {
  made.clear();
  zone++;
}

/** Changes with every change of the time zone: times with another number must be formatted again. */
export const zoneNumber = () => zone;

export const shortTime = formatter({ hour: 'numeric', minute: '2-digit' });
export const middleTime = formatter({ dateStyle: 'medium', timeStyle: 'short' });
export const fullTime = formatter({ dateStyle: 'long', timeStyle: 'short' });
const thisYear = formatter({ weekday: 'long', day: 'numeric', month: 'long' });
const anotherYear = formatter({ day: 'numeric', month: 'long', year: 'numeric' });

/**
 * The day of an instant in the reader's time zone, such as 2026-03-09. Two instants are on the same day exactly if these are
 * equal.
 * @param {number} at epoch milliseconds
 */
export function dayOf(at) {
  const date = new Date(at);
  const pad = (/** @type {number} */ n) => String(n).padStart(2, '0');
  return `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`;
}

/**
 * The day of an instant in another time zone, or in the reader's if the browser does not know that zone.
 * @param {number} at epoch milliseconds
 * @param {string} [timeZone] such as Asia/Kolkata
 */
export function dayIn(at, timeZone) {
  try {
    const parts = new Intl.DateTimeFormat('en', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).formatToParts(at);
    const part = (/** @type {string} */ type) => parts.find((one) => one.type === type)?.value;
    return `${part('year')}-${part('month')}-${part('day')}`;
  } catch {
    return dayOf(at);
  }
}

/**
 * @param {number} at
 * @param {number} now
 */
export function dayName(at, now) {
  const today = new Date(now);
  if (dayOf(at) === dayOf(now)) return t('timeline.day.today');
  if (dayOf(at) === dayOf(new Date(today.getFullYear(), today.getMonth(), today.getDate() - 1).getTime())) return t('timeline.day.yesterday');
  return new Date(at).getFullYear() === today.getFullYear() ? thisYear(at) : anotherYear(at);
}
