import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Aside } from '../../main/webapp/resources/js/notices/aside.js';
import { listed } from '../../main/webapp/resources/js/rooms/listed.js';
import { OpenedRooms } from '../../main/webapp/resources/js/rooms/opened.js';

function storage() {
  const held = new Map();
  return { getItem: (key) => held.get(key) ?? null, setItem: (key, value) => held.set(key, value), removeItem: (key) => held.delete(key), held };
}

const notice = (id, askedVersion = 1) => ({ id, askedVersion });

test('what was put aside stays so for this person on this device, until it asks again', () => {
  const device = storage();
  new Aside(device, 5).put([notice(1), notice(2)]);
  const later = new Aside(device, 5);
  assert.equal(later.has(notice(1)), true);
  assert.equal(later.has(notice(3)), false);
  assert.equal(later.has(notice(2, 4)), false);
  assert.equal(new Aside(device, 6).has(notice(1)), false);
  later.put([notice(3)]);
  assert.equal(later.has(notice(1)), false, 'what does not wait any more is forgotten');
  later.put([]);
  assert.equal(device.held.size, 0);
});

test('without a storage, or with a full one, it holds until the page is left', () => {
  const full = { getItem: () => null, setItem: () => { throw new Error('full'); }, removeItem: () => {} };
  for (const device of [null, full]) {
    const aside = new Aside(device, 5);
    aside.put([notice(1)]);
    assert.equal(aside.has(notice(1)), true);
  }
});

const room = (id, more = {}) => ({ id, kind: 'NOTICE', unread: 0, read: { seq: 0 }, ...more });

test('discussions stand in the list if one has been in them or they hold something unread, the newest first', () => {
  const rooms = [room(1, { kind: 'COMMON' }), room(2, { read: { seq: 3 } }), room(3), room(4, { unread: 1 }), room(5), room(6)];
  const { shown, left } = listed(rooms, ({ id }) => id === 5);
  assert.deepEqual(shown.map(({ id }) => id), [1, 5, 4, 2]);
  assert.equal(left, 2);
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
