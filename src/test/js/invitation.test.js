import assert from 'node:assert/strict';
import { test } from 'node:test';
import { invitation } from '../../main/webapp/resources/js/rooms/words.js';

const slow = (seconds) => ({ kind: 'OPEN', topic: '', slow: seconds });

test('the box says how often one may write, and nothing of it to officials, who may always', () => {
  assert.equal(invitation(slow(60), false), 'Write: one message every minute');
  assert.equal(invitation(slow(90), false), 'Write: one message every 90 seconds');
  assert.equal(invitation(slow(60), true), 'Write a message');
  assert.equal(invitation({ ...slow(60), kind: 'COMMON' }, true), 'Write to everyone');
  assert.equal(invitation(slow(0), false), 'Write a message');
});
