import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { pieces } from '../../main/webapp/resources/js/timeline/links.js';

/** The same cases that the server's LinkFinder has to pass. */
const CASES = JSON.parse(readFileSync(new URL('../resources/links.json', import.meta.url), 'utf8'));

for (const { what, text, links, hrefs } of CASES) {
  test(`links: ${what}`, () => {
    const found = pieces(text);
    assert.equal(found.map((piece) => piece.text).join(''), text, 'the pieces give the text back');
    assert.deepEqual(found.filter((piece) => piece.href).map((piece) => piece.text), links);
    assert.deepEqual(found.filter((piece) => piece.href).map((piece) => piece.href), hrefs ?? links);
  });
}

test('a browser takes what is found for an address', () => {
  for (const { text } of CASES) for (const { href } of pieces(text)) if (href) assert.match(new URL(href).protocol, /^https?:$/, href);
});

test('a long run is read to its end', () => {
  for (const run of [')', '(', '.', ',', "'", '_', '-', 'a.', '🎉', 'https://', 'www.', '[]', '../', 'a-', '@']) {
    const text = run.repeat(4_000);
    for (const whole of [text, `http://a.b/${text}`, `http://${text}`]) assert.equal(pieces(whole).map((piece) => piece.text).join(''), whole);
  }
});
