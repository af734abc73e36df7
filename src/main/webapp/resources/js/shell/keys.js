/** Keyboard shortcuts of the whole chat page; those of the composer, the messages and menus are theirs. */
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
    const open = (event.ctrlKey || event.metaKey) && !event.altKey && (isLetter('k', event) ? jump : event.key === '/' || event.code === 'Slash' ? showKeys : null);
    if (!open) return;
    event.preventDefault();
    // Repeated or held down: one dialog is enough.
    if (!document.querySelector('dialog')) open();
  });
  const talk = byId('timeline', HTMLElement);
  talk.addEventListener('keydown', (event) => {
    // Only with the focus on the messages; in a menu or a field the key has another meaning.
    if (event.key !== 'End' || !(event.target instanceof Element && event.target.matches('#timeline, .message'))) return;
    event.preventDefault();
    end();
  });
  // Moves the focus to the composer before the key or the pasted text is delivered.
  document.addEventListener('keydown', (event) => {
    const { target } = event;
    if (!event.defaultPrevented && (target === document.body || (target instanceof Node && talk.contains(target))) && isWriting(event)) box();
  });
}

/**
 * Whether a key is that of a Latin letter: by what stands on it, or by where it lies on keyboards whose letters are of another script,
 * such as InScript.
 * @param {string} letter
 * @param {Pick<KeyboardEvent, 'key' | 'code'>} event
 */
export function isLetter(letter, { key, code }) {
  return key.toLowerCase() === letter || (code?.toLowerCase() === `key${letter}` && !/^[\p{Script=Latin}]$/u.test(key));
}

/**
 * Whether a key writes something, or begins to. A blank does not: it scrolls, and presses buttons.
 * @param {KeyboardEvent} event
 */
export function isWriting(event) {
  const { key, ctrlKey, metaKey, altKey } = event;
  // Keys of an input method, and accents that combine with the next letter.
  if (event.isComposing || event.keyCode === 229 || key === 'Dead') return true;
  if ((ctrlKey || metaKey) && !altKey) return isLetter('v', event);
  // On many keyboards AltGr shows itself as Ctrl and Alt together.
  const modified = (ctrlKey || metaKey || altKey) && !event.getModifierState('AltGraph');
  return key !== ' ' && [...key].length === 1 && !modified;
}
