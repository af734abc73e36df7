/** Reports when the words for days and times change: at midnight, and when the device's time zone changes. */
import { serverNow } from '../shell/clock.js';
import { dayOf, forgetZone } from './days.js';

const MINUTE = 60_000;

/** @param {number} now */
function nextMidnight(now) {
  const date = new Date(now);
  return new Date(date.getFullYear(), date.getMonth(), date.getDate() + 1).getTime();
}

/**
 * @param {() => void} changed
 * @returns {() => void} checks at once, for instance after the server's time was received
 */
export function watchCalendar(changed) {
  const state = () => `${Intl.DateTimeFormat().resolvedOptions().timeZone} ${new Date().getTimezoneOffset()} ${dayOf(serverNow())}`;
  let before = state();
  /** @type {number | undefined} */
  let timer;
  const look = () => {
    clearTimeout(timer);
    // No event reports another time zone, so it is checked every minute; midnight is reported exactly.
    timer = setTimeout(look, Math.min(MINUTE, nextMidnight(serverNow()) - serverNow() + 20));
    const now = state();
    if (now === before) return;
    before = now;
    forgetZone();
    changed();
  };
  look();
  for (const what of ['focus', 'pageshow']) addEventListener(what, look);
  document.addEventListener('visibilitychange', look);
  return look;
}
