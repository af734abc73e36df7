import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rowsOf } from '../../main/webapp/resources/js/timeline/rows.js';

const noon = new Date(2026, 2, 9, 12).getTime();
const minute = 60_000;
const said = (seq, by, at) => ({ seq, by, name: `P${by}`, role: 'STUDENT', at, clientId: `c${seq}`, body: 'x', editedAt: 0, gone: false });
const rows = (what) => rowsOf({ said: [], before: undefined, pending: [], me: 1, unreadAfter: Infinity, ...what });

test('a day is named before its first message, in the reader’s zone', () => {
  const midnight = new Date(2026, 2, 10).getTime();
  const got = rows({ said: [said(1, 2, midnight - 1), said(2, 2, midnight)] });
  assert.deepEqual(got.map((row) => row.type), ['day', 'said', 'day', 'said']);
  assert.equal(got[3].first, true);
});

test('five minutes of one author are one group', () => {
  const got = rows({ said: [said(1, 2, noon), said(2, 2, noon + 5 * minute), said(3, 2, noon + 11 * minute), said(4, 3, noon + 11 * minute)] });
  assert.deepEqual(got.filter((row) => row.type === 'said').map((row) => row.first), [true, false, true, true]);
});

test('a stretch in the middle of a day begins with that day, and with the author’s name', () => {
  const got = rows({ before: said(1, 2, noon), said: [said(2, 2, noon + minute), said(3, 2, noon + minute)] });
  assert.deepEqual(got.map((row) => [row.type, row.first]), [['day', undefined], ['said', true], ['said', false]]);
});

test('a day keeps its row wherever the stretch begins; one that comes twice has two', () => {
  const key = (what) => rows(what).filter((row) => row.type === 'day').map((row) => row.key);
  assert.deepEqual(key({ said: [said(1, 2, noon), said(2, 2, noon)] }), key({ before: said(1, 2, noon), said: [said(2, 2, noon)] }));
  const day = 24 * 60 * minute;
  const back = key({ said: [said(1, 2, noon), said(2, 2, noon + day), said(3, 2, noon)] });
  assert.equal(new Set(back).size, 3);
});

test('the divider stands above the first unread of others, once', () => {
  const got = rows({ unreadAfter: 1, said: [said(1, 2, noon), said(2, 1, noon), said(3, 2, noon), said(4, 2, noon)] });
  assert.deepEqual(got.map((row) => row.type), ['day', 'said', 'said', 'unread', 'said', 'said']);
  assert.equal(got[4].first, true);
});

test('no divider where the first unread stands above the stretch', () => {
  const got = rows({ unreadAfter: 1, before: said(5, 2, noon), said: [said(6, 2, noon)] });
  assert.equal(got.some((row) => row.type === 'unread'), false);
});

test('pending ones stand below all, and keep their key when they are stored', () => {
  const pending = [{ clientId: 'c9', room: 1, body: 'x', at: noon + minute }];
  const before = rows({ said: [said(1, 1, noon)], pending });
  assert.deepEqual([before.at(-1).type, before.at(-1).key, before.at(-1).first], ['pending', 'own-c9', false]);
  assert.equal(rows({ said: [said(9, 1, noon)] }).at(-1).key, 'own-c9');
});

test('somebody else who repeats an id does not take one’s row', () => {
  const got = rows({ said: [said(1, 1, noon), { ...said(2, 2, noon), clientId: 'c1' }] });
  assert.equal(new Set(got.map((row) => row.key)).size, got.length);
});
