import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DismissedNotices } from '../../main/webapp/resources/js/notices/dismissed.js';
import { Folds } from '../../main/webapp/resources/js/rooms/folds.js';
import { listed } from '../../main/webapp/resources/js/rooms/listed.js';
import { matcher, matching } from '../../main/webapp/resources/js/rooms/matching.js';
import { OpenedRooms } from '../../main/webapp/resources/js/rooms/opened.js';

function storage() {
  const held = new Map();
  return { getItem: (key) => held.get(key) ?? null, setItem: (key, value) => held.set(key, value), removeItem: (key) => held.delete(key), held };
}

const notice = (id, askedVersion = 1) => ({ id, askedVersion });

test('what was put aside stays so for this person on this device, until it asks again', () => {
  const device = storage();
  new DismissedNotices(device, 5).put([notice(1), notice(2)]);
  const later = new DismissedNotices(device, 5);
  assert.equal(later.has(notice(1)), true);
  assert.equal(later.has(notice(3)), false);
  assert.equal(later.has(notice(2, 4)), false);
  assert.equal(new DismissedNotices(device, 6).has(notice(1)), false);
  later.put([notice(3)]);
  assert.equal(later.has(notice(1)), false, 'what does not wait any more is forgotten');
  later.put([]);
  assert.equal(device.held.size, 0);
});

test('without a storage, or with a full one, it holds until the page is left', () => {
  const full = { getItem: () => null, setItem: () => { throw new Error('full'); }, removeItem: () => {} };
  for (const device of [null, full]) {
    const dismissed = new DismissedNotices(device, 5);
    dismissed.put([notice(1)]);
    assert.equal(dismissed.has(notice(1)), true);
  }
});

const room = (id, more = {}) => ({ id, kind: 'NOTICE', unread: 0, read: { seq: 0 }, ...more });

test('discussions stand in the list if one has been in them or they hold something unread, the newest first', () => {
  const rooms = [room(1, { kind: 'COMMON' }), room(2, { read: { seq: 3 } }), room(3), room(4, { unread: 1 }), room(5), room(6)];
  const parts = listed(rooms, ({ id }) => id === 5);
  assert.deepEqual([parts.rooms, parts.notices].map((part) => part.map(({ id }) => id)), [[1], [5, 4, 2]]);
  assert.equal(parts.left, 2);
});

test('direct messages stand apart, the one with the last word first', () => {
  const direct = (id, saidAt) => room(id, { kind: 'DIRECT', saidAt });
  const { rooms, direct: those } = listed([room(1, { kind: 'COMMON' }), direct(2, 30), room(3, { kind: 'GROUP' }), direct(4, 10), direct(5, 40), direct(6, 10)], () => false);
  assert.deepEqual([rooms, those].map((part) => part.map(({ id }) => id)), [[1, 3], [5, 2, 6, 4]]);
});

test('parts of the list stay folded on the device, for each person', () => {
  const device = storage();
  const folds = new Folds(device, 5);
  folds.turn('direct');
  folds.turn('notices');
  folds.turn('notices');
  const parts = ['rooms', 'direct', 'notices'];
  assert.deepEqual(parts.map((part) => new Folds(device, 5).has(part)), [false, true, false]);
  assert.deepEqual(parts.map((part) => new Folds(device, 6).has(part)), [false, false, false]);
  assert.equal(new Folds(null, 5).has('direct'), false);
});

test('a part of a name finds a room, in any script, whatever its accents; vowel signs belong to the word', () => {
  const found = (text, ...names) => names.filter(matcher(text));
  assert.deepEqual(found('renee d', 'Renée D’Souza', 'Rene'), ['Renée D’Souza']);
  assert.deepEqual(found('मेनू', 'मेनू चर्चा', 'मैं'), ['मेनू चर्चा']);
  assert.deepEqual(found('மீனா', 'மீனாட்சி', 'மனா'), ['மீனாட்சி']);
  assert.deepEqual(found('CHESS wing', 'Wing B: chess', 'Chess'), ['Wing B: chess']);
  assert.deepEqual(found(' ', 'Chess'), ['Chess']);
});

test('what waits for one is found first, then what one had on the screen last', () => {
  const named = (id, noticed = 0) => ({ id, name: 'Room', noticed });
  const lately = (id) => [3, 1].indexOf(id);
  assert.deepEqual(matching([named(1), named(2), named(3), named(4, 2)], 'room', lately).map(({ id }) => id), [4, 1, 3, 2]);
});

test('rooms that were opened are remembered, the oldest forgotten', () => {
  const device = storage();
  const opened = new OpenedRooms(device, 5);
  for (let id = 1; id <= 300; id++) opened.add(id);
  opened.add(150);
  const later = new OpenedRooms(device, 5);
  assert.equal(later.has(300), true);
  assert.equal(later.has(150), true);
  assert.equal(later.has(1), false);
  assert.equal(new OpenedRooms(device, 6).has(300), false);
});
