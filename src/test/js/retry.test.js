import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Refused } from '../../main/webapp/resources/js/api/http.js';
import { retry } from '../../main/webapp/resources/js/live/retry.js';

function failing(...problems) {
  const pauses = [];
  const run = async () => {
    const problem = problems.shift();
    if (problem) throw new Refused({ type: '/problems/x', ...problem });
    return 'done';
  };
  return { pauses, go: () => retry(run, async (ms) => pauses.push(ms)) };
}

test('tries until it succeeds, and waits as long as it is told', async () => {
  const { go, pauses } = failing({ status: 0 }, { status: 503, retryAfter: 30 }, { status: 429 });
  assert.equal(await go(), 'done');
  assert.equal(pauses.length, 3);
  assert.ok(pauses[0] >= 250 && pauses[0] <= 500);
  assert.equal(pauses[1], 30_000);
});

test('a refusal for good is not tried again', async () => {
  const { go, pauses } = failing({ status: 404 });
  await assert.rejects(go, Refused);
  assert.equal(pauses.length, 0);
});
