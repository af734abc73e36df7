import assert from 'node:assert/strict';
import { test } from 'node:test';
import { importing } from '../../main/webapp/resources/js/shell/importing.js';

test('a module that could not be fetched is fetched again, under another address', async () => {
  const asked = [];
  const load = importing(async () => {
    asked.push('first');
    throw new TypeError('Failed to fetch dynamically imported module: https://hostel.example/assets/attach-5A22.js');
  }, async (address) => {
    asked.push(address);
    if (asked.length < 3) throw new TypeError(`Failed to fetch dynamically imported module: ${address}`);
    return 'the module';
  });
  await assert.rejects(load());
  await assert.rejects(load());
  assert.equal(await load(), 'the module');
  assert.deepEqual(asked, ['first', 'https://hostel.example/assets/attach-5A22.js?again=1', 'https://hostel.example/assets/attach-5A22.js?again=2']);
});

test('where the failure names no address, the same one is asked for', async () => {
  let times = 0;
  const load = importing(async () => {
    if (++times < 3) throw new TypeError('Importing a module script failed.');
    return 'the module';
  });
  await assert.rejects(load());
  await assert.rejects(load());
  assert.equal(await load(), 'the module');
});
