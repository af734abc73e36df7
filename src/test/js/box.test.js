import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Box } from '../../main/webapp/resources/js/composer/box.js';

globalThis.document = { execCommand: () => false };
globalThis.matchMedia = () => ({ matches: false });

/** As much of an element as the box needs. */
class Part extends EventTarget {
  value = '';
  textContent = '';
  dataset = {};
  parentElement = null;
  classList = { toggle() {}, contains: () => false };
  focus() {}
  selectionStart = 0;
  setSelectionRange(start) { this.selectionStart = start; }
  setRangeText(words, start, end) { this.value = this.value.slice(0, start) + words + this.value.slice(end); }
  setAttribute() {}
  removeAttribute() {}
}

function setUp() {
  const stored = new Map();
  const world = { posted: [], edits: [], removals: [], stored };
  let parts;
  world.open = () => {
    parts = Object.fromEntries(['form', 'text', 'send', 'note', 'noteText', 'noteClose', 'count', 'closed', 'closedWords', 'copy'].map((name) => [name, new Part()]));
    world.box = new Box(parts, {
      draft: { text: '', save() {} },
      edits: {
        seqs: () => [...stored.keys()],
        load: (seq) => stored.get(seq),
        save: (seq, text) => stored.set(seq, text),
        drop: (seq) => stored.delete(seq),
      },
      post: (body) => world.posted.push(body),
      edit: (seq, body) => new Promise((resolve, reject) => world.edits.push({ seq, body, resolve, reject })),
      remove: (seq) => new Promise((resolve) => world.removals.push({ seq, resolve })),
      lastOwn: () => undefined,
      awaits: () => world.awaits,
      carries: () => world.carries,
      editing: () => {},
    });
  };
  world.type = (text) => {
    parts.text.value = text;
    parts.text.dispatchEvent(new Event('input'));
  };
  /** Pastes at the end; answers whether the box took it for itself. */
  world.paste = (words) => {
    parts.text.selectionStart = parts.text.selectionEnd = parts.text.value.length;
    return !parts.text.dispatchEvent(Object.assign(new Event('paste', { cancelable: true }), { clipboardData: { getData: () => words } }));
  };
  world.send = () => parts.form.dispatchEvent(new Event('submit'));
  /** Presses a key in the box; answers whether the box took it for itself. */
  world.press = (key, more = {}) => {
    const event = Object.assign(new Event('keydown', { cancelable: true }), { key, ...more });
    return !parts.text.dispatchEvent(event);
  };
  world.text = () => parts.text.value;
  world.isShown = () => !parts.form.hidden;
  world.hidden = () => ({ form: parts.form.hidden, copy: parts.copy.hidden });
  world.says = () => parts.noteText.textContent;
  world.open();
  return world;
}

const settled = () => new Promise((done) => setImmediate(done));

test('a draft waits while one edits, also where the browser keeps nothing', async () => {
  const { box, type, send, edits, text, stored } = setUp();
  type('half a thought');
  box.startEditing({ seq: 3, body: 'said' });
  type('said better');
  send();
  edits[0].resolve();
  await settled();
  assert.equal(text(), 'half a thought');
  assert.equal(stored.size, 0);
});

test('Enter sends, but not while an input method composes', () => {
  const { type, press, posted, text } = setUp();
  type('चा');
  assert.equal(press('Enter', { isComposing: true }), false);
  // As browsers say it that tell of the end of a composition before the key that ended it.
  assert.equal(press('Enter', { isComposing: false, keyCode: 229 }), false);
  assert.equal(text(), 'चा');
  assert.deepEqual(posted, []);
  assert.equal(press('Enter', { isComposing: false, keyCode: 13 }), true);
  assert.deepEqual(posted, ['चा']);
});

test('Esc and arrow-up are left to an input method, too', () => {
  const { box, type, press, text } = setUp();
  box.startEditing({ seq: 3, body: 'said' });
  type('said better');
  press('Escape', { isComposing: true });
  assert.equal(text(), 'said better');
  press('Escape');
  assert.equal(text(), '');
});

test('what one wrote on while the edit was on its way stays', async () => {
  const { box, type, send, edits, text } = setUp();
  box.startEditing({ seq: 3, body: 'said' });
  type('said better');
  send();
  type('said better, and more');
  edits[0].resolve();
  await settled();
  assert.equal(text(), 'said better, and more');
  send();
  assert.deepEqual(edits.map((edit) => edit.body), ['said better', 'said better, and more']);
});

test('an edit that hangs holds no new message up', () => {
  const { box, type, send, posted } = setUp();
  box.startEditing({ seq: 3, body: 'said' });
  type('said better');
  send();
  box.cancel();
  type('something else');
  send();
  assert.deepEqual(posted, ['something else']);
});

test('an edit that fails keeps its text and says why', async () => {
  const { box, type, send, edits, text, says } = setUp();
  box.startEditing({ seq: 3, body: 'said' });
  type('said better');
  send();
  edits[0].reject(new Error('No line.'));
  await settled();
  assert.equal(text(), 'said better');
  assert.match(says(), /^No line\./);
});

test('an edit goes on after a reload, unless its message is gone', () => {
  const world = setUp();
  world.box.startEditing({ seq: 3, body: 'said' });
  world.type('said bet');
  world.open();
  world.box.resume((seq) => ({ seq, body: 'said', gone: true }));
  assert.equal(world.says(), '');
  world.box.resume((seq) => ({ seq, body: 'said', gone: false }));
  assert.equal(world.text(), 'said bet');
  world.box.cancel();
  assert.equal(world.stored.size, 0);
});

test('a failed text that is put back does not end in the edit, nor end it for good', () => {
  const { box, type, text, stored } = setUp();
  type('draft');
  box.startEditing({ seq: 3, body: 'said' });
  type('said better');
  box.putBack('not sent');
  assert.equal(text(), 'not sent\ndraft');
  assert.equal(stored.get(3), 'said better');
});

test('a room that closes leaves what one wrote to be read and copied, and sends nothing', () => {
  const { box, type, send, posted, text, hidden } = setUp();
  type('nearly done');
  box.close('Closed.');
  send();
  assert.deepEqual([posted, text(), hidden()], [[], 'nearly done', { form: false, copy: false }]);
});

test('a room that closes hides an empty box, until a text that was not sent is put back', () => {
  const { box, hidden } = setUp();
  box.close('Closed.');
  assert.deepEqual(hidden(), { form: true, copy: true });
  box.putBack('not sent');
  assert.deepEqual(hidden(), { form: false, copy: false });
});

test('an edit to nothing offers to delete', async () => {
  const { box, type, send, edits, removals, text, stored } = setUp();
  type('draft');
  for (const nothing of ['', ' \n ', '\u3164']) {
    box.startEditing({ seq: 3, body: 'said' });
    type(nothing);
    send();
    await settled();
    removals.pop().resolve(true);
    await settled();
    assert.deepEqual([text(), stored.size, edits.length], ['draft', 0, 0]);
  }
});

test('an edit to nothing whose message stays goes on with its words', async () => {
  const { box, type, send, removals, text, says } = setUp();
  type('draft');
  box.startEditing({ seq: 3, body: 'said' });
  type('');
  send();
  removals[0].resolve(false);
  await settled();
  assert.equal(text(), 'said');
  assert.match(says(), /Editing/);
  type('');
  send();
  type('other words');
  removals[1].resolve(false);
  await settled();
  assert.equal(text(), 'other words', 'typed meanwhile');
});

test('what is pasted loses its control characters, and nothing else', () => {
  const { paste, send, posted, text, type } = setUp();
  assert.equal(paste('नमस्ते\tक्‍ष\r\n👍🏽'), false, 'left to the browser');
  type('a');
  assert.equal(paste('\u001B[1mb\u0000\r\nc'), true);
  assert.equal(text(), 'a[1mb\nc');
  type('dropped\u0007 here');
  assert.equal(text(), 'dropped here');
  send();
  assert.deepEqual(posted, ['dropped here']);
});

test('blanks before the first word are posted', () => {
  const { type, send, posted } = setUp();
  type('\n    if (x)\n  y\n\n');
  send();
  assert.deepEqual(posted, ['    if (x)\n  y']);
});

test('a text that shows nothing is not posted, and the box says why until it does', () => {
  const { type, send, posted, text, says } = setUp();
  type('\u3164\u200B');
  send();
  assert.deepEqual([posted, text()], [[], '\u3164\u200B']);
  assert.match(says(), /no visible text/);
});

test('another draft takes the place of the one in the box, or waits while one edits', () => {
  const { box, text } = setUp();
  box.replaceDraft('left by a closed tab');
  assert.equal(text(), 'left by a closed tab');
  box.startEditing({ seq: 3, body: 'said' });
  box.replaceDraft('');
  assert.equal(text(), 'said');
  box.cancel();
  assert.equal(text(), '');
});

test('each room has its own draft, and an edit that was begun waits in its room', () => {
  const world = setUp();
  const { box, type, text, says, stored } = world;
  const draft = { text: '', save(words) { this.text = words; } };
  const other = { draft, edits: { seqs: () => [], load: () => undefined, save() {}, drop() {} }, post: (body) => world.posted.push(`other: ${body}`), editing: () => {}, lastOwn: () => undefined };
  box.startEditing({ seq: 3, body: 'said' });
  type('said better');
  box.enter(other);
  assert.deepEqual([text(), says(), stored.get(3)], ['', '', 'said better']);
  type('दूसरे कमरे में');
  assert.equal(draft.text, 'दूसरे कमरे में');
  world.send();
  assert.deepEqual(world.posted, ['other: दूसरे कमरे में']);
});

test('an edit that fails or succeeds after one has gone to another room says nothing there', async () => {
  for (const end of ['resolve', 'reject']) {
    const { box, type, send, edits, text, says, stored } = setUp();
    const other = { draft: { text: 'a draft', save() {} }, edits: { seqs: () => [], load: () => undefined, save() {}, drop() {} }, editing: () => {} };
    box.startEditing({ seq: 3, body: 'said' });
    type('said better');
    send();
    box.enter(other);
    box.startEditing({ seq: 3, body: 'a message of the same number' });
    edits[0][end](new Error('No line.'));
    await settled();
    assert.equal(text(), 'a message of the same number');
    assert.doesNotMatch(says(), /No line/);
    assert.equal(stored.has(3), end === 'reject');
  }
});

test('a room that is closed is closed when one comes back, and the others are not', () => {
  const { box, hidden, type } = setUp();
  box.close('Closed.');
  const other = { draft: { text: '', save() {} }, edits: { seqs: () => [] }, editing: () => {} };
  box.enter(other);
  assert.equal(box.closed, false);
  assert.equal(hidden().form, false);
  type('still open');
});

test('Esc that ends an edit does nothing else, and the next one may', () => {
  const world = setUp();
  world.box.startEditing({ seq: 5, body: 'old' });
  assert.deepEqual([world.press('Escape'), world.press('Escape')], [true, false]);
});

test('an edit that is set aside for an answer goes on with what was changed', () => {
  const world = setUp();
  world.box.startEditing({ seq: 5, body: 'old' });
  world.type('चाय at six');
  world.box.setAside();
  assert.equal(world.text(), '');
  world.box.startEditing({ seq: 5, body: 'old' });
  assert.equal(world.text(), 'चाय at six');
});

test('a text whose files are not there yet stays in the box, and goes out once they are', async () => {
  const world = setUp();
  world.awaits = true;
  world.type('आज का मेनू');
  world.send();
  assert.deepEqual([world.posted, world.text()], [[], 'आज का मेनू']);
  world.awaits = false;
  world.send();
  assert.deepEqual([world.posted, world.text()], [['आज का मेनू'], '']);
});

test('who may not write any more keeps in sight what is written or attached, and sends nothing', () => {
  const world = setUp();
  const { box, type, send, posted, text, isShown } = world;
  type('what I was about to say');
  box.close('muted');
  assert.deepEqual([text(), isShown()], ['what I was about to say', true]);
  send();
  assert.deepEqual(posted, []);
  type('');
  assert.equal(isShown(), false);
  world.carries = true;
  box.look();
  assert.equal(isShown(), true, 'files are chosen');
  send();
  assert.deepEqual(posted, []);
  box.close('');
  send();
  assert.deepEqual(posted, ['']);
});
