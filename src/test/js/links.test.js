import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pieces } from '../../main/webapp/resources/js/timeline/links.js';

const links = (text) => pieces(text).filter((piece) => piece.href).map((piece) => piece.text);

test('the pieces give the text back, whatever it is', () => {
  for (const text of ['', 'no link', 'a http://x.y b', 'www.a.b', '<script>http://a.b</script>', 'आज http://a.b।', '😀https://a.b😀']) {
    assert.equal(pieces(text).map((piece) => piece.text).join(''), text);
  }
});

test('finds addresses and leaves the sentence alone', () => {
  assert.deepEqual(links('See https://a.example/b?c=d#e, and (http://f.example/g_(h)).'), ['https://a.example/b?c=d#e', 'http://f.example/g_(h)']);
  assert.deepEqual(links('"https://a.example/" and https://b.example!!!'), ['https://a.example/', 'https://b.example']);
  assert.deepEqual(links('https://a.example/पथ और'), ['https://a.example/पथ']);
});

test('a bare www address goes by http', () => {
  assert.deepEqual(pieces('www.a.example'), [{ text: 'www.a.example', href: 'http://www.a.example/' }]);
});

test('nothing else becomes a link', () => {
  assert.deepEqual(links('javascript:alert(1) data:text/html,x file:///etc mailto:a@b.c //a.b a.b'), []);
  assert.deepEqual(links('http:// https://'), []);
});

test('an address that pretends to be another one stays text', () => {
  assert.deepEqual(links('https://bank.example@evil.example/'), []);
});

test('long runs of brackets and stops end in time', () => {
  const started = Date.now();
  pieces(`http://a.b/${')'.repeat(4000)}${'.'.repeat(4000)}`);
  assert.ok(Date.now() - started < 500);
});
