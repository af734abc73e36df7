/** What hangs on messages: answers, reactions, pins and mentions, as they come with pages of history and live. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { page } from './support/history.js';
import { RoomStore } from '../../main/webapp/resources/js/rooms/store.js';
import { RoomLog } from '../../main/webapp/resources/js/timeline/log.js';

const ME = 1;
const posted = (seq, more = {}) => ({ seq, kind: 'posted', by: 2, name: 'Asha', role: 'STUDENT', at: seq, clientId: `c${seq}`, body: `m${seq}`, mentions: [], ...more });
const reacted = (seq, target, emoji, by = 2, on = true) => ({ seq, kind: 'reacted', by, name: `P${by}`, at: seq, target, emoji, on });
const pinned = (seq, target, on = true) => ({ seq, kind: 'pinned', by: 2, name: 'Asha', at: seq, target, on });
const deleted = (seq, target) => ({ seq, kind: 'deleted', by: 2, at: seq, target });
const shown = (said) => said.reactions.map(({ emoji, count, mine }) => `${emoji}${count}${mine ? '!' : ''}`).join(' ');

function log(...events) {
  const made = new RoomLog(ME);
  made.restart(page(events));
  return made;
}

test('reactions come and go, in the order in which each emoji came', () => {
  const room = log(posted(1));
  room.append([reacted(2, 1, '👍', 2), reacted(3, 1, '🙏', ME), reacted(4, 1, '👍', 3)]);
  assert.equal(shown(room.find(1)), '👍2 🙏1!');
  assert.deepEqual(room.find(1).reactions[0].people.map(({ name }) => name), ['P2', 'P3']);
  room.append([reacted(5, 1, '👍', 2, false), reacted(6, 1, '🙏', ME, false)]);
  assert.equal(shown(room.find(1)), '👍1');
});

test('reactions that a page has already are not counted again', () => {
  const room = new RoomLog(ME);
  room.restart({ from: 1, to: 1, items: [{ ...posted(1), reactions: [{ emoji: '👍', count: 2, mine: false, people: [] }], pinned: true }], before: null, after: null, asOf: 3, pins: 1 });
  room.append([reacted(2, 1, '👍', 4), pinned(3, 1), reacted(4, 1, '👍', 5)]);
  assert.equal(shown(room.find(1)), '👍3');
  assert.deepEqual([room.pins, room.find(1).pinned], [1, true]);
});

test('a reaction to what is being fetched is in the page or comes after it, once', () => {
  const room = log(posted(10));
  const asked = room.last;
  room.append([reacted(11, 5, '👍', 2), reacted(12, 5, '👍', 3)]);
  room.prepend(page([posted(5)], { to: 9, asOf: 11, items: [{ ...posted(5), reactions: [{ emoji: '👍', count: 1, mine: false, people: [] }] }] }), asked);
  assert.equal(shown(room.find(5)), '👍2');
});

test('an edit keeps reactions and the pin, a deletion takes them along', () => {
  const room = log(posted(1), posted(2));
  room.append([reacted(3, 1, '👍'), pinned(4, 1), { seq: 5, kind: 'edited', by: 2, at: 5, target: 1, body: 'better' }]);
  assert.deepEqual([shown(room.find(1)), room.find(1).pinned, room.pins], ['👍1', true, 1]);
  room.append([deleted(6, 1)]);
  assert.deepEqual([shown(room.find(1)), room.find(1).pinned, room.pins], ['', false, 0]);
});

test('an erased person’s reactions go', () => {
  const room = log(posted(1, { by: 3 }));
  room.append([reacted(2, 1, '👍', 2), reacted(3, 1, '👍', 4), { seq: 4, kind: 'erased', by: 0, at: 4, person: 2 }]);
  assert.equal(shown(room.find(1)), '👍1');
});

test('a quote reads as the original does now', () => {
  const room = log(posted(1), posted(2, { replyTo: 1 }));
  assert.deepEqual(room.quoteOf(room.find(2)), { seq: 1, by: 2, name: 'Asha', excerpt: 'm1' });
  room.append([{ seq: 3, kind: 'edited', by: 2, at: 3, target: 1, body: 'x'.repeat(500) }]);
  assert.equal(room.quoteOf(room.find(2)).excerpt.length, 140);
  room.append([deleted(4, 1)]);
  assert.deepEqual(room.quoteOf(room.find(2)), { seq: 1, name: null, excerpt: null });
});

test('the quote of what is not held follows edits and deletions, too', () => {
  const room = log(posted(10), posted(11, { replyTo: 3 }));
  assert.equal(room.quoteOf(room.find(11)).name, undefined, 'to be asked for');
  room.learnQuote({ seq: 3, by: 4, name: 'மீனா', excerpt: 'தோசை' });
  room.append([{ seq: 12, kind: 'edited', by: 4, at: 12, target: 3, body: 'இட்லி' }]);
  assert.deepEqual(room.quoteOf(room.find(11)), { seq: 3, by: 4, name: 'மீனா', excerpt: 'இட்லி' });
  room.append([deleted(13, 3)]);
  assert.equal(room.quoteOf(room.find(11)).name, null);
});

function store(first) {
  const heard = { recounts: 0, told: [] };
  const made = new RoomStore({ id: 7, name: 'Water', kind: 'OPEN', last: 10, read: 10, unread: 0, mentions: 0, ...first }, {
    me: ME,
    tellRead: (_, seq, back) => !!heard.told.push([seq, !!back]),
    hole: () => {},
    recount: () => heard.recounts++,
    said: () => {},
    changed: () => {},
  });
  made.welcome({ id: 7, name: 'Water', kind: 'OPEN', last: 10, read: 10, unread: 0, mentions: 0, ...first });
  return { made, heard };
}

const events = (...all) => ({ type: 'events', room: 7, from: all[0].seq, to: all.at(-1).seq, events: all });

test('mentions are counted live, beside what the server counted, and none are left when nothing is unread', () => {
  const { made } = store({ read: 5, unread: 3, mentions: 1 });
  made.receive(events(posted(11, { mentions: [ME] }), posted(12, { room: true }), posted(13, { mentions: [9] }), posted(14, { by: ME, mentions: [ME] })));
  assert.deepEqual([made.unread, made.mentions], [6, 3]);
  made.receive(events(deleted(15, 11)));
  assert.deepEqual([made.unread, made.mentions], [5, 2]);
  made.advance(15);
  assert.deepEqual([made.unread, made.mentions], [0, 0]);
});

test('what is marked as unread is unread, and stays so while one looks on', () => {
  const { made, heard } = store({});
  made.receive(events(posted(11), posted(12, { mentions: [ME] })));
  made.advance(12);
  made.watcher = { appended() {}, prepended() {}, restarted() {} };
  assert.equal(made.markUnread(10), true);
  assert.deepEqual(heard.told.at(-1), [10, true]);
  made.advance(12);
  assert.deepEqual([made.unread, made.mentions], [2, 1]);
  made.keptUnread = false;
  made.advance(12);
  assert.equal(made.unread, 0);
  assert.equal(made.markUnread(12), false, 'it is already');
});

test('marked as unread on another device, it is counted here or asked for', () => {
  const { made, heard } = store({});
  made.receive(events(posted(11), posted(12)));
  made.advance(12);
  made.learn(11, true);
  assert.deepEqual([made.unread, heard.recounts], [1, 0]);
  made.learn(3, true);
  assert.equal(heard.recounts, 1);
  made.count({ id: 7, name: 'Water', kind: 'OPEN', last: 12, read: 3, unread: 8, mentions: 2 });
  assert.deepEqual([made.unread, made.mentions], [8, 2]);
});

test('what is kept unread is read on once one has read further elsewhere', () => {
  const { made } = store({});
  made.receive(events(posted(11), posted(12)));
  made.advance(12);
  made.watcher = { appended() {}, prepended() {}, restarted() {} };
  made.markUnread(10);
  made.welcome({ id: 7, name: 'Water', kind: 'OPEN', last: 12, read: 10, unread: 2, mentions: 0 });
  assert.equal(made.keptUnread, true);
  made.welcome({ id: 7, name: 'Water', kind: 'OPEN', last: 12, read: 11, unread: 1, mentions: 0 });
  assert.equal(made.keptUnread, false);
});

test('an erased person’s pinned messages are not counted any more', () => {
  const room = log(posted(1), posted(2, { by: 3 }));
  room.append([{ seq: 3, kind: 'pinned', by: 9, at: 3, target: 1, on: true }, { seq: 4, kind: 'pinned', by: 9, at: 4, target: 2, on: true }]);
  assert.equal(room.pins, 2);
  room.append([{ seq: 5, kind: 'erased', person: 2, at: 5 }]);
  assert.equal(room.pins, 1);
});
