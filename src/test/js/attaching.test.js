import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startAttaching } from '../../main/webapp/resources/js/composer/attaching.js';
import { Chosen } from '../../main/webapp/resources/js/composer/chosen.js';
import { setUpDocument } from './support/elements.js';

const byId = setUpDocument();
const soon = () => new Promise((done) => setTimeout(done, 5));

/** @returns what files are chosen in, with two rooms of which the first is on the screen */
function setUp(parts = {}, load = undefined) {
  const calls = [];
  const rooms = [1, 2].map((room) => ({ room, chosen: new Chosen() }));
  const entry = (room, files) => ({ clientId: `of-${room}`, room, body: 'words', files });
  const world = { calls, rooms, shown: rooms[0], entries: [], entry };
  world.attaching = startAttaching({
    me: 1,
    session: () => world.shown,
    sessions: () => rooms,
    box: { closed: false, setAside: () => calls.push('set aside'), focus: () => calls.push('focus'), look() {}, putBack: (body) => calls.push(`back: ${body}`) },
    outbox: {
      get withFiles() { return world.entries; },
      take: (id) => world.entries.splice(world.entries.findIndex(({ clientId }) => clientId === id), 1)[0].body,
      changeFiles() {}, leave() {}, fail() {},
    },
    tabs: { id: 'here', others: async () => new Set() },
    isMember: () => false,
    restore: ({ room }) => calls.push(`restored ${room}`),
    ...parts,
  }, load);
  byId('attach-input').dataset.largest = '1000';
  return world;
}

/** One after the other in one test: the page has these elements once. */
test('files belong to the room in which they were chosen, whichever is on the screen when they can be taken', async () => {
  const world = setUp();
  const [here, there] = world.rooms;
  const input = byId('attach-input');
  input.files = [new File(['x'], 'plan.txt')];
  input.dispatchEvent(new Event('change'));
  assert.equal(here.chosen.coming, 1, 'the message waits for them');
  assert.equal(byId('attached').hidden, false);
  assert.notEqual(byId('attached').textContent, '', 'it is said that they are prepared');
  world.shown = there;
  world.attaching.show();
  assert.equal(byId('attached').hidden, true);
  for (let i = 0; i < 400 && here.chosen.coming; i++) await soon();
  assert.equal(here.chosen.coming, 0);
  assert.deepEqual([here.chosen.files.map(({ name }) => name), there.chosen.files], [['plan.txt'], []]);
  assert.deepEqual(world.calls, [], 'the box of the other room is left alone');

  world.attaching.restore([{ key: 'r', name: 'r.pdf', size: 1 }]);
  world.shown = here;
  await soon();
  assert.deepEqual(there.chosen.files.map(({ key }) => key), ['r']);

  const row = { dataset: { clientId: 'of-1' } };
  Object.setPrototypeOf(row, HTMLElement.prototype);
  world.entries = [world.entry(1, [{ key: 'k', name: 'k.pdf', size: 1 }])];
  const cancel = document.createElement('button');
  cancel.dataset.cancel = 'k';
  cancel.closest = (which) => (which.startsWith('button') ? cancel : row);
  const click = new Event('click');
  Object.defineProperty(click, 'target', { value: cancel });
  byId('rows').dispatchEvent(click);
  await soon();
  assert.deepEqual(world.calls, ['back: words', 'restored 1', 'focus'], 'with what it answers');
});

test('a message with files is gone on with when the connection is back, and tells nobody before', async () => {
  let times = 0;
  const load = async () => {
    if (++times < 3) throw new TypeError('Failed to fetch');
    return import('../../main/webapp/resources/js/attach/attach.js');
  };
  const left = [];
  const outbox = { withFiles: [{ clientId: 'a', room: 1, body: '', files: [{ key: 'k', name: 'k.pdf', size: 1 }], tab: 'other' }], leave: (id) => left.push(id), changeFiles: () => {} };
  const { attaching } = setUp({ outbox, tabs: { id: 'here', others: async () => new Set(['other']) } }, load);
  await soon();
  assert.equal(times, 1);
  attaching.tryNow();
  await soon();
  assert.equal(times, 2);
  // Nobody has to do anything for the third.
  for (let i = 0; i < 1000 && !left.length; i++) await soon();
  assert.deepEqual([times, left], [3, ['a']]);
});
