import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import { ReadMark } from '../../main/webapp/resources/js/timeline/readmark.js';

mock.timers.enable({ apis: ['setTimeout'] });

function setUp() {
  const told = [];
  return { told, mark: new ReadMark(5, (seq) => !!told.push(seq)) };
}

test('only grows, and is told once a second', () => {
  const { mark, told } = setUp();
  assert.deepEqual([mark.advance(5), mark.advance(7), mark.advance(9), mark.advance(8)], [false, true, true, false]);
  mock.timers.tick(1_000);
  assert.deepEqual([mark.seq, told], [9, [9]]);
});

test('what was told to a dying line is told again', () => {
  const { mark, told } = setUp();
  mark.advance(9);
  mock.timers.tick(1_000);
  mark.welcome(5);
  mark.report();
  assert.deepEqual([mark.seq, told], [9, [9, 9]]);
});

test('what was read on another device is not told back', () => {
  const { mark, told } = setUp();
  mark.learn(9);
  mark.report();
  assert.deepEqual([mark.seq, told], [9, []]);
});
