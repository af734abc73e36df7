import assert from 'node:assert/strict';
import { test } from 'node:test';
import { redirectToSignIn } from '../../main/webapp/resources/js/shell/signin.js';

async function ask(status, body) {
  const went = [];
  globalThis.location = { pathname: '/rooms/7', search: '', hash: '#m12', assign: (path) => went.push(path) };
  globalThis.fetch = async () => new Response(JSON.stringify(body), { status });
  return { left: await redirectToSignIn(), went };
}

test('whoever is signed in stays', async () => {
  assert.deepEqual(await ask(200, { id: 5, mustChangePassword: false }), { left: false, went: [] });
});

test('an ended session leads to the sign-in page, and back', async () => {
  assert.deepEqual(await ask(401, { type: '/problems/not-signed-in' }), { left: true, went: ['/login?next=%2Frooms%2F7%23m12'] });
});

test('a password that was reset while the talk was open has to be replaced first', async () => {
  assert.deepEqual(await ask(200, { id: 5, mustChangePassword: true }), { left: true, went: ['/password?then=%2Frooms%2F7%23m12'] });
});

test('a busy server is no reason to go to the sign-in page', async () => {
  assert.deepEqual(await ask(503, { type: '/problems/overloaded' }), { left: false, went: [] });
});
