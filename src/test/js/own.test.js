import assert from 'node:assert/strict';
import { test } from 'node:test';
import { OwnState } from '../../main/webapp/resources/js/rooms/own.js';

test('one who is muted learns until when and why, and when it ends', async () => {
  const changes = [];
  const own = new OwnState((ended) => changes.push(ended));
  own.take({});
  assert.deepEqual([own.muted, changes], ['', []]);
  const until = Date.now() + 3_600_000;
  own.take({ muted: { until } });
  own.take({ muted: { until } });
  assert.match(own.muted, /has muted you until .*You can go on reading/);
  own.take({ muted: { until, why: 'shouting' } });
  assert.match(own.muted, /“shouting”/);
  own.take({ muted: null });
  assert.deepEqual([own.muted, changes], ['', [false, false, true]]);
});

test('it ends by itself', async () => {
  const ended = await new Promise((done) => {
    const own = new OwnState((is) => is && done(own));
    own.take({ muted: { until: Date.now() + 20 } });
  });
  assert.equal(ended.muted, '');
});
