/** The preview of a notice in the banner: its first words after salutations and headings. Pure: no document. */

/** Salutations in the scripts that residents write; they extend to the next break. */
const GREETINGS = [
  'dear', 'hello', 'hi', 'hey', 'greetings', 'respected', 'esteemed', 'good morning', 'good afternoon', 'good evening', 'good day', 'namaste',
  'namaskar', 'vanakkam', 'salaam', 'to all',
  'प्रिय', 'नमस्ते', 'नमस्कार', 'आदरणीय', 'माननीय', 'सम्माननीय', 'मान्यवर', 'सुप्रभात',
  'அன்பார்ந்த', 'அன்பான', 'அன்புள்ள', 'அன்பு', 'மதிப்பிற்குரிய', 'வணக்கம்', 'காலை வணக்கம்', 'மாலை வணக்கம்',
  'ప్రియమైన', 'గౌరవనీయులైన', 'నమస్కారం', 'నమస్తే', 'ಪ್ರಿಯ', 'ಆತ್ಮೀಯ', 'ನಮಸ್ಕಾರ', 'പ്രിയപ്പെട്ട', 'പ്രിയ', 'നമസ്കാരം',
  'প্রিয়', 'শ্রদ্ধেয়', 'নমস্কার', 'પ્રિય', 'નમસ્તે', 'નમસ્કાર', 'ਪਿਆਰੇ', 'ਸਤ ਸ੍ਰੀ ਅਕਾਲ', 'ପ୍ରିୟ', 'ନମସ୍କାର',
  'محترم', 'عزیز', 'پیارے', 'السلام علیکم', 'السلام عليكم', 'آداب', 'مرحبا', 'sevgili', 'merhaba', '亲爱的', '尊敬的', '各位', '大家好',
].map(fold);
/** Headings without content, such as 'Important notice:'. */
const LABELS = ['notice', 'circular', 'attention', 'important', 'urgent', 'सूचना', 'ध्यान दें', 'அறிவிப்பு', 'கவனம்'].map(fold);

/**
 * What ends a salutation: the end of a line, clause or sentence. A full stop, comma or colon within a word, number, time or
 * address does not.
 */
const BREAK = /[\n!;।॥،۔，！：。]\s*|[,:.?؟—–](?=\s|$)\s*/u;
const MOST_WORDS = 9;
/** The most words of a sentence that counts as a salutation; a clause may have more. */
const MOST_WORDS_OF_SENTENCE = 5;
const MOST_WORDS_OF_LABEL = 3;
const SAYS_SOMETHING = /[\p{L}\p{N}]/u;

/** @param {string} text */
function fold(text) {
  return text.normalize('NFKD').toLowerCase();
}

/**
 * The text from its first sentence with content, on one line; the whole text if there is none.
 * @param {string} text
 */
export function preview(text) {
  let rest = text.trim();
  for (let next = skip(rest); next !== null; next = skip(rest)) rest = next;
  return rest.replace(/\s+/gu, ' ');
}

/**
 * @param {string} text
 * @returns {string | null} the text after the salutation or ornament at its beginning; null if there is neither
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
 * Whether the first word goes on after the greeting: 'hidden' does not begin with the greeting 'hi'. Chinese writes no blanks
 * between words.
 * @param {string} clause
 * @param {string} greeting
 */
function continues(clause, greeting) {
  return !/\p{Script=Han}/u.test(greeting) && /[\p{L}\p{M}\p{N}]/u.test(clause[greeting.length] ?? '');
}
