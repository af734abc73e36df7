import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { byName, list, number } from '../../main/webapp/resources/js/language/locale.js';
import { counted, formOf, pieces, t } from '../../main/webapp/resources/js/language/words.js';
import { dayName, forgetZone, fullTime, shortTime } from '../../main/webapp/resources/js/timeline/days.js';
import { bundleOf } from './support/english.js';

const english = globalThis.hostelWords;

/** Makes the page speak another language, as the server does: what that lacks is in English. */
function speak(lang, words = bundleOf(lang)) {
  globalThis.document = { documentElement: { lang, dir: lang === 'ur' ? 'rtl' : 'ltr' } };
  globalThis.hostelWords = { ...english, ...words };
  forgetZone();
}

afterEach(() => {
  delete globalThis.document;
  globalThis.hostelWords = english;
  forgetZone();
});

test('values stand where the sentence has room for them, names as they are', () => {
  assert.equal(t('roommenu.remove.title', { name: 'Renée D’Souza', room: '$& {name}' }), 'Take Renée D’Souza out of “$& {name}”?');
  assert.equal(t('live.notice.new', {}), 'New notice: {title}');
  assert.equal(t('live.notice.new', { title: '{title}' }), 'New notice: {title}');
});

test('a text that is missing shows its key, and throws nothing', () => {
  assert.equal(t('no.such.text', { name: 'Asha' }), 'no.such.text');
  assert.equal(counted('no.such.text', 2), 'no.such.text.other');
  globalThis.hostelWords = undefined;
  assert.equal(t('shell.close'), 'shell.close');
});

test('English says none like many', () => {
  assert.deepEqual([0, 1, 2].map((count) => counted('timeline.new.below', count)), ['0 new messages', '1 new message', '2 new messages']);
});

test('Hindi says none like one', () => {
  speak('hi', { 'x.one': '{count} नया', 'x.other': '{count} नए' });
  assert.deepEqual([0, 1, 2].map((count) => counted('x', count)), ['0 नया', '1 नया', '2 नए']);
});

test('a language without a form for one uses the other, one without the text uses English', () => {
  speak('ta', { 'x.other': '{count} புதியவை' });
  assert.equal(counted('x', 1), '1 புதியவை');
  assert.equal(t('api.unknown.not.translated'), 'api.unknown.not.translated');
  speak('ta', {});
  assert.equal(t('shell.close'), 'Close');
});

test('a sentence in pieces has the elements in it, wherever the language puts them', () => {
  const node = /** @type {any} */ ({ element: true });
  assert.deepEqual(pieces(formOf('shell.rooms.unread', 3), { count: node }), [node, ' unread']);
  speak('hi', { 'shell.rooms.unread.other': 'बिना पढ़े: {count}' });
  assert.deepEqual(pieces(formOf('shell.rooms.unread', 3), { count: node }), ['बिना पढ़े: ', node]);
});

test('a name that runs the other way than the page is kept in one piece', () => {
  assert.equal(t('roommenu.removed', { name: 'عائشہ 2' }), '\u2068عائشہ 2\u2069 is taken out.');
  assert.equal(t('roommenu.removed', { name: 'प्रिया' }), 'प्रिया is taken out.');
  speak('ur', { 'roommenu.removed': '{name} کو نکال دیا گیا۔' });
  assert.equal(t('roommenu.removed', { name: 'Asha' }), '\u2068Asha\u2069 کو نکال دیا گیا۔');
});

test('numbers are grouped as the language does, with digits from 0 to 9', () => {
  assert.equal(number(12345), '12,345');
  for (const lang of ['hi', 'mr', 'bn', 'ur', 'ta', 'te']) {
    speak(lang, {});
    assert.match(number(1234567), /^1,?2,?34,?567$/, lang);
    assert.match(shortTime(Date.UTC(2026, 2, 9, 12)), /[0-9]/, lang);
    assert.doesNotMatch(fullTime(Date.UTC(2026, 2, 9, 12)), /[०-९০-৯۰-۹]/u, lang);
  }
});

test('days are named in the language of the page', () => {
  speak('hi', { 'timeline.day.today': 'आज' });
  const now = new Date(2026, 2, 10, 12).getTime();
  assert.equal(dayName(now, now), 'आज');
  assert.match(dayName(new Date(2026, 2, 2).getTime(), now), /मार्च/);
});

test('an hour and its AM keep their places in a line from right to left', () => {
  speak('ur', {});
  assert.match(fullTime(Date.UTC(2026, 2, 9, 12)), /\u2066\d+:\d+\s[AP]M\u2069/);
  speak('hi', {});
  assert.doesNotMatch(fullTime(Date.UTC(2026, 2, 9, 12)), /\u2066/);
});

test('the pseudo-language of the tests counts and dates like English', () => {
  speak('en-XA', {});
  assert.equal(counted('timeline.new.below', 1), '1 new message');
  assert.match(fullTime(Date.UTC(2026, 2, 9, 12)), /March/);
});

test('lists and the order of names', () => {
  assert.equal(list(['you', 'made this room', 'online']), 'you, made this room, online');
  assert.equal(list(['you']), 'you');
  assert.deepEqual(['Zoya', 'Élodie', 'anu'].sort(byName), ['anu', 'Élodie', 'Zoya']);
  speak('ur', {});
  assert.match(list(['آپ', 'کمرہ بنایا', 'آن لائن']), /^آپ، ?کمرہ بنایا،? (?:اور )?آن لائن$/);
});
