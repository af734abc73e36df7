/** Tells when the words for days and times change by themselves: at midnight, and when the device comes to another time zone. */
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
 * @returns {() => void} looks at once, for instance after the server's clock was heard
 */
export function watchCalendar(changed) {
  const state = () => `${Intl.DateTimeFormat().resolvedOptions().timeZone} ${new Date().getTimezoneOffset()} ${dayOf(serverNow())}`;
  let before = state();
  /** @type {number | undefined} */
  let timer;
  const look = () => {
    clearTimeout(timer);
    // No event tells of another zone, so it is looked for every minute; a day ends on time.
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
