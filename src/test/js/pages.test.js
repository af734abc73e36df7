import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Pages } from '../../main/webapp/resources/js/roommenu/pages.js';

/** Answers are given by hand, in any order. */
function pagesByHand() {
  const asked = [];
  const pages = new Pages((after) => new Promise((answer, refuse) => asked.push({ after, answer, refuse })));
  return { asked, pages };
}

test('a second press while a page is on its way fetches nothing', async () => {
  const { asked, pages } = pagesByHand();
  const first = pages.begin();
  asked[0].answer({ items: ['आशा'], next: 7 });
  assert.deepEqual(await first, { items: ['आशा'], next: 7, first: true });
  const presses = [pages.more(), pages.more(), pages.more()];
  assert.deepEqual(asked.map(({ after }) => after), [0, 7]);
  asked[1].answer({ items: ['ரவி'], next: null });
  assert.deepEqual(await Promise.all(presses), [{ items: ['ரவி'], next: null, first: false }, null, null]);
  assert.equal(await pages.more(), null);
  assert.equal(asked.length, 2);
});

test('what belongs to an earlier beginning is dropped, in whatever order it comes', async () => {
  const { asked, pages } = pagesByHand();
  const old = pages.begin();
  const late = pages.begin();
  const during = pages.more();
  asked[1].answer({ items: ['Zoë'], next: 3 });
  assert.deepEqual((await late)?.items, ['Zoë']);
  asked[0].answer({ items: ['old'], next: 9 });
  assert.equal(await old, null);
  assert.equal(await during, null);
  const more = pages.more();
  assert.equal(asked[2].after, 3);
  const anew = pages.begin();
  asked[2].refuse(new Error('too late to matter'));
  assert.equal(await more, null);
  asked[3].answer({ items: [], next: null });
  assert.deepEqual(await anew, { items: [], next: null, first: true });
});

test('a page that could not be fetched is fetched by the next press, a beginning as a beginning', async () => {
  const { asked, pages } = pagesByHand();
  const first = pages.begin();
  asked[0].answer({ items: [1], next: 1 });
  await first;
  const anew = pages.begin();
  asked[1].refuse(new Error('no connection'));
  await assert.rejects(anew, /no connection/);
  const again = pages.more();
  asked[2].answer({ items: [1], next: 1 });
  assert.deepEqual(await again, { items: [1], next: 1, first: true });
});
