import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import { lookUpQuotes } from '../../main/webapp/resources/js/rooms/quotes.js';
import { page } from './support/history.js';
import { RoomLog } from '../../main/webapp/resources/js/timeline/log.js';

const posted = (seq, replyTo) => ({ seq, kind: 'posted', by: 2, name: 'Asha', role: 'STUDENT', at: seq, clientId: `c${seq}`, body: `m${seq}`, replyTo });

test('what live answers quote is asked for a little later, the newest alone, one after the other, and shown once', async () => {
  mock.timers.enable({ apis: ['setTimeout'] });
  const asked = [];
  globalThis.fetch = async (path) => {
    const seq = Number(/around=(\d+)/.exec(path)?.[1]);
    asked.push(seq);
    return { ok: true, status: 200, json: async () => ({ items: [{ seq, by: 3, name: 'मीना', at: 1, body: `old ${seq}` }] }) };
  };
  const log = new RoomLog();
  log.restart(page([posted(101)]));
  const store = { id: 7, log };
  let found = 0;
  const say = (...events) => {
    log.append(events);
    return lookUpQuotes(store, log.said.slice(-events.length), () => found++);
  };
  const first = say(...Array.from({ length: 20 }, (_, i) => posted(102 + i, i + 1)));
  void say(posted(122, 20));
  void say(posted(123, 50));
  assert.deepEqual(asked, [], 'not at once');
  log.learnQuote({ seq: 19, by: 3, name: 'known', excerpt: 'meanwhile' });
  mock.timers.tick(3_300);
  await first;
  assert.deepEqual([asked, found], [[17, 18, 20, 50], 1]);
  assert.equal(log.quoteOf(log.find(123))?.excerpt, 'old 50');
  mock.timers.reset();
});
