import assert from 'node:assert/strict';
import { test } from 'node:test';
import { asText } from '../../main/webapp/resources/js/timeline/copying.js';
import { isLong } from '../../main/webapp/resources/js/timeline/folding.js';

test('many characters fold, and many lines', () => {
  assert.deepEqual(['tea?', 'x'.repeat(1_200), 'x'.repeat(1_201), 'x\n'.repeat(23), 'x\n'.repeat(24)].map(isLong), [false, false, true, false, true]);
});

test('copied messages say who said what when, once each', () => {
  const at = new Date(2026, 2, 9, 18, 2).getTime();
  const text = asText([{ name: 'प्रिया', at, words: 'चाय?' }, { name: 'Ravi', at, words: 'yes\nplease' }]);
  assert.match(text, /^प्रिया, .*2026.*\nचाय\?\n\nRavi, .*2026.*\nyes\nplease$/u);
});
