import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { Draft, Edits, strandedDrafts } from '../../main/webapp/resources/js/composer/drafts.js';
import { Tabs } from '../../main/webapp/resources/js/composer/tabs.js';

function storage() {
  const map = new Map();
  return {
    get length() { return map.size; },
    key: (i) => [...map.keys()][i] ?? null,
    getItem: (key) => map.get(key) ?? null,
    setItem: (key, value) => map.set(key, value),
    removeItem: (key) => map.delete(key),
  };
}

/** A browser with tabs that hear each other. */
function browser() {
  globalThis.localStorage = storage();
  const channels = new Set();
  let time = 1;
  const open = (session = storage()) => {
    const channel = {
      onmessage: null,
      postMessage: (data) => queueMicrotask(() => channels.forEach((other) => other !== channel && other.onmessage?.({ data }))),
    };
    channels.add(channel);
    const tabs = new Tabs({ channel, session, now: () => time++, later: (run) => setImmediate(run) });
    const draft = new Draft(5, 1, tabs);
    const close = () => channels.delete(channel);
    return {
      session,
      tabs,
      draft,
      edits: new Edits(5, 1, tabs),
      close,
      sleep: close,
      reload: () => (close(), open(session)),
      /** As the browser's own command does: what the tab remembers is copied. */
      duplicate: () => {
        const copy = storage();
        for (let i = 0; i < session.length; i++) copy.setItem(session.key(i), session.getItem(session.key(i)));
        return open(copy);
      },
    };
  };
  return { open };
}

/** @type {ReturnType<typeof browser>} */
let asha;

beforeEach(() => {
  asha = browser();
});

test('a draft is kept per person, room and tab until it is sent', () => {
  const tab = asha.open();
  tab.draft.save('चाय?');
  assert.deepEqual([tab.reload().draft.text, new Draft(5, 2, tab.tabs).text, new Draft(6, 1, tab.tabs).text], ['चाय?', '', '']);
  tab.draft.save('');
  assert.equal(localStorage.length, 0);
});

test('two tabs of one room keep a draft each', async () => {
  const [one, two] = [asha.open(), asha.open()];
  one.draft.save('one');
  two.draft.save('two');
  assert.equal(await two.draft.settle(), 'two');
  for (const [tab, text] of [[one, 'one'], [two, 'two']]) {
    const again = tab.reload();
    assert.equal(again.draft.text, text);
    assert.equal(await again.draft.settle(), text);
  }
});

test('a second tab does not show the draft of the first, and sending there leaves nothing here', async () => {
  const one = asha.open();
  one.draft.save('not done yet');
  const two = asha.open();
  assert.equal(two.draft.text, '');
  assert.equal(await two.draft.settle(), '');
  one.draft.save('');
  assert.equal(await two.reload().draft.settle(), '');
  assert.equal(await asha.open().draft.settle(), '');
});

test('what a closed tab left comes back in the next one, the newest first, and once', async () => {
  const [one, two] = [asha.open(), asha.open()];
  one.draft.save('older');
  two.draft.save('newer');
  one.close();
  two.close();
  const three = asha.open();
  assert.equal(await three.draft.settle(), 'newer');
  const four = asha.open();
  assert.equal(await four.draft.settle(), 'older');
  assert.equal(await asha.open().draft.settle(), '');
});

test('a draft from before each tab kept its own comes back, too', async () => {
  localStorage.setItem('hostel.draft.5.1', 'from long ago');
  localStorage.setItem('hostel.draft.5.11', 'of another room');
  assert.equal(await asha.open().draft.settle(), 'from long ago');
});

test('what one began meanwhile is not replaced', async () => {
  const one = asha.open();
  one.draft.save('left');
  one.close();
  const two = asha.open();
  const settled = two.draft.settle();
  two.draft.save('begun');
  assert.equal(await settled, 'begun');
});

test('a copy of a tab begins with an empty box, and the first keeps its draft', async () => {
  const one = asha.open();
  await one.tabs.others();
  one.draft.save('mine');
  const copy = one.duplicate();
  assert.equal(copy.draft.text, 'mine');
  assert.equal(await copy.draft.settle(), '');
  copy.draft.save('its own');
  assert.equal(one.reload().draft.text, 'mine');
  assert.equal(copy.reload().draft.text, 'its own');
});

test('of two copies that are restored together one keeps the draft', async () => {
  const first = asha.open();
  first.draft.save('mine');
  const second = first.duplicate();
  const [one, two] = [first.reload(), second.reload()];
  const texts = await Promise.all([one.draft.settle(), two.draft.settle()]);
  assert.deepEqual(texts.sort(), ['', 'mine']);
});

test('a tab that slept while its draft was taken over learns of it', async () => {
  const one = asha.open();
  one.draft.save('half');
  one.sleep();
  const key = localStorage.key(0);
  assert.equal(await asha.open().draft.settle(), 'half');
  assert.equal(one.draft.removedElsewhere('hostel.draft.5.2', 'half'), false);
  assert.equal(one.draft.removedElsewhere(key, 'half'), true);
  assert.equal(one.draft.text, '');
});

test('edits are kept by message and tab', async () => {
  const tab = asha.open();
  tab.edits.save(3, 'better');
  tab.edits.save(9, 'other');
  tab.edits.drop(3);
  assert.deepEqual([tab.edits.seqs(), tab.edits.load(9), tab.edits.load(3)], [[9], 'other', undefined]);
  const other = asha.open();
  await other.edits.settle();
  assert.deepEqual(other.edits.seqs(), []);
  tab.close();
  const next = asha.open();
  await next.edits.settle();
  assert.deepEqual(next.edits.seqs(), [9]);
  next.edits.drop(9);
  assert.equal(localStorage.length, 0);
});

test('drafts for rooms that are closed are found, and can be forgotten', () => {
  const { tabs } = asha.open();
  new Draft(5, 1, tabs).save('open');
  new Draft(5, 7, tabs).save('closed');
  new Draft(6, 7, tabs).save('of somebody else');
  const [stranded, ...more] = strandedDrafts(5, (room) => room === 1);
  assert.deepEqual([stranded.body, more.length], ['closed', 0]);
  stranded.forget();
  assert.equal(localStorage.length, 2);
});
