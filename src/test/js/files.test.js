import assert from 'node:assert/strict';
import { test } from 'node:test';
import { page } from './support/history.js';
import { RoomLog } from '../../main/webapp/resources/js/timeline/log.js';
import { isShown, shownSize, sizeOf, wordsOf } from '../../main/webapp/resources/js/timeline/files.js';

const file = { id: 3, name: 'मेनू.jpg', type: 'image/jpeg', size: 2_000, width: 4000, height: 3000, preview: true };

test('a picture is shown at most 320 pixels large, and never larger than it is', () => {
  assert.deepEqual(shownSize(file), { width: 320, height: 240 });
  assert.deepEqual(shownSize({ width: 20, height: 10 }), { width: 20, height: 10 });
  assert.deepEqual(shownSize({ width: 16_000, height: 1 }), { width: 320, height: 1 });
});

test('a large picture without a preview is a link', () => {
  assert.equal(isShown(file), true);
  assert.equal(isShown({ ...file, preview: false }), true);
  assert.equal(isShown({ ...file, size: 25 * 1024 * 1024 }), true);
  assert.equal(isShown({ ...file, size: 25 * 1024 * 1024, preview: false }), false);
  assert.equal(isShown({ size: 10, preview: false }), false);
});

test('an answer to what has no words quotes the names of its files', () => {
  const log = new RoomLog();
  log.restart(page([{ seq: 1, kind: 'posted', by: 5, name: 'Asha', at: 1, body: '', files: [file] }, { seq: 2, kind: 'posted', by: 6, at: 2, body: 'चाय', replyTo: { seq: 1 } }]));
  assert.equal(log.quoteOf(log.find(2))?.excerpt, 'मेनू.jpg');
});

test('sizes are told in kilobytes and megabytes', () => {
  assert.equal(sizeOf({ size: 1 }), '1 kB');
  assert.equal(sizeOf({ size: 25 * 1024 * 1024 }), '25 MB');
  assert.equal(sizeOf({ size: 1.25 * 1024 * 1024 }), '1.3 MB');
});

test('what has no words says the names of its files', () => {
  assert.equal(wordsOf({ body: 'चाय', files: [file] }), 'चाय');
  assert.equal(wordsOf({ body: '', files: [file, file] }), 'मेनू.jpg, मेनू.jpg');
});

test('a deleted message has no files any more', () => {
  const log = new RoomLog();
  log.restart(page([{ seq: 1, kind: 'posted', by: 5, at: 1, body: '', files: [file] }]));
  assert.deepEqual(log.find(1)?.files, [file]);
  log.append([{ seq: 2, kind: 'deleted', by: 5, at: 2, target: 1 }]);
  assert.deepEqual(log.find(1)?.files, []);
});
