import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answer, page } from './support/history.js';
import { RoomStore } from '../../main/webapp/resources/js/rooms/store.js';

const ME = 1;
const posted = (seq, by = 2) => ({ seq, kind: 'posted', by, name: `P${by}`, role: 'STUDENT', at: seq, clientId: `c${seq}`, body: `m${seq}` });
const deleted = (seq, target) => ({ seq, kind: 'deleted', by: 2, at: seq, target });
const frame = (...events) => ({ type: 'events', room: 7, from: events[0].seq, to: events.at(-1).seq, events });
const room = (more) => ({ id: 7, name: 'Water', kind: 'NOTICE', last: 10, read: 4, unread: 3, ...more });

function setUp(first = room()) {
  const heard = { holes: 0, recounts: 0, said: [] };
  const store = new RoomStore(first, {
    me: ME,
    tellRead: () => true,
    hole: () => heard.holes++,
    recount: () => heard.recounts++,
    said: (_, fresh) => heard.said.push(...fresh.map((said) => said.seq)),
    changed: () => {},
  });
  store.welcome(first);
  return { store, heard };
}

/** Answers the pages of a room's history. */
function history(events) {
  globalThis.fetch = async (path) => ({ ok: true, status: 200, json: async () => answer(events, path) });
}

test('what the server counts is taken over, and counted on: others’ posts, nothing else', () => {
  const { store, heard } = setUp();
  assert.equal(store.unread, 3);
  store.receive(frame(posted(11), posted(12, ME), { seq: 13, kind: 'edited', by: 2, at: 13, target: 11, body: 'better' }, posted(14)));
  assert.equal(store.unread, 5);
  assert.deepEqual(heard.said, [11, 12, 14]);
  store.receive(frame(deleted(15, 14)));
  assert.equal(store.unread, 4);
  assert.equal(heard.recounts, 0);
});

test('a deleted message that is not held here may have been unread: only the server can tell', () => {
  const { store, heard } = setUp();
  store.receive(frame(deleted(11, 3)));
  assert.equal(heard.recounts, 0, 'that one was read');
  store.receive(frame(deleted(12, 6)));
  assert.equal(heard.recounts, 1);
  store.count(room({ last: 12, unread: 2 }));
  assert.equal(store.unread, 2);
});

test('a count that is ahead of what has come is settled when that has come', () => {
  const { store } = setUp();
  store.receive(frame(posted(11)));
  store.count(room({ last: 13, unread: 6 }));
  assert.equal(store.unread, 4, 'as before');
  store.receive(frame(posted(12), posted(13), posted(14)));
  assert.equal(store.unread, 7);
});

test('a count that is behind what has come does not forget what came since', () => {
  const { store } = setUp();
  store.receive(frame(posted(11), posted(12)));
  store.count(room({ last: 11, unread: 4 }));
  assert.equal(store.unread, 5);
});

test('read on another device, all of it or half', () => {
  const { store, heard } = setUp();
  store.receive(frame(posted(11), posted(12), posted(13)));
  store.learn(12);
  assert.deepEqual([store.unread, heard.recounts], [1, 0]);
  const other = setUp();
  other.store.learn(6);
  assert.equal(other.heard.recounts, 1);
  other.store.count(room({ read: 6, unread: 2 }));
  assert.equal(other.store.unread, 2);
});

test('what was missed in a room that is not shown is not fetched, and counted by the server', () => {
  const { store, heard } = setUp();
  store.limited({ type: 'limited', room: 7, from: 11, to: 2_000 });
  assert.equal(heard.recounts, 1);
  store.count(room({ last: 2_000, unread: 1_500 }));
  store.receive(frame(posted(2_001)));
  assert.deepEqual([store.unread, heard.holes], [1_501, 0]);
});

test('holds a bounded number of messages of a room that is not shown, and still knows the count', () => {
  const { store } = setUp();
  for (let seq = 11; seq <= 1_010; seq++) store.receive(frame(posted(seq)));
  assert.ok(store.log.said.length <= 200);
  assert.equal(store.unread, 1_003);
  store.learn(1_005);
  assert.equal(store.unread, 5);
});

test('once its pages are held the rest of the server’s count stands before them', async () => {
  const events = Array.from({ length: 300 }, (_, i) => (i % 3 ? posted(i + 1) : { seq: i + 1, kind: 'tombstone' }));
  history(events);
  const { store } = setUp(room({ last: 300, read: 20, unread: 187 }));
  await store.load();
  assert.deepEqual([store.log.first, store.unread], [251, 187]);
  assert.equal(store.unheld, 187 - events.slice(250).filter((event) => event.kind === 'posted').length);
  await store.loadBefore(200);
  assert.deepEqual([store.log.first, store.unread], [51, 187]);
  await store.loadBefore(100);
  assert.deepEqual([store.unread, store.unheld, store.firstUnread.seq], [187, 0, 21]);
});

test('reading on makes it less, wherever it was counted', async () => {
  history(Array.from({ length: 300 }, (_, i) => posted(i + 1)));
  const { store } = setUp(room({ last: 300, read: 280, unread: 20 }));
  await store.load();
  store.advance(290);
  assert.equal(store.unread, 10);
  store.receive(frame(posted(301)));
  store.advance(301);
  assert.equal(store.unread, 0);
});

test('a room that is shown has no hole', async () => {
  history([posted(1)]);
  const { store, heard } = setUp(room({ last: 1, read: 0, unread: 1 }));
  await store.load();
  store.receive(frame(posted(5)));
  assert.equal(heard.holes, 1);
});

/** A page of history that comes when one lets it. */
function slowHistory() {
  const asked = [];
  globalThis.fetch = (path) => new Promise((resolve) => {
    asked.push({ path, answer: (events) => resolve({ ok: true, status: 200, json: async () => (path.includes('/history') ? page(events) : { items: events }) }) });
  });
  return asked;
}

const settled = () => new Promise((done) => setImmediate(done));

test('what is said while the newest page is on its way is neither lost nor taken for a hole', async () => {
  const asked = slowHistory();
  const { store, heard } = setUp(room({ last: 2, read: 2, unread: 0 }));
  const loading = store.load();
  store.receive(frame(posted(3)));
  store.receive(frame(posted(4)));
  asked[0].answer([posted(1), posted(2), posted(3)]);
  await loading;
  assert.deepEqual(store.log.said.map(({ body }) => body), ['m1', 'm2', 'm3', 'm4']);
  assert.deepEqual([store.unread, heard.holes], [2, 0]);
});

test('asked for twice, the newest page is fetched once', async () => {
  const asked = slowHistory();
  const { store } = setUp(room({ last: 1, read: 1, unread: 0 }));
  const both = Promise.all([store.load(), store.load()]);
  asked[0].answer([posted(1)]);
  await both;
  assert.equal(asked.length, 1);
});

test('a connection that came back while the newest page was on its way leaves no hole', async () => {
  const asked = slowHistory();
  const { store, heard } = setUp(room({ last: 2, read: 2, unread: 0 }));
  const loading = store.load();
  store.welcome(room({ last: 4, read: 2, unread: 2 }));
  store.receive(frame(posted(5)));
  asked[0].answer([posted(1), posted(2)]);
  await loading;
  await settled();
  assert.match(asked[1].path, /after=2/);
  asked[1].answer([posted(3), posted(4)]);
  await settled();
  await settled();
  assert.deepEqual(store.log.said.map(({ seq }) => seq), [1, 2, 3, 4, 5]);
  assert.deepEqual([store.unread, heard.holes], [3, 0]);
});

test('a room that is held and not on the screen keeps a bounded number of messages', async () => {
  history([posted(1)]);
  const { store } = setUp(room({ last: 1, read: 1, unread: 0 }));
  await store.load();
  for (let seq = 2; seq <= 1_001; seq++) store.receive(frame(posted(seq)));
  assert.ok(store.log.said.length <= 400);
  assert.equal(store.unread, 1_000);
});

test('a reconnect keeps what is unread until the server has heard how far one has read, and asks it again once', () => {
  const { store, heard } = setUp();
  store.advance(5);
  store.welcome(room({ last: 14, read: 4, unread: 7 }));
  assert.deepEqual([store.unread, heard.recounts], [3, 1]);
  store.count(room({ last: 14, read: 4, unread: 7 }));
  assert.deepEqual([store.unread, heard.recounts], [3, 1], 'it has not heard yet: no question after question');
  store.count(room({ last: 14, read: 5, unread: 6 }));
  assert.deepEqual([store.unread, heard.recounts], [6, 1]);
  store.advance(14);
  store.welcome(room({ last: 14, read: 5, unread: 6 }));
  assert.deepEqual([store.unread, heard.recounts], [0, 1], 'all is read: nothing to ask');
});

test('a room that is let go while its messages are on their way stays without them, unless one comes back', async () => {
  const answers = [];
  globalThis.fetch = () => new Promise((resolve) => answers.push(() => resolve({ ok: true, status: 200, json: async () => page([posted(9), posted(10)]) })));
  const { store } = setUp();
  const gone = store.load();
  store.unload();
  answers.shift()();
  await gone;
  assert.deepEqual([store.loaded, store.log.said.length, store.unread], [false, 0, 3]);
  store.receive(frame(posted(11)));
  assert.deepEqual([store.unread, store.log.said[0].body], [4, ''], 'no words are kept');
  const first = store.load();
  store.unload();
  const again = store.load();
  answers.shift()();
  await Promise.all([first, again]);
  assert.equal(store.loaded, true);
});
