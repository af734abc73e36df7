import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { draftOf, editsOf, strandedDrafts } from '../../main/webapp/resources/js/composer/drafts.js';

beforeEach(() => {
  const map = new Map();
  globalThis.localStorage = {
    get length() { return map.size; },
    key: (i) => [...map.keys()][i] ?? null,
    getItem: (key) => map.get(key) ?? null,
    setItem: (key, value) => map.set(key, value),
    removeItem: (key) => map.delete(key),
  };
});

test('a draft is kept per person and room until it is sent', () => {
  draftOf(5, 1).save('tea');
  assert.deepEqual([draftOf(5, 1).load(), draftOf(5, 2).load(), draftOf(6, 1).load()], ['tea', '', '']);
  draftOf(5, 1).save('');
  assert.equal(localStorage.length, 0);
});

test('sending in one tab leaves the draft of another', () => {
  const [here, there] = [draftOf(5, 1), draftOf(5, 1)];
  here.save('short');
  there.save('a long one, not done');
  here.save('');
  assert.equal(draftOf(5, 1).load(), 'a long one, not done');
});

test('edits are kept by message', () => {
  const edits = editsOf(5, 1);
  edits.save(3, 'better');
  edits.save(9, 'other');
  edits.drop(3);
  assert.deepEqual([editsOf(5, 1).seqs(), editsOf(5, 1).load(9), editsOf(5, 1).load(3)], [[9], 'other', undefined]);
  edits.drop(9);
  assert.equal(localStorage.length, 0);
});

test('drafts for rooms that are closed are found, and can be forgotten', () => {
  draftOf(5, 1).save('open');
  draftOf(5, 7).save('closed');
  draftOf(6, 7).save('of somebody else');
  const [stranded, ...more] = strandedDrafts(5, (room) => room === 1);
  assert.deepEqual([stranded.body, more.length], ['closed', 0]);
  stranded.forget();
  assert.equal(localStorage.length, 2);
});
