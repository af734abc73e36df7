import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Refused } from '../../main/webapp/resources/js/api/http.js';
import { page } from './support/history.js';
import { RoomStore } from '../../main/webapp/resources/js/rooms/store.js';
import { Reading } from '../../main/webapp/resources/js/timeline/reading.js';

const ME = 1;
const posted = (seq, by = 2) => ({ seq, kind: 'posted', by, name: `P${by}`, role: 'STUDENT', at: seq, clientId: `c${seq}`, body: `m${seq}` });

/** A room of which the newest page is held. */
async function room(count, read) {
  const events = Array.from({ length: count }, (_, i) => posted(i + 1));
  globalThis.fetch = async () => ({ ok: true, status: 200, json: async () => page(events) });
  const store = new RoomStore({ id: 7, name: 'Water', kind: 'OPEN', last: count, read, unread: count - read }, {
    me: ME,
    tellRead: () => true,
    hole: () => assert.fail('a hole'),
    recount: () => {},
    said: () => {},
    changed: () => {},
  });
  await store.load();
  return store;
}

const say = (store, ...events) => store.receive({ type: 'events', room: 7, from: events[0].seq, to: events.at(-1).seq, events });

test('begins at the first unread, or at the end', async () => {
  const reading = new Reading(await room(30, 20), ME);
  reading.begin();
  assert.deepEqual([reading.dividerAfter, reading.passed, reading.next.seq], [20, 20, 21]);
  const other = new Reading(await room(30, 30), ME);
  other.begin();
  assert.deepEqual([other.dividerAfter, other.passed, other.next], [Infinity, 30, undefined]);
});

test('whoever comes back is where they were, and what came meanwhile stands below a divider', async () => {
  const store = await room(300, 300);
  const reading = new Reading(store, ME);
  reading.begin();
  reading.leave({ seq: 120, top: 14 });
  say(store, posted(301, ME), posted(302), posted(303));
  assert.deepEqual(reading.resume(), { seq: 120, top: 14 });
  assert.equal(reading.dividerAfter, 301);
  const rows = reading.rows([]);
  assert.ok(rows.some((row) => row.type === 'said' && row.said.seq === 120));
  assert.ok(rows.length <= 300);
});

test('the divider that one left stays where it was', async () => {
  const store = await room(30, 20);
  const reading = new Reading(store, ME);
  reading.begin();
  reading.leave({ seq: 19, top: -3 });
  say(store, posted(31));
  reading.resume();
  assert.equal(reading.dividerAfter, 20);
});

test('whoever left at the end comes back to the first unread', async () => {
  const store = await room(30, 30);
  const reading = new Reading(store, ME);
  reading.begin();
  reading.leave(null);
  say(store, posted(31));
  assert.equal(reading.resume(), null);
  reading.begin();
  assert.equal(reading.dividerAfter, 30);
});

test('a place that is not held any more is forgotten', async () => {
  const store = await room(30, 30);
  const reading = new Reading(store, ME);
  reading.begin();
  reading.leave({ seq: 3, top: 0 });
  store.unload();
  assert.equal(reading.resume(), null);
});

test('what is in view counts as read while somebody looks, but for what the page skipped', async () => {
  const store = await room(30, 10);
  const reading = new Reading(store, ME);
  reading.begin();
  assert.equal(reading.see({ first: 8, last: 15 }, false).below, 15);
  assert.equal(store.unread, 20);
  assert.equal(reading.see({ first: 8, last: 15 }, true).below, 15);
  assert.equal(store.unread, 15);
  reading.missing.gap = true;
  const { missed } = reading.see({ first: 20, last: 30 }, true);
  assert.deepEqual([store.unread, missed.count], [15, 4]);
});

test('before a room is loaded only one’s own words stand there: of the others no words are known', () => {
  const store = new RoomStore({ id: 7, name: 'Water', kind: 'GROUP', last: 1, read: 1, unread: 0 }, {
    me: ME, tellRead: () => true, hole: () => {}, recount: () => {}, said: () => {}, changed: () => {},
  });
  store.welcome({ id: 7, name: 'Water', kind: 'GROUP', last: 1, read: 1, unread: 0 });
  say(store, posted(2), posted(3));
  const reading = new Reading(store, ME);
  reading.toEnd();
  const pending = { clientId: 'p', body: 'नमस्ते', at: 5 };
  assert.deepEqual(reading.rowsBefore([pending]).map(({ type }) => type).filter((type) => type !== 'day'), ['pending']);
});

test('what was missed is fetched as long as one waits for it, and not for a room that one has left', async () => {
  const asked = [];
  let here = true;
  const store = { get unheld() { return 10 - asked.length; }, loadBefore: async (limit) => void asked.push(limit) };
  const reading = new Reading(store, ME);
  await reading.fetchMissed(() => here && asked.length < 3);
  assert.equal(asked.length, 3);
  store.loadBefore = async () => {
    asked.push(0);
    here = false;
    throw new Refused({ status: 0, title: 'the line broke' });
  };
  await reading.fetchMissed(() => here);
  assert.equal(asked.length, 4);
});
