import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isWriting } from '../../main/webapp/resources/js/shell/keys.js';

/** @param {string} key @param {object} [more] */
const press = (key, more = {}) => isWriting({ key, keyCode: 0, getModifierState: (name) => name === 'AltGraph' && !!more.altGraph, ...more });

test('what writes goes into the box, in any script', () => {
  for (const key of ['a', 'Z', '7', 'é', '₹', 'अ', 'க', '😀', '?', 'Dead']) assert.equal(press(key), true, key);
  assert.equal(press('Process', { keyCode: 229 }), true);
  assert.equal(press('v', { ctrlKey: true }), true);
  assert.equal(press('V', { metaKey: true }), true);
  assert.equal(press('€', { ctrlKey: true, altKey: true, altGraph: true }), true);
});

test('what scrolls, presses or commands does not', () => {
  for (const key of [' ', 'Enter', 'Tab', 'Escape', 'ArrowUp', 'PageDown', 'Home', 'F5', 'Shift', 'Backspace', 'Delete']) assert.equal(press(key), false, key);
  for (const key of ['c', 'a', 'f', '/', '+']) assert.equal(press(key, { ctrlKey: true }), false, key);
  assert.equal(press('d', { altKey: true }), false);
});
