import assert from 'node:assert/strict';
import { test } from 'node:test';
import { page } from './support/history.js';
import { pathOf, roomAt } from '../../main/webapp/resources/js/rooms/address.js';
import { Rooms } from '../../main/webapp/resources/js/rooms/rooms.js';

const ME = 1;
const posted = (seq, by = 2) => ({ seq, kind: 'posted', by, name: `P${by}`, role: 'STUDENT', at: seq, clientId: `c${seq}`, body: `m${seq}` });
const said = (room, ...events) => ({ type: 'events', room, from: events[0].seq, to: events.at(-1).seq, events });

/** Rooms 1 to 20, in each of which ten messages were said and read. */
function setUp() {
  const all = Array.from({ length: 20 }, (_, i) => ({ id: i + 1, name: `Room ${i + 1}`, kind: i ? 'OPEN' : 'COMMON', last: 10, read: 10, unread: 0 }));
  const fetched = [];
  globalThis.fetch = async (path) => {
    fetched.push(Number(/rooms\/(\d+)/.exec(path)[1]));
    return { ok: true, status: 200, json: async () => page(Array.from({ length: 10 }, (_, i) => posted(i + 1))) };
  };
  const rooms = new Rooms({ me: ME, tellRead: () => true, hole: () => {}, said: () => {}, changed: () => {} });
  rooms.welcome(all);
  const look = async (id) => {
    rooms.hold(id);
    if (!rooms.find(id).loaded) await rooms.find(id).load();
  };
  return { rooms, fetched, look };
}

test('a bounded number of rooms is held, those that were on the screen last; of the others what is unread is counted', async () => {
  const { rooms, fetched, look } = setUp();
  for (let id = 1; id <= 12; id++) await look(id);
  await look(5);
  const held = [...rooms].filter((store) => store.loaded).map((store) => store.id);
  assert.deepEqual(held, [5, 6, 7, 8, 9, 10, 11, 12]);
  assert.deepEqual(Object.keys(rooms.cursors).map(Number), held);
  const old = rooms.find(1);
  assert.deepEqual([old.log.said.length, old.unread], [0, 0]);
  old.receive(said(1, posted(11), posted(12, ME), posted(13)));
  assert.equal(old.unread, 2);
  assert.ok(old.log.said.every(({ body, name }) => !body && !name), 'no words are kept of it');
  assert.equal(rooms.unread, 2);
  assert.equal(fetched.length, 12);
  await look(1);
  assert.equal(fetched.length, 13);
  assert.deepEqual(old.log.said[0].body, 'm1');
});

test('what is unread in a room stays so when its messages are let go', async () => {
  const { rooms, look } = setUp();
  await look(2);
  rooms.find(2).receive(said(2, posted(11), posted(12)));
  for (let id = 3; id <= 12; id++) await look(id);
  assert.deepEqual([rooms.find(2).loaded, rooms.find(2).unread, rooms.unreadBeside(12)], [false, 2, 2]);
});

test('a room has an address, the common room that of the chat', () => {
  assert.deepEqual([pathOf(1), pathOf(27)], ['/chat', '/rooms/27']);
  for (const [pathname, room] of [['/chat', 1], ['/rooms/1', 1], ['/rooms/27', 27], ['/rooms/027', 0], ['/rooms/27/members', 0], ['/notices', 0], ['/rooms/99999999999999999', 0]]) {
    assert.equal(roomAt({ pathname }), room, pathname);
  }
});
