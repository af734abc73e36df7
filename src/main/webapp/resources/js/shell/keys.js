/** The keys of the chat page as a whole; those of the box, the rows and the menus are theirs. */
import { showKeys } from './dialog.js';
import { byId } from './dom.js';

/**
 * @param {object} to
 * @param {() => void} to.end
 * @param {() => void} to.box
 * @param {() => void} to.jump
 */
export function startKeys({ end, box, jump }) {
  byId('keys', HTMLButtonElement).addEventListener('click', showKeys);
  addEventListener('keydown', (event) => {
    const open = (event.ctrlKey || event.metaKey) && !event.altKey && { '/': showKeys, k: jump }[event.key.toLowerCase()];
    if (!open) return;
    event.preventDefault();
    // Pressed again, or held down: one of them is enough.
    if (!document.querySelector('dialog')) open();
  });
  const talk = byId('timeline', HTMLElement);
  talk.addEventListener('keydown', (event) => {
    // In the talk itself or on a message; in a menu or a field the key has another meaning.
    if (event.key !== 'End' || !(event.target instanceof Element && event.target.matches('#timeline, .message'))) return;
    event.preventDefault();
    end();
  });
  // The key itself then goes where the focus is by that time. What one pastes, too.
  document.addEventListener('keydown', (event) => {
    const { target } = event;
    if (!event.defaultPrevented && (target === document.body || (target instanceof Node && talk.contains(target))) && isWriting(event)) box();
  });
}

/**
 * Whether a key writes something, or begins to. A blank does not: it scrolls, and presses buttons.
 * @param {KeyboardEvent} event
 */
export function isWriting(event) {
  const { key, ctrlKey, metaKey, altKey } = event;
  // Keys of an input method, and accents that wait for their letter.
  if (event.isComposing || event.keyCode === 229 || key === 'Dead') return true;
  if ((ctrlKey || metaKey) && !altKey) return key.toLowerCase() === 'v';
  // On many keyboards AltGr shows itself as Ctrl and Alt together.
  const modified = (ctrlKey || metaKey || altKey) && !event.getModifierState('AltGraph');
  return key !== ' ' && [...key].length === 1 && !modified;
}
