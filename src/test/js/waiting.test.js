import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Waiting } from '../../main/webapp/resources/js/notices/waiting.js';

const ME = 5;
const NOON = new Date(2026, 2, 9, 12).getTime();

/** As the board has it. */
const listed = (id, more = {}) => ({
  id, title: `notice ${id}`, text: 'x', acknowledge: false, at: id, by: 1, name: 'Warden', room: 100 + id, read: false, acknowledged: false, version: 1, askedVersion: 1, ...more,
  ...(more.acknowledged && { acknowledgedVersion: 1 }),
});

/** As it comes live: the same for everybody. */
function live(id, more = {}) {
  const { read, acknowledged, acknowledgedVersion, ...frame } = listed(id, more);
  return frame;
}

function board(...notices) {
  const waiting = new Waiting(ME);
  waiting.restart(notices);
  return { waiting, ids: () => waiting.list(NOON).map((notice) => notice.id) };
}

test('waits until it is read, or acknowledged if it asks for that; the newest first', () => {
  const { ids } = board(listed(4, { read: true }), listed(3, { acknowledge: true, read: true }), listed(2), listed(1, { acknowledge: true, acknowledged: true }));
  assert.deepEqual(ids(), [3, 2]);
});

test('a new one waits for everybody but who posted it', () => {
  const { waiting, ids } = board(listed(1));
  assert.equal(waiting.take(live(2)), true);
  assert.equal(waiting.take(live(3, { by: ME })), false);
  assert.equal(waiting.take(live(5, { by: ME, acknowledge: true })), false);
  waiting.take(live(4, { by: null }));
  assert.deepEqual(ids(), [4, 2, 1]);
});

test('what happens while the board is on its way is not lost to a board that is older', () => {
  const { waiting, ids } = board(listed(2), listed(1));
  waiting.ask();
  waiting.take(live(3));
  waiting.done(listed(2));
  waiting.closed(101);
  waiting.restart([listed(2), listed(1)]);
  assert.deepEqual(ids(), [3]);
});

test('a board that is asked for anew is believed', () => {
  const { waiting, ids } = board(listed(1));
  waiting.ask();
  waiting.take(live(2));
  waiting.ask();
  waiting.restart([listed(2, { read: true }), listed(1)]);
  assert.deepEqual(ids(), [1]);
});

test('an edited one that was done with does not come back', () => {
  const { waiting, ids } = board(listed(2, { read: true }), listed(1, { acknowledge: true, acknowledged: true, read: true }));
  waiting.take(live(2, { editedAt: 9 }));
  waiting.take(live(1, { acknowledge: true, editedAt: 9 }));
  assert.deepEqual(ids(), []);
});

test('an edited one that waits keeps its place and has the new words', () => {
  const { waiting, ids } = board(listed(3), listed(2), listed(1));
  waiting.take(live(2, { title: 'other words', editedAt: 9 }));
  assert.deepEqual(ids(), [3, 2, 1]);
  assert.equal(waiting.list(NOON)[1].title, 'other words');
});

test('one that was read waits again if it now asks to be acknowledged, and goes if it no longer does', () => {
  const { waiting, ids } = board(listed(2, { read: true }), listed(1, { acknowledge: true, read: true }));
  waiting.take(live(2, { acknowledge: true, editedAt: 9 }));
  waiting.take(live(1, { editedAt: 9 }));
  assert.deepEqual(ids(), [2]);
});

test('what was done here stays done', () => {
  const { waiting, ids } = board(listed(2), listed(1, { acknowledge: true }));
  for (const notice of waiting.list(NOON)) waiting.done(notice);
  assert.deepEqual(ids(), []);
  waiting.take(live(1, { acknowledge: true, editedAt: 9 }));
  waiting.take(live(2, { editedAt: 9 }));
  assert.deepEqual(ids(), []);
});

test('those that ask to be acknowledged come first, the oldest of them before the others', () => {
  const { ids } = board(listed(5), listed(4, { acknowledge: true }), listed(3), listed(2, { acknowledge: true, read: true }), listed(1));
  assert.deepEqual(ids(), [2, 4, 5, 3, 1]);
});

test('an edit that asks again waits for everybody, known or not, and for nobody after the acknowledgement', () => {
  const { waiting, ids } = board(listed(2, { acknowledge: true, acknowledged: true, read: true }));
  assert.equal(waiting.take(live(2, { acknowledge: true, editedAt: 9, version: 2 })), false);
  assert.deepEqual(ids(), []);
  assert.equal(waiting.take(live(2, { acknowledge: true, editedAt: 9, version: 3, askedVersion: 3 })), true);
  assert.equal(waiting.take(live(7, { acknowledge: true, editedAt: 9, version: 3, askedVersion: 3 })), true);
  assert.deepEqual(ids(), [2, 7]);
  assert.equal(waiting.list(NOON)[0].acknowledgedVersion, 1, 'one sees that it changed since');
  waiting.receipt({ notice: 2, acknowledgedVersion: 2 });
  assert.deepEqual(ids(), [2, 7], 'what was on the screen elsewhere is not what it says now');
  waiting.receipt({ notice: 2, acknowledgedVersion: 3 });
  waiting.done(waiting.list(NOON)[0]);
  assert.deepEqual(ids(), []);
});

test('what was done on another device is done here', () => {
  const { waiting, ids } = board(listed(3), listed(2, { acknowledge: true }), listed(1, { acknowledge: true }));
  waiting.receipt({ notice: 3 });
  waiting.receipt({ notice: 2 });
  waiting.receipt({ notice: 1, acknowledgedVersion: 1 });
  waiting.receipt({ notice: 99 });
  assert.deepEqual(ids(), [2]);
});

test('an edit of one that is not known here says nothing about oneself', () => {
  const { waiting, ids } = board();
  waiting.take(live(7, { editedAt: 9 }));
  assert.deepEqual(ids(), []);
});

test('an older edit that comes after a newer one changes nothing', () => {
  const { waiting, ids } = board(listed(1));
  waiting.take(live(1, { title: 'newer', editedAt: 9, version: 3 }));
  assert.equal(waiting.take(live(1, { title: 'older', editedAt: 8, version: 2 })), false);
  assert.deepEqual(ids(), [1]);
  assert.equal(waiting.list(NOON)[0].title, 'newer');
});

test('a withdrawn one is gone', () => {
  const { waiting, ids } = board(listed(2), listed(1));
  waiting.closed(102);
  assert.deepEqual(ids(), [1]);
});

test('the last day counts whole, and then it is over', () => {
  const { ids } = board(listed(3, { until: '2026-03-10' }), listed(2, { until: '2026-03-09' }), listed(1, { until: '2026-03-08' }));
  assert.deepEqual(ids(), [3, 2]);
});

test('what was missed is taken in as it is now', () => {
  const { waiting, ids } = board(listed(1), listed(2, { acknowledge: true }), listed(3));
  waiting.merge([listed(1, { read: true }), listed(4, { editedAt: 9, version: 2 }), listed(2, { acknowledge: true, acknowledged: true })], [3, 77]);
  assert.deepEqual(ids(), [4]);
  waiting.merge([], []);
  assert.deepEqual(ids(), [4]);
});

test('an official is not asked to acknowledge one that is for some residents', () => {
  const some = { wing: ['A'] };
  const waiting = new Waiting(ME, undefined, true);
  waiting.restart([listed(4, { audience: some }), listed(3, { audience: some, acknowledge: true }), listed(2, { acknowledge: true, audience: null }), listed(1, { audience: some, read: true })]);
  assert.deepEqual(waiting.list(NOON).map((notice) => notice.id), [2, 4]);
  assert.equal(waiting.take(live(5, { audience: some, acknowledge: true }), {}, NOON), false);
  assert.equal(waiting.take(live(6, { audience: some }), {}, NOON), true);
  const resident = board(listed(3, { audience: some, acknowledge: true }));
  assert.deepEqual(resident.ids(), [3]);
});

test('one that is over is not new for whom it concerns since now', () => {
  const { waiting, ids } = board();
  assert.equal(waiting.take(live(1, { until: '2026-03-08' }), { concerns: true }, NOON), false);
  assert.equal(waiting.take(live(2, { until: '2026-03-09' }), { concerns: true }, NOON), true);
  assert.deepEqual(ids(), [2]);
});
