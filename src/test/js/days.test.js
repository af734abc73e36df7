import assert from 'node:assert/strict';
import { test } from 'node:test';
import { serverNow, setServerClock } from '../../main/webapp/resources/js/shell/clock.js';
import { dayIn, dayName, dayOf, forgetZone, shortTime, zoneNumber } from '../../main/webapp/resources/js/timeline/days.js';

test('today, yesterday, and names for what was before', () => {
  const now = new Date(2026, 2, 10, 0, 30).getTime();
  assert.equal(dayName(now, now), 'Today');
  assert.equal(dayName(new Date(2026, 2, 9, 23, 59).getTime(), now), 'Yesterday');
  assert.match(dayName(new Date(2026, 2, 8).getTime(), now), /8 March|March 8/);
  assert.match(dayName(new Date(2025, 2, 8).getTime(), now), /2025/);
});

test('times are written in the zone of the device, also when it comes to another one', () => {
  const before = process.env.TZ;
  const at = Date.UTC(2026, 2, 9, 20, 0);
  try {
    process.env.TZ = 'Asia/Kolkata';
    forgetZone();
    assert.match(shortTime(at), /^0?1:30/);
    assert.equal(dayOf(at), '2026-03-10');
    const number = zoneNumber();
    process.env.TZ = 'Europe/Berlin';
    forgetZone();
    assert.match(shortTime(at), /^(21|9):00/);
    assert.equal(dayOf(at), '2026-03-09');
    assert.notEqual(zoneNumber(), number);
  } finally {
    process.env.TZ = before ?? '';
    forgetZone();
  }
});

test('the last day of a notice is a day of the hostel', () => {
  const at = Date.UTC(2026, 2, 9, 20, 0);
  assert.equal(dayIn(at, 'Asia/Kolkata'), '2026-03-10');
  assert.equal(dayIn(at, 'America/New_York'), '2026-03-09');
  assert.equal(dayIn(at, 'Nowhere/At All'), dayOf(at));
});

test('now is what the server’s clock says, however wrong the device’s is', () => {
  const threeDays = 3 * 24 * 3_600_000;
  const device = Date.now();
  setServerClock(device - threeDays, device);
  assert.ok(Math.abs(serverNow() - (Date.now() - threeDays)) < 1_000);
  setServerClock(Date.now());
});
