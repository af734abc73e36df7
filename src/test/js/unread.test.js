import assert from 'node:assert/strict';
import { test } from 'node:test';
import { unreadAfter, unreadOf } from '../../main/webapp/resources/js/shell/unread.js';

const room = (more) => ({ id: 7, name: 'Water', kind: 'NOTICE', last: 10, read: 0, unread: 0, ...more });

test('what came since one read counts', () => {
  assert.equal(unreadOf(room({ read: 4 })), 6);
  assert.equal(unreadOf(room({ read: 10 })), 0);
});

test('a room that one never read counts only what comes while one is here, also over a broken line', () => {
  assert.equal(unreadOf(room({})), 0);
  assert.equal(unreadOf(room({ last: 15 }), room({ last: 12, unread: 2 })), 5);
});

test('reading half of it on another device leaves the other half', () => {
  assert.equal(unreadAfter(room({ unread: 6 }), 7), 3);
  assert.equal(unreadAfter(room({ unread: 6 }), 10), 0);
  assert.equal(unreadAfter(room({ unread: 2 }), 4), 2);
});
