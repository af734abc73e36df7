import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CatchUp } from '../../main/webapp/resources/js/timeline/catchup.js';

/** A room of so many events, of which a page holds some. */
function room({ total, held, broken = false }) {
  const world = { held, total, pages: 0, reopened: 0, holes: 0, received: [] };
  world.catchUp = new CatchUp({
    last: () => world.held,
    after: async (seq, limit) => {
      world.pages++;
      if (broken) throw new Error('no line');
      const count = Math.min(limit, world.total - seq);
      return Array.from({ length: Math.max(0, count) }, (_, i) => ({ seq: seq + 1 + i, kind: 'posted' }));
    },
    take: (events) => (world.held = events.at(-1).seq),
    reopen: async () => {
      world.reopened++;
      world.held = world.total;
    },
    receive: (frame) => {
      assert.equal(frame.from, world.held + 1, 'it fits');
      world.received.push(frame.from);
      world.held = frame.to;
    },
    hole: () => world.holes++,
  });
  return world;
}

test('fetches page by page until nothing is missing', async () => {
  const world = room({ total: 1_800, held: 300 });
  await world.catchUp.fill({ to: 1_800 });
  assert.deepEqual([world.held, world.pages, world.reopened], [1_800, 3, 0]);
});

test('a very large hole is not filled: the talk begins anew', async () => {
  const world = room({ total: 90_000, held: 10 });
  await world.catchUp.fill({ to: 90_000 });
  assert.deepEqual([world.held, world.pages, world.reopened], [90_000, 0, 1]);
});

test('what comes live meanwhile waits, and follows in order', async () => {
  const world = room({ total: 1_200, held: 0 });
  assert.equal(world.catchUp.holds({ room: 1, from: 1, to: 1, events: [] }), false);
  const filled = world.catchUp.fill({ to: 1_200 });
  assert.equal(world.catchUp.holds({ room: 1, from: 1_201, to: 1_201, events: [] }), true);
  assert.equal(world.catchUp.holds({ room: 1, from: 1_202, to: 1_210, events: [] }), true);
  await filled;
  assert.deepEqual(world.received, [1_201, 1_202]);
  assert.equal(world.held, 1_210);
  assert.equal(world.catchUp.holds({ room: 1, from: 1_211, to: 1_211, events: [] }), false);
});

test('a fetch that fails is told, and nothing waits for ever', async () => {
  const world = room({ total: 1_200, held: 0, broken: true });
  await world.catchUp.fill({ to: 1_200 });
  assert.deepEqual([world.holes, world.received.length], [1, 0]);
  assert.equal(world.catchUp.holds({ room: 1, from: 1_201, to: 1_201, events: [] }), false);
});

test('ends where history ends, even if it was told of more', async () => {
  const world = room({ total: 100, held: 0 });
  await world.catchUp.fill({ to: 150 });
  assert.equal(world.held, 100);
});
