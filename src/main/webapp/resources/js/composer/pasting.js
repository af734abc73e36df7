/** Removes characters that no message may contain, keeping the cursor and the browser's undo. */
import { withoutControls } from './text.js';

/**
 * Removes control characters from pasted text before it is inserted, so that it can be undone like typing.
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
 * Removes control characters that came otherwise than by pasting: by dropping, dictation or a script.
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
 * Inserts text at the cursor, as if it were typed.
 * @param {HTMLTextAreaElement} area
 * @param {string} words
 */
function insert(area, words) {
  // Deprecated, but the only way that keeps the browser's undo. Where it does not work, the text is inserted without.
  if (document.execCommand('insertText', false, words)) return;
  area.setRangeText(words, area.selectionStart, area.selectionEnd, 'end');
  area.dispatchEvent(new Event('input', { bubbles: true }));
}
