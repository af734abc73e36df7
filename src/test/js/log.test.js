import assert from 'node:assert/strict';
import { test } from 'node:test';
import { page } from './support/history.js';
import { RoomLog } from '../../main/webapp/resources/js/timeline/log.js';

const posted = (seq, body = `m${seq}`, by = 5) => ({ seq, kind: 'posted', by, name: 'Asha', role: 'STUDENT', at: seq * 1000, clientId: `c${seq}`, body });
const edited = (seq, target, body) => ({ seq, kind: 'edited', by: 5, at: seq * 1000, target, body });
const deleted = (seq, target) => ({ seq, kind: 'deleted', by: 5, at: seq * 1000, target });
const bodies = (log) => log.said.map((said) => (said.gone ? '-' : said.body));

test('takes what comes next, once', () => {
  const log = new RoomLog();
  log.restart(page([posted(3), posted(4)]));
  assert.equal(log.append([posted(4), posted(5)]), true);
  assert.equal(log.append([posted(5)]), true);
  assert.deepEqual(bodies(log), ['m3', 'm4', 'm5']);
  assert.equal(log.last, 5);
  assert.equal(log.first, 3);
});

test('takes nothing over a hole', () => {
  const log = new RoomLog();
  log.restart(page([posted(3)]));
  assert.equal(log.append([posted(5)]), false);
  assert.equal(log.last, 3);
});

test('an empty room begins at its beginning', () => {
  const log = new RoomLog();
  log.restart(page([]));
  assert.deepEqual([log.first, log.last], [1, 0]);
  assert.equal(log.append([posted(1)]), true);
});

test('edits and deletes live', () => {
  const log = new RoomLog();
  log.restart(page([posted(1), posted(2)]));
  log.append([edited(3, 1, 'better'), deleted(4, 2), edited(5, 2, 'too late')]);
  assert.deepEqual(bodies(log), ['better', '-']);
  assert.equal(log.find(1).editedAt, 3000);
});

test('a page of history is in its present form: its edits are not applied again', () => {
  const log = new RoomLog();
  log.restart(page([posted(1, 'second thought'), edited(2, 1, 'first thought')]));
  assert.deepEqual(bodies(log), ['second thought']);
});

test('what came live while an older page was on its way is applied to that page', () => {
  const log = new RoomLog();
  log.restart(page([posted(10)]));
  const asOf = log.last;
  log.append([edited(11, 9, 'live')]);
  log.prepend(page([posted(8), posted(9, 'old')]), asOf);
  assert.deepEqual(bodies(log), ['m8', 'live', 'm10']);
});

test('an edit that the older page has already is not put back', () => {
  const log = new RoomLog();
  log.restart(page([posted(10)]));
  log.append([edited(11, 9, 'older edit')]);
  const asOf = log.last;
  log.prepend(page([posted(9, 'newest words')]), asOf);
  assert.deepEqual(bodies(log), ['newest words', 'm10']);
});

test('a page that does not end right below is refused', () => {
  const log = new RoomLog();
  log.restart(page([posted(10)]));
  log.prepend(page([posted(7)]), 10);
  assert.equal(log.first, 10);
});

test('erasing a person empties all they wrote, and nobody else', () => {
  const log = new RoomLog();
  log.restart(page([posted(1, 'a', 5), posted(2, 'b', 6), posted(3, 'c', 5)]));
  log.append([{ seq: 4, kind: 'erased', by: 0, at: 1, person: 5 }]);
  assert.deepEqual(bodies(log), ['-', 'b', '-']);
  assert.deepEqual(log.said.map((said) => said.name), ['Somebody who left', 'Asha', 'Somebody who left']);
});

test('tombstones and unknown kinds hold their number and show nothing', () => {
  const log = new RoomLog();
  log.restart(page([posted(1), { seq: 2, kind: 'tombstone' }]));
  assert.equal(log.append([{ seq: 3, kind: 'reacted', target: 1 }, posted(4)]), true);
  assert.deepEqual(bodies(log), ['m1', 'm4']);
});

test('counts what others said, and finds one’s own newest', () => {
  const log = new RoomLog();
  log.restart(page([posted(1, 'a', 5), posted(2, 'b', 6), posted(3, 'c', 6), posted(4, 'd', 5)]));
  assert.equal(log.countAfter(2, 5), 1);
  log.append([deleted(5, 4)]);
  assert.equal(log.newestBy(5).body, 'a');
});
