import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Refused } from '../../main/webapp/resources/js/api/http.js';
import { RoomScreen } from '../../main/webapp/resources/js/rooms/screen.js';

/** Rooms 1 to 3, of which the first is on the screen; nothing is drawn. */
function setUp() {
  const stores = new Map([1, 2, 3].map((id) => [id, { id }]));
  const open = (store) => ({ room: store.id, store, closed: '', draft: { text: `draft ${store.id}` }, reading: {}, writing: {}, settle: async () => {}, find: () => undefined });
  const world = { stores, load: async () => {}, refusals: [] };
  world.screen = new RoomScreen({
    rooms: { find: (id) => stores.get(id), hold() {} },
    timeline: { enter() {}, open: () => world.load() },
    box: { enter() {}, resume() {}, close() {} },
    head: { show() {}, update() {} },
    open,
    entered() {},
    refused: async (isHere) => void world.refusals.push(isHere),
  }, open(stores.get(1)));
  world.drafts = () => world.screen.sessions.map(({ draft }) => draft.text);
  return world;
}

test('nothing is kept of a room that one is not in any more, once another one is on the screen', () => {
  const { screen, stores, drafts } = setUp();
  screen.show(2);
  screen.show(3);
  assert.deepEqual(drafts(), ['draft 1', 'draft 2', 'draft 3']);
  stores.delete(2);
  screen.dropGone();
  assert.deepEqual([drafts(), screen.draftOf(2)], [['draft 1', 'draft 3'], '']);
  stores.delete(3);
  screen.dropGone();
  assert.deepEqual(drafts(), ['draft 1', 'draft 3'], 'it is on the screen: one may want to read on');
  screen.show(1);
  assert.deepEqual(drafts(), ['draft 1']);
});

test('a refusal is told to the room that was refused, and not to the one that is on the screen by then', async () => {
  const failing = setUp();
  failing.load = async () => {
    throw new Refused({ status: 403, title: 'Not one’s own' });
  };
  failing.screen.show(2);
  await new Promise((done) => setTimeout(done, 10));
  const [isHere] = failing.refusals;
  assert.equal(isHere(), true);
  failing.load = async () => {};
  failing.screen.show(3);
  assert.equal(isHere(), false);
});
