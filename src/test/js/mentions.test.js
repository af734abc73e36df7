import assert from 'node:assert/strict';
import { test } from 'node:test';
import { words } from '../../main/webapp/resources/js/composer/typing.js';
import { References } from '../../main/webapp/resources/js/composer/references.js';
import { Typists } from '../../main/webapp/resources/js/live/typists.js';
import { matching, typedName } from '../../main/webapp/resources/js/mentions/people.js';
import { isLetter } from '../../main/webapp/resources/js/shell/keys.js';

const PEOPLE = [{ id: 1, name: 'Me' }, { id: 2, name: 'आशा राव' }, { id: 3, name: 'மீனா குமார்' }, { id: 4, name: 'José Émile O’Neil' }, { id: 5, name: 'Meena Rao' }];
const found = (typed) => matching(PEOPLE, typed, 1).map(({ id }) => id);

test('a name is found by the beginning of any of its words, in any script', () => {
  assert.deepEqual(found('रा'), [2]);
  assert.deepEqual(found('குமா'), [3]);
  assert.deepEqual(found('emi'), [4]);
  assert.deepEqual(found('JOSE e'), [4]);
  assert.deepEqual(found('rao'), [5]);
  assert.deepEqual(found('eena'), [], 'not in the middle of a word');
  assert.deepEqual(found(''), [2, 3, 4, 5], 'all but oneself');
});

test('a name is typed after a sign that begins a word', () => {
  assert.equal(typedName('hi @மீ'), 'மீ');
  assert.equal(typedName('@'), '');
  assert.equal(typedName('(@a'), 'a');
  assert.equal(typedName('see @आशा रा'), 'आशा रा');
  for (const text of ['mail@house', 'no sign', '@ two', '@a b c d', '@a\nb']) assert.equal(typedName(text), null, text);
});

test('what is posted mentions those whose names still stand in it', () => {
  globalThis.sessionStorage = undefined;
  const references = new References(5, 1);
  references.mention(2, '@आशा राव');
  references.mention(3, '@மீனா');
  references.mention(0, '@room');
  references.answer({ seq: 9, name: 'A', excerpt: 'x' });
  assert.deepEqual(references.take('@आशा राव and @room'), { replyTo: { seq: 9, name: 'A', excerpt: 'x' }, mentions: [2], everybody: true, names: [[2, '@आशा राव'], [0, '@room']] });
  assert.deepEqual(references.take('@आशा राव'), {}, 'once');
});

test('a name is not found in the beginning of a longer one, and stands for one person', () => {
  const references = new References(5, 1);
  const taken = (body, ...mentioned) => {
    for (const [id, name] of mentioned) references.mention(id, name);
    return references.take(body).mentions ?? [];
  };
  assert.deepEqual(taken('@Ravi Kumar, come', [2, '@Ravi'], [3, '@Ravi Kumar']), [3]);
  assert.deepEqual(taken('@Ravi and @Ravi Kumar', [2, '@Ravi'], [3, '@Ravi Kumar']).sort(), [2, 3]);
  assert.deepEqual(taken('@Raviraj', [2, '@Ravi']), []);
  assert.deepEqual(taken('@मीना', [2, '@मीन']), [], 'a vowel sign goes on');
  assert.deepEqual(taken('@Ravi', [2, '@Ravi'], [4, '@Ravi']), [4], 'the one chosen last');
  assert.deepEqual(taken('hi @A. (B) O’Neil?', [2, '@A. (B) O’Neil']), [2]);
});

test('what could not be sent belongs to the text in the box again', () => {
  const references = new References(5, 1);
  references.mention(2, '@आशा राव');
  references.answer({ seq: 9, name: 'A', excerpt: 'x' });
  const taken = references.take('@आशा राव');
  references.restore(taken);
  assert.deepEqual(references.take('@आशा राव'), taken);
});

test('who is writing is shown for some seconds, or until it has come', () => {
  let time = 0;
  const typists = new Typists(() => time);
  typists.add(1, { id: 2, name: 'Meena' });
  typists.add(1, { id: 3, name: 'Asha' });
  typists.add(2, { id: 4, name: 'Ravi' });
  assert.equal(words(typists.of(1)), 'Meena and Asha are writing …');
  typists.said(1, 2);
  assert.equal(words(typists.of(1)), 'Asha is writing …');
  for (let id = 10; id < 100; id++) typists.add(1, { id, name: `P${id}` });
  assert.equal(words(typists.of(1)), 'Several people are writing …');
  assert.ok(typists.of(1).length <= 5);
  time = 6_001;
  assert.equal(words(typists.of(1)), '');
});

test('a letter’s key is known by where it lies where another script stands on it', () => {
  assert.equal(isLetter('k', { key: 'K', code: 'KeyK' }), true);
  assert.equal(isLetter('k', { key: 'क', code: 'KeyK' }), true, 'InScript');
  assert.equal(isLetter('k', { key: 't', code: 'KeyK' }), false, 'Dvorak');
  assert.equal(isLetter('k', { key: 'k', code: 'KeyV' }), true, 'Dvorak');
});
