import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Tray } from '../../main/webapp/resources/js/attach/tray.js';
import { el } from '../../main/webapp/resources/js/shell/dom.js';
import { Element, setUpDocument } from './support/elements.js';

const byId = setUpDocument();
const file = (key, more = {}) => ({ key, name: `${key}.pdf`, size: 1, isPreparing: true, ...more });

function setUp() {
  const world = { files: ['a', 'b', 'c'].map((key) => file(key)) };
  const place = new Element();
  const tray = new Tray({ el, icon: () => new Element('svg'), t: (key) => key, sizeOf: () => '1 B' }, place, (key) => {
    world.files = world.files.filter((one) => one.key !== key);
    world.show();
  });
  world.show = () => tray.show({ files: world.files, refused: [] });
  world.show();
  const [, , list] = place.children;
  world.keys = () => list.children.map((item) => item.dataset.key);
  world.button = (key) => list.children.find((item) => item.dataset.key === key).querySelector('button');
  world.click = (key) => {
    const event = new Event('click');
    Object.defineProperty(event, 'target', { value: world.button(key) });
    list.dispatchEvent(event);
  };
  return world;
}

test('the focus stays on a file’s button while files get ready', () => {
  const world = setUp();
  world.button('b').focus();
  const first = world.button('a');
  for (const key of ['c', 'b']) {
    world.files = world.files.map((one) => (one.key === key ? file(key, { isPreparing: false }) : one));
    world.show();
    assert.equal(document.activeElement, world.button('b'), `${key} is ready`);
  }
  assert.equal(world.button('a'), first, 'what has not changed stands there still');
  world.files = [file('d'), ...world.files];
  world.show();
  assert.deepEqual(world.keys(), ['d', 'a', 'b', 'c']);
  assert.equal(document.activeElement, world.button('b'));
});

test('after one is left out the next one has the focus, and after the last one the button that adds some', () => {
  const world = setUp();
  world.click('b');
  assert.deepEqual(world.keys(), ['a', 'c']);
  assert.equal(document.activeElement, world.button('c'));
  world.click('c');
  assert.equal(document.activeElement, world.button('a'));
  world.click('a');
  assert.equal(document.activeElement, byId('attach'));
});

test('one that turns out to be unreadable hands its focus on', () => {
  const world = setUp();
  world.button('a').focus();
  world.files = world.files.slice(1);
  world.show();
  assert.equal(document.activeElement, world.button('b'));
});
