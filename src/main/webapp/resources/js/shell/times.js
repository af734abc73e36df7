/** Puts the reader's own time zone in the place of the hostel's. */
import { watchCalendar } from '../timeline/calendar.js';
import { middleTime } from '../timeline/days.js';

export function startLocalTimes() {
  showLocalTimes();
  // The device may come to another zone while the page is open.
  watchCalendar(() => showLocalTimes());
}

/** @param {ParentNode} [where] */
export function showLocalTimes(where = document) {
  for (const time of where.querySelectorAll('time[datetime]')) {
    const at = Date.parse(time.getAttribute('datetime') ?? '');
    if (!Number.isNaN(at)) time.textContent = middleTime(at);
  }
}
