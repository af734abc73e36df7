/** Keeps out of a text what no message can hold, without losing the cursor or the browser's undo. */
import { withoutControls } from './text.js';

/**
 * What is pasted loses its control characters on the way in, so that it can be undone like anything that is typed.
 * @param {HTMLTextAreaElement} area
 * @param {ClipboardEvent} event
 */
export function pasteClean(area, event) {
  const pasted = event.clipboardData?.getData('text/plain') ?? '';
  const clean = withoutControls(pasted);
  if (clean === pasted.replace(/\r\n?/g, '\n') || area.readOnly) return;
  event.preventDefault();
  insert(area, clean);
}

/**
 * Drops those that came by another way than a paste: dropped, spoken, put there by a script.
 * @param {HTMLTextAreaElement} area
 */
export function dropControls(area) {
  const clean = withoutControls(area.value);
  if (clean === area.value) return;
  const caret = withoutControls(area.value.slice(0, area.selectionStart)).length;
  area.value = clean;
  area.setSelectionRange(caret, caret);
}

/**
 * Puts text where the cursor is, as if it were typed.
 * @param {HTMLTextAreaElement} area
 * @param {string} words
 */
function insert(area, words) {
  // The one way that keeps the browser's undo; where it does not work the text counts more.
  if (document.execCommand('insertText', false, words)) return;
  area.setRangeText(words, area.selectionStart, area.selectionEnd, 'end');
  area.dispatchEvent(new Event('input', { bubbles: true }));
}
