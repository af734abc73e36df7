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

test('what was told to a dying connection is told again', () => {
  const { mark, told } = setUp();
  mark.advance(9);
  mock.timers.tick(1_000);
  mark.broke(false);
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

function setUpAt() {
  const { told, mark } = setUp();
  const clock = mock.method(performance, 'now', () => 0);
  return { told, mark, at: (time) => clock.mock.mockImplementation(() => time), end: () => clock.mock.restore() };
}

test('what was told right before the connection broke is told again, however long it stays away', () => {
  const { mark, told, at, end } = setUpAt();
  mark.advance(9);
  mock.timers.tick(1_000);
  at(5_000);
  mark.broke(false);
  at(500_000);
  mark.welcome(5);
  mark.report();
  assert.deepEqual([mark.seq, told], [9, [9, 9]]);
  end();
});

test('what was told long before the connection broke has arrived: less was marked as unread elsewhere', () => {
  const { mark, at, end } = setUpAt();
  mark.advance(9);
  mock.timers.tick(1_000);
  at(20_000);
  mark.broke(false);
  mark.welcome(5);
  assert.equal(mark.seq, 5);
  end();
});

test('a break while much was missed may be noticed late', () => {
  const { mark, at, end } = setUpAt();
  mark.advance(9);
  mock.timers.tick(1_000);
  at(40_000);
  mark.broke(true);
  mark.welcome(5);
  assert.equal(mark.seq, 9);
  end();
});
