/** Days and times in the reader's time zone, and in the language of the page. */
import { isRightToLeft, locale } from '../language/locale.js';
import { t } from '../language/words.js';

/** @type {Map<Intl.DateTimeFormatOptions, Intl.DateTimeFormat>} each keeps the zone in which it was made */
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
 * In a page from right to left an hour and its AM, which Urdu writes with Latin letters, would change places.
 * @param {string} words
 */
function inOnePiece(words) {
  return isRightToLeft() ? words.replace(/\d+:\d+\s[A-Za-z]+/, '\u2066$&\u2069') : words;
}

/** The device may be in another time zone now: what is written from here on is written anew. */
export function forgetZone() {
  made.clear();
  zone++;
}

/** Another number after every change of the zone: times that were written under another one are to be written again. */
export const zoneNumber = () => zone;

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
 * The day of an instant in another zone than the reader's, or in the reader's where the browser does not know that zone.
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
