import assert from 'node:assert/strict';
import { test } from 'node:test';
import { BoardCursor } from '../../main/webapp/resources/js/notices/boardcursor.js';

test('the board is fetched once, and after that what was missed comes', () => {
  const cursor = new BoardCursor();
  assert.equal(cursor.held, undefined);
  assert.equal(cursor.welcomed(40), false);
  cursor.complete();
  assert.equal(cursor.held, 40);
  assert.equal(cursor.welcomed(45), true);
  assert.equal(cursor.held, 40, 'until that has come');
  cursor.complete();
  assert.equal(cursor.held, 45);
});

test('what comes live is known, also while the board is on its way', () => {
  const cursor = new BoardCursor();
  cursor.welcomed(40);
  cursor.heard(41);
  assert.equal(cursor.held, undefined);
  cursor.complete();
  assert.equal(cursor.held, 41);
  cursor.heard(43);
  cursor.heard(undefined);
  assert.equal(cursor.held, 43);
});

test('too much to be told, and a server without such a log, mean fetching', () => {
  const cursor = new BoardCursor();
  cursor.welcomed(40);
  cursor.complete();
  assert.equal(cursor.welcomed(90), true);
  cursor.lose();
  cursor.complete();
  assert.equal(cursor.held, 90);
  assert.equal(cursor.welcomed(undefined), false);
  cursor.complete();
  assert.equal(cursor.held, undefined);
});
