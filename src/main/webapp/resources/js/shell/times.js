/** Shows times in the reader's time zone instead of the hostel's. */
import { watchCalendar } from '../timeline/calendar.js';
import { middleTime } from '../timeline/days.js';

export function startLocalTimes() {
  showLocalTimes();
  // The device's time zone may change while the page is open.
  watchCalendar(() => showLocalTimes());
}

/** @param {ParentNode} [where] */
export function showLocalTimes(where = document) {
  for (const time of where.querySelectorAll('time[datetime]')) {
    const at = Date.parse(time.getAttribute('datetime') ?? '');
    if (!Number.isNaN(at)) time.textContent = middleTime(at);
  }
}
