import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MOST, Span } from '../../main/webapp/resources/js/timeline/span.js';

test('never holds more than it may, wherever it goes', () => {
  const span = new Span();
  const total = 5_000;
  span.toEnd(total);
  for (let i = 0; i < 80; i++) {
    span.up();
    assert.ok(span.start >= 0 && span.size <= MOST && span.size > 0);
  }
  assert.equal(span.start, 0);
  for (let i = 0; i < 80; i++) {
    span.down(total);
    assert.ok(span.end <= total && span.size <= MOST);
  }
  assert.equal(span.end, total);
});

test('following the end keeps what is there until it is too much', () => {
  const span = new Span();
  span.toEnd(50);
  assert.deepEqual([span.start, span.end], [0, 50]);
  span.toEnd(MOST);
  assert.equal(span.start, 0);
  span.toEnd(MOST + 1);
  assert.ok(span.start > 0);
});

test('however much was missed, nothing goes from above whoever reads on', () => {
  const span = new Span();
  span.toEnd(60);
  span.grow(61);
  assert.deepEqual([span.start, span.end], [0, 61]);
  span.grow(360);
  assert.deepEqual([span.start, span.end], [0, MOST]);
  span.grow(400);
  assert.deepEqual([span.start, span.end], [0, MOST]);
});

test('what comes in above moves it along', () => {
  const span = new Span();
  span.toEnd(50);
  span.shift(100);
  assert.deepEqual([span.start, span.end], [100, 150]);
});

test('around an index', () => {
  const span = new Span();
  span.around(3, 1_000);
  assert.ok(span.start === 0 && span.end === MOST);
  span.around(999, 1_000);
  assert.ok(span.start <= 960 && span.end === 1_000);
  span.around(0, 1);
  assert.deepEqual([span.start, span.end], [0, 1]);
});

test('goes on with the end while it is in view, and never without the message that has to stay', () => {
  const span = new Span();
  span.toEnd(100);
  span.follow(101, true, Infinity);
  assert.deepEqual([span.end, span.tail], [101, true]);
  span.follow(300, true, 90);
  assert.ok(span.start <= 90 && span.end === 300 && span.size <= MOST);
  span.follow(1_000, true, 90);
  assert.ok(span.start <= 90 && span.end < 1_000 && !span.tail);
  span.follow(1_001, true, 90);
  assert.ok(span.start <= 90);
});

test('seven hundred at a blow: the first of them stays', () => {
  const span = new Span();
  span.toEnd(50);
  span.follow(750, true, 50);
  assert.ok(span.start <= 50 && span.end > 50 && !span.tail);
});
