/** Interprets keys in the composer. */
import { t } from '../language/words.js';

/** On-screen keyboards have no convenient Shift key: there Enter begins a new line, and the button sends. */
const byTouch = () => matchMedia('(hover: none) and (pointer: coarse)').matches;

/**
 * @param {KeyboardEvent} event
 * @returns {'send' | 'edit' | 'cancel' | ''} send the text, edit one's last message, cancel an edit; empty for keys that type
 */
export function meaningOf(event) {
  // Keys that an input method handles; older browsers report them with code 229.
  if (event.isComposing || event.keyCode === 229) return '';
  if (event.key === 'Enter' && !event.shiftKey && !event.altKey && (!byTouch() || event.ctrlKey || event.metaKey)) return 'send';
  if (event.key === 'ArrowUp') return 'edit';
  return event.key === 'Escape' ? 'cancel' : '';
}

/** The note while one edits. On phones it does not mention Esc; there is a button beside it. */
export const editing = () => t(byTouch() ? 'composer.editing' : 'composer.editing.keys');
