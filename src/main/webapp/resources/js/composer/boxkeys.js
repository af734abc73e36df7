/** What a key means that is pressed in the box. */
import { t } from '../language/words.js';

/** A finger has no Shift key at hand: there Enter makes a line, and the button sends. */
const byTouch = () => matchMedia('(hover: none) and (pointer: coarse)').matches;

/**
 * @param {KeyboardEvent} event
 * @returns {'send' | 'edit' | 'cancel' | ''} to send what stands there, to edit one's last message, to give an edit up; empty for what types
 */
export function meaningOf(event) {
  // Keys that an input method takes for itself; 229 is what older browsers say then.
  if (event.isComposing || event.keyCode === 229) return '';
  if (event.key === 'Enter' && !event.shiftKey && !event.altKey && (!byTouch() || event.ctrlKey || event.metaKey)) return 'send';
  if (event.key === 'ArrowUp') return 'edit';
  return event.key === 'Escape' ? 'cancel' : '';
}

/** What is said while one edits. A phone has no Esc key; there is a button beside these words. */
export const editing = () => t(byTouch() ? 'composer.editing' : 'composer.editing.keys');
