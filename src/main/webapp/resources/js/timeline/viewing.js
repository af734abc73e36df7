/** Opens pictures of messages in the viewer, which is fetched when it is first used. */
import { isRightToLeft } from '../language/locale.js';
import { t } from '../language/words.js';
import { showDialog } from '../shell/dialog.js';
import { el, icon } from '../shell/dom.js';
import { importing } from '../shell/importing.js';
import { sizeOf } from './files.js';

const TOOLS = { el, icon, isRightToLeft, showDialog, sizeOf, t };
/** @typedef {typeof TOOLS} ViewerTools */

const load = importing(() => import('../attach/viewer.js'));

/** @param {HTMLElement} rows */
export function startViewing(rows) {
  rows.addEventListener('click', async (event) => {
    const link = event.target instanceof Element ? event.target.closest('a.files-picture') : null;
    // With a modifier key the browser opens it elsewhere.
    if (!(link instanceof HTMLAnchorElement) || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    try {
      const { openViewer } = await load();
      const links = /** @type {HTMLAnchorElement[]} */ ([...rows.querySelectorAll('a.files-picture')]);
      await openViewer(TOOLS, links, links.indexOf(link));
    } catch {
      open(link.href, '_blank', 'noopener');
    }
  });
}
