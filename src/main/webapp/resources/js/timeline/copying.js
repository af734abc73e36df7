/** Copies several messages at once: author, time and text of each, in order, without the buttons between them. */
import { t } from '../language/words.js';
import { middleTime } from './days.js';

/** @typedef {{name: string, at: number}} Author */

/** @param {(row: HTMLElement) => Author | undefined} authorOf the author of a row; undefined if it is not a message */
export function startCopying(authorOf) {
  document.addEventListener('copy', (event) => {
    const selection = getSelection();
    if (!selection || !event.clipboardData || isInField(event.target)) return;
    const messages = selected(selection, authorOf);
    // Within one message the browser copies exactly what is selected.
    if (messages.length < 2) return;
    event.preventDefault();
    event.clipboardData.setData('text/plain', asText(messages));
  });
}

/** @param {(Author & {words: string})[]} messages */
export function asText(messages) {
  return messages.map(({ name, at, words }) => `${t('timeline.by', { name, time: middleTime(at) })}\n${words}`).join('\n\n');
}

/** @param {EventTarget | null} target */
function isInField(target) {
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
}

/**
 * @param {Selection} selection
 * @param {(row: HTMLElement) => Author | undefined} authorOf
 */
function selected(selection, authorOf) {
  const ranges = Array.from({ length: selection.rangeCount }, (_, i) => selection.getRangeAt(i));
  const found = [];
  for (const row of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('#rows .message'))) {
    const body = row.querySelector('.message-body');
    const words = body ? ranges.map((range) => within(range, body)).join('') : '';
    const author = words && authorOf(row);
    if (author) found.push({ name: author.name, at: author.at, words });
  }
  return found;
}

/**
 * @param {Range} range
 * @param {Element} element
 * @returns {string} the selected part of its text
 */
function within(range, element) {
  if (!range.intersectsNode(element)) return '';
  const part = document.createRange();
  part.selectNodeContents(element);
  if (range.compareBoundaryPoints(Range.START_TO_START, part) > 0) part.setStart(range.startContainer, range.startOffset);
  if (range.compareBoundaryPoints(Range.END_TO_END, part) < 0) part.setEnd(range.endContainer, range.endOffset);
  return part.toString();
}
