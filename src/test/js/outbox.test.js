import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Outbox } from '../../main/webapp/resources/js/composer/outbox.js';

class Store {
  map = new Map();
  get length() { return this.map.size; }
  key(i) { return [...this.map.keys()][i] ?? null; }
  getItem(key) { return this.map.get(key) ?? null; }
  setItem(key, value) { this.map.set(key, value); }
  removeItem(key) { this.map.delete(key); }
}

function setUp({ storage = new Store(), up = true, user = 5, held = 0 } = {}) {
  const world = { storage, up, held, sent: [], timers: [], time: 1_000 };
  world.outbox = new Outbox({
    storage,
    user,
    send: (frame) => world.up && !!world.sent.push(frame),
    changed: () => {},
    last: () => world.held,
    later: (run, after) => world.timers.push({ run, at: world.time + after }),
    now: () => world.time,
  });
  world.wait = (ms) => {
    world.time += ms;
    for (const timer of world.timers.splice(0)) timer.at <= world.time ? timer.run() : world.timers.push(timer);
  };
  world.ids = () => world.sent.map((frame) => frame.clientId);
  return world;
}

test('goes out one at a time, in the order of writing', () => {
  const { outbox, ids } = setUp();
  for (const id of ['a', 'b', 'c']) outbox.add(1, id, id);
  assert.deepEqual(ids(), ['a']);
  outbox.acknowledged({ clientId: 'a', seq: 1, at: 1 });
  outbox.acknowledged({ clientId: 'b', seq: 2, at: 2 });
  assert.deepEqual(ids(), ['a', 'b', 'c']);
});

test('one room does not wait for another', () => {
  const { outbox, ids } = setUp();
  outbox.add(1, 'a', 'a');
  outbox.add(2, 'b', 'b');
  assert.deepEqual(ids(), ['a', 'b']);
});

test('what was written offline goes out once, when the connection is there', () => {
  const world = setUp({ up: false });
  world.outbox.add(1, 'a', 'a');
  world.outbox.add(1, 'b', 'b');
  world.up = true;
  world.outbox.resume();
  world.outbox.acknowledged({ clientId: 'a', seq: 1, at: 1 });
  world.outbox.acknowledged({ clientId: 'b', seq: 2, at: 2 });
  assert.deepEqual(world.ids(), ['a', 'b']);
});

test('what may have been lost with the connection is repeated with the same id', () => {
  const world = setUp();
  world.outbox.add(1, 'a', 'a');
  world.outbox.resume();
  assert.deepEqual(world.ids(), ['a', 'a']);
});

test('an answer that never comes is asked for again', () => {
  const world = setUp();
  world.outbox.add(1, 'a', 'a');
  world.wait(16_000);
  assert.deepEqual(world.ids(), ['a', 'a']);
});

test('survives a reload, in order, for this person only', () => {
  const storage = new Store();
  const before = setUp({ storage, up: false });
  before.outbox.add(1, 'b', 'first');
  before.outbox.add(1, 'a', 'second');
  assert.deepEqual(setUp({ storage }).outbox.of(1).map((entry) => entry.body), ['first', 'second']);
  assert.deepEqual(setUp({ storage, user: 6 }).outbox.of(1), []);
});

test('what is stored is forgotten here, also if only its event came', () => {
  const storage = new Store();
  const { outbox } = setUp({ storage });
  outbox.add(1, 'a', 'a');
  outbox.add(1, 'b', 'b');
  outbox.acknowledged({ clientId: 'a', seq: 1, at: 1 });
  assert.equal(outbox.of(1).length, 2, 'shown until its event is there');
  outbox.seen('a');
  outbox.seen('b');
  assert.equal(outbox.of(1).length + storage.length, 0);
});

test('a repeat of what the page shows already does not stand there twice', () => {
  const storage = new Store();
  setUp({ storage }).outbox.add(1, 'a', 'stored just before the reload');
  const after = setUp({ storage, held: 9 });
  after.outbox.resume();
  after.outbox.acknowledged({ clientId: 'a', seq: 7, at: 1 });
  assert.equal(after.outbox.of(1).length + storage.length, 0);
});

test('a refusal for good stays, with its text, until one decides; the next goes on', () => {
  const storage = new Store();
  const world = setUp({ storage });
  world.outbox.add(1, 'a', 'words');
  world.outbox.add(1, 'b', 'more');
  assert.equal(world.outbox.refused('a', { type: '/problems/x', status: 422, detail: 'No.' }), 'No.');
  assert.deepEqual(world.ids(), ['a', 'b']);
  assert.equal(setUp({ storage, up: false }).outbox.of(1)[0].failed, 'No.');
  world.outbox.acknowledged({ clientId: 'b', seq: 1, at: 1 });
  world.outbox.retry('a');
  assert.deepEqual(world.ids(), ['a', 'b', 'a']);
  world.outbox.refused('a', { type: '/problems/x', status: 422 });
  assert.equal(world.outbox.take('a'), 'words');
  assert.equal(world.outbox.of(1).filter((entry) => entry.clientId === 'a').length, 0);
});

test('too fast or too busy: waits as long as it is told, then goes out by itself, still in order', () => {
  const world = setUp();
  world.outbox.add(1, 'a', 'a');
  world.outbox.refused('a', { type: '/problems/x', status: 429, retryAfter: 3 });
  world.outbox.add(1, 'b', 'b');
  world.wait(2_000);
  assert.deepEqual(world.ids(), ['a']);
  world.wait(1_000);
  assert.deepEqual(world.ids(), ['a', 'a']);
  assert.equal(world.outbox.of(1)[0].failed, undefined);
});

test('what is refused because one was signed out elsewhere is kept, to be sent after signing in again', () => {
  const world = setUp();
  world.outbox.add(1, 'a', 'a');
  assert.equal(world.outbox.refused('a', { type: '/problems/not-signed-in', status: 401, detail: 'Sign in.' }), undefined);
  assert.equal(world.outbox.of(1)[0].failed, undefined);
});

test('a clock that is set back while one waits holds nothing up', () => {
  const world = setUp();
  world.outbox.add(1, 'a', 'a');
  world.outbox.refused('a', { type: '/problems/x', status: 429, retryAfter: 3 });
  const [timer] = world.timers.filter((one) => one.at === world.time + 3_000);
  world.time -= 3_600_000;
  timer.run();
  assert.deepEqual(world.ids(), ['a', 'a']);
});

test('a late refusal does not undo what is stored', () => {
  const { outbox } = setUp();
  outbox.add(1, 'a', 'a');
  outbox.acknowledged({ clientId: 'a', seq: 1, at: 1 });
  outbox.refused('a', { type: '/problems/x', status: 422 });
  assert.equal(outbox.of(1)[0].failed, undefined);
});

test('what a mute has refused is tried again when one can write again', () => {
  const world = setUp();
  world.outbox.add(1, 'a', 'words');
  world.outbox.refused('a', { type: '/problems/muted', status: 403, detail: 'No.' });
  assert.equal(world.outbox.of(1)[0].muted, true);
  world.outbox.unmuted();
  assert.deepEqual([world.outbox.of(1)[0].muted, world.outbox.of(1)[0].failed], [undefined, 'No.']);
});

test('what was written for a room that is closed is found', () => {
  const { outbox } = setUp();
  outbox.add(1, 'a', 'open');
  outbox.add(7, 'b', 'closed');
  outbox.refused('b', { type: '/problems/no-such-room', status: 404 });
  assert.deepEqual(outbox.stranded((room) => room === 1).map((entry) => entry.body), ['closed']);
});

test('a browser that keeps nothing still sends', () => {
  const { outbox, ids } = setUp({ storage: null });
  outbox.add(1, 'a', 'a');
  assert.deepEqual(ids(), ['a']);
});

test('what was taken away before it came back is not shown as sent for ever', () => {
  const world = setUp();
  world.outbox.add(1, 'a', 'a');
  world.outbox.add(1, 'b', 'b');
  world.outbox.acknowledged({ clientId: 'a', seq: 1, at: 1 });
  world.outbox.acknowledged({ clientId: 'b', seq: 2, at: 2 });
  world.outbox.add(1, 'c', 'c');
  world.held = 1;
  world.outbox.caughtUp(1);
  assert.deepEqual(world.outbox.of(1).map((entry) => entry.clientId), ['b', 'c'], 'a came as a tombstone; b is still to come');
});
