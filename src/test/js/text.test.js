import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { left, lengthOf, refusal, tidy, withoutControls } from '../../main/webapp/resources/js/composer/text.js';
import { mintId } from '../../main/webapp/resources/js/composer/ids.js';
import { delay } from '../../main/webapp/resources/js/live/backoff.js';
import { OnlinePeople } from '../../main/webapp/resources/js/presence/online.js';
import { initials } from '../../main/webapp/resources/js/shell/people.js';
import { dayName, dayOf } from '../../main/webapp/resources/js/timeline/days.js';

test('counts code points', () => {
  assert.equal(lengthOf('நன்றி 😀'), 7);
});

test('4,000 fit, one more does not, and the box says how much', () => {
  assert.equal(refusal('😀'.repeat(4_000)), null);
  assert.match(refusal('x'.repeat(4_001)) ?? '', /1 character too long/);
  assert.equal(left('x'.repeat(100)), null);
  assert.equal(left('x'.repeat(3_990)), 10);
  assert.equal(left('x'.repeat(4_010)), -10);
});

for (const { what, typed, posted } of JSON.parse(readFileSync(new URL('../resources/message-bodies.json', import.meta.url), 'utf8'))) {
  test(`what is posted: ${what}`, () => {
    assert.equal(tidy(typed), posted);
    assert.equal(tidy(posted), posted);
  });
}

test('a text that shows nothing is refused with words, an empty one silently', () => {
  assert.match(refusal('\u3164\u200B') ?? '', /no visible text/);
  assert.equal(refusal(' \n'), null);
  assert.equal(withoutControls('a\u0007\r\n b'), 'a\n b');
});

test('mints version 4 UUIDs, all different', () => {
  const ids = Array.from({ length: 1_000 }, mintId);
  for (const id of ids) assert.match(id, /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  assert.equal(new Set(ids).size, ids.length);
});

test('waits longer and longer, within bounds, never all alike', () => {
  assert.ok(delay(0, () => 0) >= 250 && delay(0, () => 1) <= 500);
  assert.ok(delay(99, () => 1) <= 20_000);
  assert.ok(delay(4, () => 0) > delay(1, () => 1));
});

test('initials are letters of any script', () => {
  assert.deepEqual(['asha kulkarni', 'Lakshmi', 'Mrs. D’Souza', '  R. K.  Nair ', '😀'].map(initials), ['AK', 'L', 'MD', 'RN', '']);
  assert.equal(initials('प्रिया शर्मा'), 'पश');
});

test('who is here: oneself first, then by name; the unnamed are counted', () => {
  const online = new OnlinePeople();
  online.welcome([{ id: 2, name: 'Zoya', role: 'STUDENT' }, { id: 3, name: 'Anu', role: 'STUDENT' }], 5);
  assert.deepEqual(online.people(2).map((person) => person.id), [2, 3]);
  assert.equal(online.others, 3);
  online.change({ here: [{ id: 4, name: 'Bela', role: 'STUDENT' }], gone: [3], onlineCount: 2 });
  assert.deepEqual(online.people(2).map((person) => person.id), [2, 4]);
});

test('days by name', () => {
  const now = new Date(2026, 0, 1, 0, 5).getTime();
  assert.equal(dayName(now, now), 'Today');
  assert.equal(dayName(now - 10 * 60_000, now), 'Yesterday');
  assert.equal(dayOf(now), '2026-01-01');
  assert.match(dayName(new Date(2024, 5, 1).getTime(), now), /2024/);
});
