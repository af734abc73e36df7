import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Refused } from '../../main/webapp/resources/js/api/http.js';
import { CatchUp } from '../../main/webapp/resources/js/timeline/catchup.js';

/** A room of so many events, of which a page holds some. */
function room({ total, held, broken = false, busy = 0 }) {
  const world = { held, total, busy, pages: 0, reopened: 0, holes: 0, received: [], asked: [] };
  world.catchUp = new CatchUp({
    last: () => world.held,
    after: async (seq, limit) => {
      world.pages++;
      world.asked.push(limit);
      if (world.busy-- > 0) throw new Refused({ type: '/problems/too-many-at-once', status: 503, retryAfter: 9 });
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
      assert.ok(frame.from <= world.held + 1, 'it fits');
      world.received.push(frame.from);
      world.held = Math.max(world.held, frame.to);
    },
    hole: () => world.holes++,
    pause: async () => {},
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

test('a busy server is asked again, for less, and the connection stays', async () => {
  const world = room({ total: 600, held: 0, busy: 2 });
  await world.catchUp.fill({ to: 600 });
  assert.deepEqual([world.held, world.holes], [600, 0]);
  assert.deepEqual(world.asked, [500, 100, 100, 500]);
});

test('a connection that breaks and comes back meanwhile makes no second filling', async () => {
  const world = room({ total: 1_200, held: 0 });
  const filled = world.catchUp.fill({ to: 1_000 });
  world.catchUp.holds({ room: 1, from: 1_001, to: 1_001, events: [] });
  world.catchUp.fill({ to: 1_200 });
  await filled;
  assert.deepEqual([world.held, world.pages, world.holes], [1_200, 3, 0]);
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
