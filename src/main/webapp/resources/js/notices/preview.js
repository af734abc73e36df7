/** What of a notice stands in the banner: its first words that say something. Pure: no document. */

/** What letters begin with, in the scripts that residents write; what follows it up to the next break is a salutation. */
const GREETINGS = [
  'dear', 'hello', 'hi', 'hey', 'greetings', 'respected', 'esteemed', 'good morning', 'good afternoon', 'good evening', 'good day', 'namaste',
  'namaskar', 'vanakkam', 'salaam', 'to all',
  'प्रिय', 'नमस्ते', 'नमस्कार', 'आदरणीय', 'माननीय', 'सम्माननीय', 'मान्यवर', 'सुप्रभात',
  'அன்பார்ந்த', 'அன்பான', 'அன்புள்ள', 'அன்பு', 'மதிப்பிற்குரிய', 'வணக்கம்', 'காலை வணக்கம்', 'மாலை வணக்கம்',
  'ప్రియమైన', 'గౌరవనీయులైన', 'నమస్కారం', 'నమస్తే', 'ಪ್ರಿಯ', 'ಆತ್ಮೀಯ', 'ನಮಸ್ಕಾರ', 'പ്രിയപ്പെട്ട', 'പ്രിയ', 'നമസ്കാരം',
  'প্রিয়', 'শ্রদ্ধেয়', 'নমস্কার', 'પ્રિય', 'નમસ્તે', 'નમસ્કાર', 'ਪਿਆਰੇ', 'ਸਤ ਸ੍ਰੀ ਅਕਾਲ', 'ପ୍ରିୟ', 'ନମସ୍କାର',
  'محترم', 'عزیز', 'پیارے', 'السلام علیکم', 'السلام عليكم', 'آداب', 'مرحبا', 'sevgili', 'merhaba', '亲爱的', '尊敬的', '各位', '大家好',
].map(fold);
/** Words that head a notice and say nothing themselves: 'Important notice:'. */
const LABELS = ['notice', 'circular', 'attention', 'important', 'urgent', 'सूचना', 'ध्यान दें', 'அறிவிப்பு', 'கவனம்'].map(fold);

/** What ends a salutation: a line, a clause, a sentence. A full stop, comma or colon within a word, a number, a time or an address ends nothing. */
const BREAK = /[\n!;।॥،۔，！：。]\s*|[,:.?؟—–](?=\s|$)\s*/u;
const MOST_WORDS = 9;
/** A sentence that begins like a salutation may say something; a clause seldom does. */
const MOST_WORDS_OF_SENTENCE = 5;
const MOST_WORDS_OF_LABEL = 3;
const SAYS_SOMETHING = /[\p{L}\p{N}]/u;

/** @param {string} text */
function fold(text) {
  return text.normalize('NFKD').toLowerCase();
}

/**
 * The text from its first sentence on that says something, on one line. The whole of it if there is nothing else.
 * @param {string} text
 */
export function preview(text) {
  let rest = text.trim();
  for (let next = skip(rest); next !== null; next = skip(rest)) rest = next;
  return rest.replace(/\s+/gu, ' ');
}

/**
 * @param {string} text
 * @returns {string | null} what follows the salutation or the ornament that it begins with; null if it begins with neither
 */
function skip(text) {
  const found = BREAK.exec(text);
  if (!found) return null;
  const clause = text.slice(0, found.index);
  const rest = text.slice(found.index + found[0].length).trim();
  if (!SAYS_SOMETHING.test(rest)) return null;
  if (!SAYS_SOMETHING.test(clause)) return rest;
  return isSalutation(clause.trim(), found[0]) ? rest : null;
}

/**
 * @param {string} clause
 * @param {string} end what it ends by
 */
function isSalutation(clause, end) {
  const words = clause.split(/\s+/u).length;
  const folded = fold(clause).replace(/^[^\p{L}\p{N}]+/u, '');
  const begins = (/** @type {string} */ greeting) => folded.startsWith(greeting) && !continues(folded, greeting);
  if (words <= MOST_WORDS_OF_LABEL && LABELS.some(begins)) return true;
  return words <= (/[,:!،，！：]/u.test(end) ? MOST_WORDS : MOST_WORDS_OF_SENTENCE) && GREETINGS.some(begins);
}

/**
 * Whether the word goes on after the greeting: 'hidden' is no 'hi'. Chinese has no gaps between words.
 * @param {string} clause
 * @param {string} greeting
 */
function continues(clause, greeting) {
  return !/\p{Script=Han}/u.test(greeting) && /[\p{L}\p{M}\p{N}]/u.test(clause[greeting.length] ?? '');
}
