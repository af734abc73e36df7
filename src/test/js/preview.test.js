import assert from 'node:assert/strict';
import { test } from 'node:test';
import { preview } from '../../main/webapp/resources/js/notices/preview.js';

const WORDS = {
  'Dear residents,\n\nNo water on Sunday.': 'No water on Sunday.',
  'Dear Residents, the gate closes at ten.\nRing the bell.': 'the gate closes at ten. Ring the bell.',
  'DEAR STUDENTS AND STAFF OF BLOCK B,\nFees are due.': 'Fees are due.',
  'Good morning! Dear all, breakfast is late.': 'breakfast is late.',
  'Respected Sir/Madam,\nThe lift is out of order.': 'The lift is out of order.',
  'Hello everyone.\n\nThe mess is closed.': 'The mess is closed.',
  'Namaste 🙏\nYoga at six.': 'Yoga at six.',
  '***** NOTICE *****\n\nAll students return their keys.': 'All students return their keys.',
  'Important notice:\nBring your card.': 'Bring your card.',
  '-----\nThe gate.': 'The gate.',
  'प्रिय निवासियों,\n\nशनिवार को ९ से १३ बजे तक पानी नहीं आएगा।': 'शनिवार को ९ से १३ बजे तक पानी नहीं आएगा।',
  'नमस्ते! प्रिय छात्रों, कल छुट्टी है।': 'कल छुट्टी है।',
  'आदरणीय महोदय/महोदया,\nलिफ़्ट बंद है।': 'लिफ़्ट बंद है।',
  'सूचना:\nकल गेट बंद रहेगा।': 'कल गेट बंद रहेगा।',
  'அன்பார்ந்த மாணவர்களே,\n\nஞாயிற்றுக்கிழமை மாலை உணவு இல்லை.': 'ஞாயிற்றுக்கிழமை மாலை உணவு இல்லை.',
  'வணக்கம்! அன்பு நண்பர்களே, நாளை விடுமுறை.': 'நாளை விடுமுறை.',
  'அறிவிப்பு\nநூலகம் மூடப்படும்.': 'நூலகம் மூடப்படும்.',
  'প্রিয় আবাসিকবৃন্দ,\nআজ জল নেই।': 'আজ জল নেই।',
  'محترم طلباء،\nرات دس بجے تک چائے ملے گی۔': 'رات دس بجے تک چائے ملے گی۔',
  '各位同学：\n星期六清洗水箱。': '星期六清洗水箱。',
};

for (const [text, words] of Object.entries(WORDS)) test(JSON.stringify(text), () => assert.equal(preview(text), words));

/** What says something is not taken for a salutation. */
for (const text of [
  'No water on Sunday.',
  'Hidden keys, lost cards: the office has them.',
  'Dear residents,',
  'Hello!',
  'Notice period for rooms ends on Friday. Come to the office.',
  'Important documents must be handed in by Friday, or you pay.',
  'All residents must return their keys, also the new ones.',
  'Hi-fi speakers in the common room are broken.',
  'Attention seekers club meets at six today, in the hall.',
  'Tomorrow, no water.',
  'Urgent 8:30 pm meeting',
  'Notice 2,500 rupees are due',
  'Dear all see https://forms.gle/abc',
  'Hi all water is off tomorrow from 6:00 to 8:00',
  'At 9.30 p.m. the gate closes.',
  'शनिवार को पानी नहीं आएगा।',
  'நாளை, உணவு இல்லை.',
  '🎬🍿',
  '',
]) test(`stays: ${text}`, () => assert.equal(preview(text), text));

test('white space is shown as one gap, and any text ends', () => {
  assert.equal(preview('  Dear all,\n\n\n a \t b\nc '), 'a b c');
  assert.equal(preview('Dear '.repeat(1000)), 'Dear '.repeat(1000).trim());
  assert.equal(preview('hi, '.repeat(1300)), 'hi,');
  assert.equal(preview('-\n'.repeat(2000)), '-\n'.repeat(2000).trim().replace(/\s+/g, ' '));
});
