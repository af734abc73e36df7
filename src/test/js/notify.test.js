import assert from 'node:assert/strict';
import { test } from 'node:test';
import { NotifyDevice } from '../../main/webapp/resources/js/notify/device.js';
import { Notifier } from '../../main/webapp/resources/js/notify/notifier.js';
import { clockIn, isQuiet, isWanted } from '../../main/webapp/resources/js/notify/rules.js';

const ME = 1;
const ZONE = 'Asia/Kolkata';
const CHOICE = { level: 'MENTIONS', sound: true, words: true, quietFrom: null, quietTo: null };
const room = (kind, involvement = 'ALL') => ({ id: 7, name: 'Water', kind, involvement, people: [], read: { seq: 0 } });
const posted = (more) => ({ seq: 5, kind: 'posted', by: 2, name: 'Ravi', at: 0, body: 'tea?', ...more });
const FOR_ME = posted({ mentions: [ME] });
const FOR_ALL = posted({ room: true });

test('mentions and direct messages are told of, all others only by choice', () => {
  assert.equal(isWanted(CHOICE, room('COMMON'), posted(), ME), false);
  assert.equal(isWanted(CHOICE, room('COMMON'), FOR_ME, ME), true);
  assert.equal(isWanted(CHOICE, room('COMMON'), FOR_ALL, ME), true);
  assert.equal(isWanted(CHOICE, room('DIRECT'), posted(), ME), true);
  assert.equal(isWanted({ ...CHOICE, level: 'ALL' }, room('GROUP'), posted(), ME), true);
  assert.equal(isWanted({ ...CHOICE, level: 'NOTHING' }, room('DIRECT'), FOR_ME, ME), false);
});

test('what a room is set to narrows the choice and never widens it', () => {
  const all = { ...CHOICE, level: 'ALL' };
  for (const kind of ['COMMON', 'DIRECT', 'GROUP']) {
    assert.equal(isWanted(all, room(kind, 'NOTHING'), FOR_ME, ME), false);
    assert.equal(isWanted(all, room(kind, 'MENTIONS'), posted(), ME), false);
    assert.equal(isWanted(all, room(kind, 'MENTIONS'), FOR_ME, ME), true);
  }
});

test('one’s own messages, and what only changes a message, are not told of', () => {
  const all = { ...CHOICE, level: 'ALL' };
  assert.equal(isWanted(all, room('DIRECT'), posted({ by: ME }), ME), false);
  for (const kind of ['edited', 'reacted', 'pinned', 'deleted', 'tombstone']) assert.equal(isWanted(all, room('DIRECT'), { ...FOR_ME, kind }, ME), false);
});

test('quiet hours go by the hostel’s clock, also over midnight', () => {
  const at = (time) => Date.parse(`2026-03-09T${time}:00+05:30`);
  const night = { ...CHOICE, quietFrom: '22:00', quietTo: '06:30' };
  const quiet = (choice) => ['21:59', '22:00', '00:00', '06:29', '06:30', '12:00'].map((time) => isQuiet(choice, at(time), ZONE));
  assert.deepEqual(quiet(night), [false, true, true, true, false, false]);
  assert.deepEqual(quiet({ ...CHOICE, quietFrom: '06:30', quietTo: '22:00' }), [true, false, false, false, true, true]);
  assert.deepEqual(quiet(CHOICE), [false, false, false, false, false, false]);
  assert.equal(clockIn(at('00:05'), ZONE), '00:05');
  assert.match(clockIn(at('00:05'), 'No/Where'), /^\d\d:\d\d$/);
});

function setUp(choice = {}, { kind = 'DIRECT', claim = () => true } = {}) {
  const world = { inView: false, time: Date.parse('2026-03-09T12:00:00+05:30'), timers: [], shown: [], closed: 0, rings: 0, claims: [], asked: [], answer: () => [], room: room(kind) };
  world.notifier = new Notifier({
    me: ME,
    zone: ZONE,
    now: () => world.time,
    room: (id) => (id === 7 ? world.room : undefined),
    isInView: () => world.inView,
    claim: (id, seq) => world.claims.push([id, seq]) > 0 && claim(id, seq),
    show: (told) => {
      world.shown.push(told);
      return () => world.closed++;
    },
    ring: () => world.rings++,
    later: (run) => world.timers.push(run),
    t: (key, values = {}) => [key, ...Object.values(values)].join('|'),
    missed: async (range, level) => {
      world.asked.push([range.from, range.to, level]);
      return world.answer();
    },
    wordsOf: ({ body, files = [] }) => body || files.map(({ name }) => name).join(', '),
  }, { ...CHOICE, ...choice });
  world.hear = (...events) => world.notifier.heard({ room: 7, events });
  world.wait = () => world.timers.splice(0).forEach((run) => run());
  return world;
}

test('the newest message of a room is told, once, with a sound', () => {
  const world = setUp();
  world.hear(posted({ seq: 5 }), posted({ seq: 6, body: 'coffee?' }));
  assert.equal(world.shown.length, 0, 'it may be read at once');
  world.wait();
  assert.deepEqual(world.shown, [{ title: 'Ravi', body: 'coffee?', room: 7, seq: 6 }]);
  assert.equal(world.rings, 1);
  world.hear(posted({ seq: 7 }));
  world.wait();
  assert.equal(world.shown.length, 2);
  assert.equal(world.rings, 1, 'not again within a moment');
});

test('nothing is told of what is in view, and other tabs learn that it is', () => {
  const world = setUp();
  world.inView = true;
  world.hear(posted());
  world.wait();
  assert.deepEqual([world.shown, world.claims], [[], [[7, 5]]]);
  world.inView = false;
  world.hear(posted({ seq: 6 }));
  world.inView = true;
  world.wait();
  assert.deepEqual(world.shown, [], 'somebody came back meanwhile');
});

test('what is read on another device is not told, and taken back', () => {
  const world = setUp();
  world.hear(posted({ seq: 5 }));
  world.room.read.seq = 5;
  world.wait();
  assert.equal(world.shown.length, 0);
  world.hear(posted({ seq: 6 }));
  world.wait();
  world.notifier.changed(world.room);
  assert.equal(world.closed, 0, 'nothing was read');
  world.room.read.seq = 6;
  world.notifier.changed(world.room);
  world.notifier.changed(world.room);
  assert.deepEqual([world.shown.length, world.closed], [1, 1]);
});

test('a deleted message is not told, and taken back', () => {
  const world = setUp();
  world.hear(posted({ seq: 5 }), { seq: 6, kind: 'deleted', by: 2, target: 5 });
  world.wait();
  assert.equal(world.shown.length, 0);
  world.hear(posted({ seq: 7 }));
  world.wait();
  world.hear({ seq: 8, kind: 'deleted', by: 2, target: 7 });
  assert.equal(world.closed, 1);
});

test('quiet hours and the sound follow the person’s choice at once', () => {
  const world = setUp({ quietFrom: '11:00', quietTo: '13:00' });
  world.hear(posted({ seq: 5 }));
  world.wait();
  assert.equal(world.shown.length, 0);
  world.notifier.choose({ ...CHOICE, sound: false });
  world.hear(posted({ seq: 6 }));
  world.wait();
  assert.deepEqual([world.shown.length, world.rings], [1, 0]);
  world.notifier.choose({ ...CHOICE, level: 'NOTHING' });
  world.hear(posted({ seq: 7 }));
  world.wait();
  assert.equal(world.shown.length, 1);
});

test('the words can be hidden, and long ones are cut between characters', () => {
  const hidden = setUp({ words: false }, { kind: 'GROUP' });
  hidden.hear(FOR_ME);
  hidden.wait();
  assert.deepEqual(hidden.shown, [{ title: 'notify.title|Ravi|Water', body: 'timeline.mentions-you', room: 7, seq: 5 }]);
  const long = setUp();
  long.hear(posted({ body: '🎉'.repeat(200) }));
  long.wait();
  assert.equal(long.shown[0].body, `${'🎉'.repeat(140)}…`);
  const file = setUp();
  file.hear(posted({ body: '', files: [{ name: 'menu.pdf' }] }));
  file.wait();
  assert.equal(file.shown[0].body, 'menu.pdf');
});

test('of many missed messages the newest is told, once', async () => {
  const world = setUp();
  world.answer = () => [posted({ seq: 1_205 }), posted({ seq: 1_210, body: 'the last' })];
  const asking = world.notifier.missed({ room: 7, from: 6, to: 1_204 });
  world.notifier.missed({ room: 7, from: 1_205, to: 1_210 });
  await asking;
  assert.deepEqual(world.asked, [[6, 1_204, 'ALL'], [6, 1_210, 'ALL']], 'one question at a time');
  world.wait();
  assert.deepEqual(world.shown.map(({ seq, body }) => [seq, body]), [[1_210, 'the last']]);
  assert.equal(world.rings, 1);
});

test('what was missed does not take the place of what came since', async () => {
  const world = setUp();
  world.hear(posted({ seq: 30 }));
  world.answer = () => [posted({ seq: 20 })];
  await world.notifier.missed({ room: 7, from: 6, to: 20 });
  world.wait();
  await world.notifier.missed({ room: 7, from: 6, to: 20 });
  world.wait();
  assert.deepEqual(world.shown.map(({ seq }) => seq), [30]);
});

test('the server is asked only for what would be told', async () => {
  const missed = (world) => world.notifier.missed({ room: 7, from: 6, to: 20 });
  const common = setUp({}, { kind: 'COMMON' });
  common.answer = () => [FOR_ME];
  await missed(common);
  assert.deepEqual(common.asked, [[6, 20, 'MENTIONS']]);
  common.wait();
  assert.equal(common.shown.length, 1);
  const off = setUp({ level: 'NOTHING' });
  await missed(off);
  const seen = setUp();
  seen.inView = true;
  await missed(seen);
  assert.deepEqual([off.asked, seen.asked], [[], []]);
  const failing = setUp();
  failing.answer = () => Promise.reject(new Error('gone'));
  await missed(failing);
  const stopped = setUp();
  stopped.answer = () => [posted()];
  const asking = missed(stopped);
  stopped.notifier.stop();
  await asking;
  for (const world of [failing, stopped]) {
    world.wait();
    assert.deepEqual(world.shown, []);
  }
});

test('of several tabs one tells', () => {
  const world = setUp({}, { claim: () => false });
  world.hear(posted());
  world.wait();
  assert.deepEqual([world.shown.length, world.rings], [0, 0]);
});

function device({ permission = 'default', answer = permission, secure = true, api = true, shows = true, storage = new Map() } = {}) {
  const world = { asked: 0, states: [], storage };
  const store = { getItem: (key) => storage.get(key) ?? null, setItem: (key, value) => storage.set(key, value), removeItem: (key) => storage.delete(key) };
  const notification = {
    permission,
    requestPermission: async () => {
      world.asked++;
      notification.permission = answer;
    },
  };
  world.device = new NotifyDevice({ storage: store, key: 'k', isSecure: secure, api: api ? notification : undefined, show: () => shows }, (state) => world.states.push(state));
  return world;
}

test('the browser is asked only when somebody turns notifications on', async () => {
  const world = device({ answer: 'granted' });
  assert.deepEqual([world.states, world.asked], [['off'], 0]);
  await world.device.turnOn();
  assert.deepEqual([world.states.at(-1), world.asked, world.storage.get('k')], ['on', 1, 'on']);
  assert.ok(world.states.includes('asking'));
  world.device.turnOff();
  assert.deepEqual([world.states.at(-1), world.storage.size], ['off', 0]);
});

test('where the browser shows none the page says why, and does not ask', async () => {
  for (const [expected, asked, how] of [['denied', 1, { answer: 'denied' }], ['denied', 0, { permission: 'denied' }], ['insecure', 0, { secure: false }], ['none', 0, { api: false }],
    ['none', 1, { answer: 'granted', shows: false }]]) {
    const world = device(how);
    await world.device.turnOn();
    assert.deepEqual([world.states.at(-1), world.asked, world.device.isOn], [expected, asked, true]);
  }
});
