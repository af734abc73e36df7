/** The keys of the chat page as a whole; those of the box, the rows and the menus are theirs. */
import { showKeys } from './dialog.js';
import { byId } from './dom.js';

/** @param {() => void} toEnd */
export function startKeys(toEnd) {
  byId('keys', HTMLButtonElement).addEventListener('click', showKeys);
  addEventListener('keydown', (event) => {
    if (event.key !== '/' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    // Pressed again, or held down: one list is enough.
    if (!document.querySelector('dialog')) showKeys();
  });
  byId('timeline', HTMLElement).addEventListener('keydown', (event) => {
    if (event.key !== 'End' || event.target !== event.currentTarget) return;
    event.preventDefault();
    toEnd();
  });
}
