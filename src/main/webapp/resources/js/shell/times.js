/** Puts the reader's own time zone in the place of the hostel's. */
import { middleTime } from '../timeline/days.js';

export function tellTimesLocally() {
  for (const time of document.querySelectorAll('time[datetime]')) {
    const at = Date.parse(time.getAttribute('datetime') ?? '');
    if (!Number.isNaN(at)) time.textContent = middleTime(at);
  }
}
