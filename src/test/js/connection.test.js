import assert from 'node:assert/strict';
import { beforeEach, mock, test } from 'node:test';
import { Connection } from '../../main/webapp/resources/js/live/connection.js';

/** The server's end of every line that was dialled. */
let dialled = [];
let clock = 0;

globalThis.WebSocket = class {
  static OPEN = 1;
  readyState = 1;
  constructor() {
    dialled.push(this);
  }
  sent = [];
  send(frame) {
    this.sent.push(JSON.parse(frame));
  }
  close() {
    this.closed = true;
  }
  say(frame) {
    this.onmessage?.({ data: JSON.stringify(frame) });
  }
  breaks(code = 1006) {
    this.onclose?.({ code });
  }
};
globalThis.addEventListener = () => {};
globalThis.document = { addEventListener() {}, visibilityState: 'visible' };
mock.method(performance, 'now', () => clock);

beforeEach(() => {
  dialled = [];
  clock = 0;
  mock.timers.reset();
  mock.timers.enable({ apis: ['setTimeout', 'setInterval'] });
});

function setUp({ behind = false } = {}) {
  const world = { behind, states: [], cursors: {} };
  world.line = new Connection('ws://x', {
    cursors: () => world.cursors,
    behind: () => world.behind,
    frame: () => {},
    state: (state) => world.states.push(state),
    turnedAway: () => {},
  });
  world.pass = (ms) => {
    for (let done = 0; done < ms; done += 1_000) {
      clock += 1_000;
      mock.timers.tick(1_000);
    }
  };
  world.redialled = () => {
    for (const before = dialled.length; dialled.length === before;) world.pass(1_000);
  };
  return world;
}

const welcome = { type: 'welcome' };

test('nothing is opened before the connection is started', () => {
  const { line } = setUp();
  line.tryNow();
  assert.equal(dialled.length, 0);
  line.start();
  assert.equal(dialled.length, 1);
});

test('hello waits for what it has to tell, and the socket opens meanwhile', async () => {
  const world = setUp();
  let fetched = () => {};
  world.line.start(new Promise((done) => {
    fetched = done;
  }));
  const greeted = dialled[0].onopen();
  await Promise.resolve();
  assert.deepEqual(dialled[0].sent, []);
  world.cursors = { 1: 50 };
  fetched();
  await greeted;
  assert.deepEqual(dialled[0].sent, [{ type: 'hello', cursors: { 1: 50 } }]);
});

test('a socket that broke while hello waited is not greeted, but the next one', async () => {
  const { line, redialled } = setUp();
  let fetched = () => {};
  line.start(new Promise((done) => {
    fetched = done;
  }));
  const first = dialled[0].onopen();
  dialled[0].breaks();
  redialled();
  fetched();
  await first;
  await dialled[1].onopen();
  assert.deepEqual(dialled[0].sent, []);
  assert.equal(dialled[1].sent.length, 1);
});

test('a connection without a beat is dead after some seconds', () => {
  const { line, pass } = setUp();
  line.start();
  dialled[0].say(welcome);
  pass(10_000);
  assert.equal(dialled[0].closed, undefined);
  pass(5_000);
  assert.equal(dialled[0].closed, true);
});

test('while something that was promised is still coming, a slow connection has its time', () => {
  const world = setUp({ behind: true });
  world.line.start();
  dialled[0].say(welcome);
  world.pass(50_000);
  assert.equal(dialled[0].closed, undefined);
  world.behind = false;
  world.pass(3_000);
  assert.equal(dialled[0].closed, true);
});

test('a connection that breaks right after its welcome is opened again ever more slowly', () => {
  const { line, states, redialled } = setUp();
  line.start();
  const waits = [];
  for (let i = 0; i < 8; i++) {
    dialled.at(-1).say(welcome);
    dialled.at(-1).breaks();
    waits.push(states.at(-1).retryAt - clock);
    redialled();
  }
  assert.ok(waits[0] <= 500 && waits.at(-1) >= 10_000, waits.join());
});

test('a connection that stood for a while is opened again at once', () => {
  const { line, states, pass, redialled } = setUp({ behind: true });
  line.start();
  for (let i = 0; i < 5; i++) {
    dialled.at(-1).breaks();
    redialled();
  }
  dialled.at(-1).say(welcome);
  pass(11_000);
  dialled.at(-1).breaks();
  assert.ok(states.at(-1).retryAt - clock <= 500);
});
