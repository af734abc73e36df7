import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Outbox } from '../../main/webapp/resources/js/composer/outbox.js';
import { isUploading } from '../../main/webapp/resources/js/composer/pending.js';
import { nextPiece, upload } from '../../main/webapp/resources/js/attach/upload.js';
import { Uploads } from '../../main/webapp/resources/js/attach/uploads.js';

const refused = (status, type = '') => Object.assign(new Error(`refused with ${status}`), { problem: { status, type } });

/** The server's side: uploads with their bytes, and what goes wrong. */
class Server {
  uploads = new Map();
  asked = [];
  /** @type {((method: string, path: string) => Error | undefined)[]} one for each coming request */ wrong = [];
  next = 1;
  loseAnswers = 0;

  request = async (method, path, body) => {
    this.asked.push(`${method} ${path.replace('/api/files/', '')}`);
    const error = this.wrong.shift()?.(method, path);
    if (error) throw error;
    const answer = this.answer(method, path, body);
    if (method === 'PATCH' && this.loseAnswers-- > 0) throw refused(0);
    return answer;
  };

  answer(method, path, body) {
    if (method === 'POST' && path.endsWith('/uploads')) {
      this.uploads.set(this.next, { id: this.next, offset: 0, size: body.size, piece: 128 * 1024 });
      return { ...this.uploads.get(this.next++) };
    }
    const id = Number(/(\d+)/.exec(path)[1]);
    const known = this.uploads.get(id);
    if (method === 'DELETE') return this.uploads.delete(id);
    if (!known) throw refused(404, '/problems/no-such-file');
    if (method === 'PATCH') {
      if (Number(path.split('offset=')[1]) !== known.offset) throw refused(409, '/problems/wrong-offset');
      known.offset += body.size;
    }
    if (path.endsWith('/complete')) return { id, name: 'a', size: known.size, preview: false };
    if (path.endsWith('/preview')) return { id, name: 'a', size: known.size, preview: true };
    return { ...known };
  }
}

const blob = (size) => ({ size, slice: (from, to) => ({ arrayBuffer: async () => new ArrayBuffer(to - from) }) });
const ends = (server, more = {}) => ({ request: server.request, pause: async () => {}, begun: () => {}, progress: () => {}, now: () => 0, ...more });

test('a file goes up in growing pieces, then it is complete and gets its preview', async () => {
  const server = new Server();
  const file = await upload({ blob: blob(300 * 1024), name: 'a', preview: blob(9) }, 0, ends(server));
  assert.deepEqual(file, { id: 1, name: 'a', size: 300 * 1024, preview: true });
  assert.deepEqual(server.asked, ['POST uploads', 'PATCH uploads/1?offset=0', 'PATCH uploads/1?offset=32768', 'PATCH uploads/1?offset=98304', 'PATCH uploads/1?offset=229376', 'POST uploads/1/complete', 'PUT 1/preview']);
});

test('after the connection broke it asks how far the file has come, and goes on there, also if an answer was lost', async () => {
  const server = new Server();
  server.loseAnswers = 1;
  const pauses = [];
  await upload({ blob: blob(100 * 1024), name: 'a', preview: null }, 0, ends(server, { pause: async (failures) => void pauses.push(failures) }));
  assert.deepEqual(server.asked.slice(0, 4), ['POST uploads', 'PATCH uploads/1?offset=0', 'GET uploads/1', 'PATCH uploads/1?offset=32768']);
  assert.deepEqual(pauses, [0]);
});

test('a reload goes on with the upload that was begun; one that is gone begins anew', async () => {
  const server = new Server();
  server.uploads.set(7, { id: 7, offset: 50_000, size: 60_000, piece: 128 * 1024 });
  const begun = [];
  await upload({ blob: blob(60_000), name: 'a', preview: null }, 7, ends(server, { begun: (id) => begun.push(id) }));
  assert.deepEqual(server.asked, ['GET uploads/7', 'PATCH uploads/7?offset=50000', 'POST uploads/7/complete']);
  server.asked = [];
  await upload({ blob: blob(10), name: 'a', preview: null }, 99, ends(server, { begun: (id) => begun.push(id) }));
  assert.deepEqual(server.asked.slice(0, 2), ['GET uploads/99', 'POST uploads']);
  assert.deepEqual(begun, [1]);
});

test('waits with a busy server, as long as that asks for, and longer each time', async () => {
  const server = new Server();
  server.wrong = [() => refused(0), () => Object.assign(refused(503), { problem: { status: 503, retryAfter: 4 } })];
  const pauses = [];
  await upload({ blob: blob(10), name: 'a', preview: null }, 0, ends(server, { pause: async (...of) => void pauses.push(of) }));
  assert.deepEqual(pauses, [[0, 0], [1, 4]]);
});

test('a full disk, a wrong type and a signed-out session are for good; a preview that is refused is not', async () => {
  for (const status of [507, 413, 415, 401, 403]) {
    const server = new Server();
    server.wrong = [() => refused(status)];
    await assert.rejects(upload({ blob: blob(10), name: 'a', preview: null }, 0, ends(server)), /refused/);
  }
  const server = new Server();
  server.wrong = [undefined, undefined, undefined, () => refused(415)].map((one) => one ?? (() => undefined));
  assert.equal((await upload({ blob: blob(10), name: 'a', preview: blob(1) }, 0, ends(server))).preview, false);
});

test('pieces follow the connection', () => {
  assert.equal(nextPiece(32_768, 100, 131_072), 65_536);
  assert.equal(nextPiece(131_072, 100, 131_072), 131_072);
  assert.equal(nextPiece(65_536, 3_000, 131_072), 65_536);
  assert.equal(nextPiece(65_536, 9_000, 131_072), 32_768);
  assert.equal(nextPiece(8_192, 9_000, 131_072), 8_192);
});

const soon = () => new Promise((done) => setTimeout(done, 5));

/** An outbox with uploads, over a server. */
function setUp({ last = () => 0, ...parts } = {}) {
  const world = { server: new Server(), sent: [], held: new Map() };
  world.outbox = new Outbox({ storage: null, user: 1, send: (frame) => !!world.sent.push(frame), changed: () => world.uploads?.look(), last, later: () => {}, now: () => 0 });
  world.uploads = new Uploads({
    outbox: world.outbox,
    isUploading,
    blobs: { get: async (key) => world.held.get(key), keep: async () => {} },
    requests: (signal) => async (...request) => {
      await soon();
      signal.throwIfAborted();
      return world.server.request(...request);
    },
    sleep: soon,
    delay: () => 0,
    t: (key, { name, reason = '' }) => `${key} ${name} ${reason}`.trim(),
    now: () => 0,
    progressed: () => {},
    ...parts,
  });
  world.file = (key, size = 10) => {
    world.held.set(key, { blob: blob(size), name: `${key}.pdf`, preview: null });
    return { key, name: `${key}.pdf`, size };
  };
  world.until = async (done) => {
    for (let i = 0; i < 400 && !done(); i++) await soon();
    assert.ok(done());
  };
  return world;
}

test('a message goes out when all of its files are there, and those behind it wait', async () => {
  const { outbox, sent, file, until } = setUp();
  outbox.add(1, 'first', 'चाय', { files: [file('a'), file('b')] });
  outbox.add(1, 'second', 'later');
  outbox.add(2, 'elsewhere', 'at once');
  assert.deepEqual(sent.map(({ clientId }) => clientId), ['elsewhere']);
  await until(() => sent.length > 1);
  assert.deepEqual(sent[1], { type: 'post', room: 1, clientId: 'first', body: 'चाय', files: [1, 2] });
  outbox.acknowledged({ clientId: 'first', seq: 1, at: 1 });
  assert.equal(sent[2].clientId, 'second');
});

test('what is refused says why, lets the others pass, and can be tried again', async () => {
  const { outbox, server, sent, file, until } = setUp();
  server.wrong = [() => refused(507)];
  outbox.add(1, 'first', '', { files: [file('a')] });
  outbox.add(1, 'second', 'later');
  await until(() => sent.length === 1);
  assert.equal(sent[0].clientId, 'second');
  assert.equal(outbox.of(1)[0].failed, 'attach.refused a.pdf refused with 507');
  outbox.acknowledged({ clientId: 'second', seq: 1, at: 1 });
  outbox.retry('first');
  await until(() => sent.length === 2);
  assert.deepEqual(sent[1].files, [1]);
});

test('bytes that are not here any more are said', async () => {
  const { outbox, until } = setUp();
  outbox.add(1, 'first', 'x', { files: [{ key: 'z', name: 'z.pdf', size: 3 }] });
  await until(() => outbox.of(1)[0].failed);
  assert.equal(outbox.of(1)[0].failed, 'attach.lost z.pdf');
});

test('a file that is left out leaves the others, and its upload is given up', async () => {
  const { outbox, uploads, server, sent, file, until } = setUp();
  outbox.add(1, 'first', '', { files: [file('a', 10_000_000), file('b')] });
  await until(() => outbox.of(1)[0].files[0].upload);
  outbox.changeFiles('first', (files) => files.slice(1));
  uploads.cancel('first');
  await until(() => sent.length);
  assert.deepEqual(sent[0].files, [2]);
  uploads.giveUp(new Set(['b']));
  await until(() => !server.uploads.has(1));
  assert.equal(server.uploads.has(2), true);
});

test('what was posted is not taken back, what was discarded is', async () => {
  const { outbox, uploads, server, sent, file, until } = setUp();
  outbox.add(1, 'first', '', { files: [file('a')] });
  await until(() => sent.length);
  outbox.acknowledged({ clientId: 'first', seq: 1, at: 1 });
  outbox.seen('first');
  server.wrong = [undefined, undefined, () => refused(507)].map((one) => one ?? (() => undefined));
  outbox.add(1, 'second', '', { files: [file('b'), file('c')] });
  server.asked = [];
  await until(() => outbox.of(1)[0].failed || sent.length > 1);
  outbox.take('second');
  uploads.giveUp(new Set());
  for (let i = 0; i < 5; i++) await soon();
  assert.deepEqual(server.asked.filter((one) => one.startsWith('DELETE')), ['DELETE uploads/2']);
});

test('a file that can’t be read any more says so, and lets the others pass', async () => {
  const { outbox, server, sent, held, file, until } = setUp();
  const changed = async () => { throw new DOMException('The file was changed', 'NotReadableError'); };
  const entry = file('a');
  held.get('a').blob.slice = () => ({ arrayBuffer: changed });
  outbox.add(1, 'first', '', { files: [entry] });
  outbox.add(1, 'second', 'later');
  await until(() => sent.length);
  assert.equal(outbox.of(1)[0].failed, 'attach.unreadable a.pdf');
  assert.equal(sent[0].clientId, 'second');
  assert.equal(server.asked.some((one) => one.startsWith('PATCH')), false);
});

test('a file that has become shorter is not asked for again and again', async () => {
  const short = { size: 10, slice: () => ({ arrayBuffer: async () => new ArrayBuffer(4) }) };
  await assert.rejects(upload({ blob: short, name: 'a', preview: null }, 0, ends(new Server())), (error) => !error.problem);
});

test('what was posted in a room that is not loaded is not taken back either', async () => {
  const { outbox, uploads, server, sent, file, until } = setUp({ last: () => Infinity });
  outbox.add(1, 'first', '', { files: [file('a')] });
  await until(() => sent.length);
  outbox.acknowledged({ clientId: 'first', seq: 1, at: 1 });
  assert.equal(outbox.withFiles.length, 0);
  uploads.giveUp(new Set());
  for (let i = 0; i < 5; i++) await soon();
  assert.deepEqual(server.asked.filter((one) => one.startsWith('DELETE')), []);
});

test('files of a room that one was taken out of are not uploaded, until one is there again', async () => {
  let isMember = true;
  const { outbox, uploads, server, sent, file, until } = setUp({ isUploading: (entry) => isUploading(entry) && isMember });
  outbox.add(1, 'first', '', { files: [file('a', 1_000_000)] });
  await until(() => outbox.of(1)[0].files[0].upload);
  isMember = false;
  uploads.look();
  await soon();
  const { length } = server.asked;
  for (let i = 0; i < 5; i++) await soon();
  assert.ok(server.asked.length <= length + 1);
  assert.equal(sent.length, 0);
  isMember = true;
  uploads.look();
  await until(() => sent.length);
});

test('a message that is taken back stops its uploads', async () => {
  const { outbox, server, sent, file } = setUp();
  outbox.add(1, 'first', 'words', { files: [file('a', 10_000_000)] });
  await soon();
  assert.equal(outbox.take('first'), 'words');
  await soon();
  const { length } = server.asked;
  for (let i = 0; i < 5; i++) await soon();
  assert.ok(server.asked.length <= length + 1);
  assert.equal(sent.length, 0);
});

test('files that the server has forgotten are uploaded again', async () => {
  const { outbox, sent, file, until } = setUp();
  outbox.add(1, 'first', '', { files: [file('a')] });
  await until(() => sent.length === 1);
  outbox.refused('first', { status: 422, type: '/problems/no-such-file', detail: 'gone' });
  assert.equal(outbox.of(1)[0].failed, 'gone');
  outbox.retry('first');
  await until(() => sent.length === 2);
  assert.deepEqual(sent[1].files, [2]);
});

test('files survive a reload with their message, and another tab leaves them alone', () => {
  const map = new Map();
  const storage = { get length() { return map.size; }, key: (i) => [...map.keys()][i] ?? null, getItem: (key) => map.get(key) ?? null, setItem: (key, value) => map.set(key, value), removeItem: (key) => map.delete(key) };
  const open = () => new Outbox({ storage, user: 1, send: () => false, changed: () => {}, last: () => 0, later: () => {}, now: () => 0 });
  open().add(1, 'a', '', { files: [{ key: 'k', name: 'n', size: 1, upload: 4 }], tab: 'here' });
  const again = open();
  assert.deepEqual(again.withFiles[0].files, [{ key: 'k', name: 'n', size: 1, upload: 4 }]);
  assert.equal(again.withFiles[0].tab, 'here');
  again.leave('a');
  assert.equal(again.of(1).length, 0);
  assert.equal(open().of(1).length, 1);

  const taken = open();
  taken.changeFiles('a', (files) => files, 'taker');
  assert.equal(open().withFiles[0].tab, 'taker');
  // Another tab has sent it.
  map.clear();
  taken.changeFiles('a', (files) => files.map((one) => ({ ...one, id: 5 })));
  assert.equal(open().of(1).length, 0);
});
