/** The panels beside the messages: one at a time on a phone, collapsible on a wide screen. */
import { layerOpened } from './back.js';
import { localStore } from './storage.js';

const FOLDS = /** @type {const} */ ({ side: 'here', here: 'side' });
/** Widths at which only one of the two panels fits beside the messages. */
const ONE_AT_A_TIME = '(min-width: 48rem) and (max-width: 67.99rem)';

/** Panels that replace the messages on a phone, by what opens them: their ids, and their roles otherwise. */
const INSTEAD = /** @type {const} */ ({ rooms: ['side', 'navigation'], here: ['here', 'complementary'] });

/** @param {() => void} changed called when another panel is opened */
export function startPanels(changed) {
  const { body } = document;
  const tabs = /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('[data-open-panel]'));
  let closed = () => {};
  const open = (/** @type {string} */ panel) => {
    body.dataset.panel = panel;
    // Replacing one panel by another needs no further entry in the history.
    closed();
    closed = panel === 'talk' ? () => {} : layerOpened(() => open('talk'));
    for (const tab of tabs) {
      if (tab.dataset.openPanel === panel) tab.setAttribute('aria-current', 'true');
      else tab.removeAttribute('aria-current');
    }
    for (const [name, [id, role]] of Object.entries(INSTEAD)) beMain(document.getElementById(id), name === panel, role);
    changed();
  };
  for (const tab of tabs) tab.addEventListener('click', () => open(tab.dataset.openPanel ?? 'talk'));
  addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && body.dataset.panel !== 'talk') open('talk');
  });
  open('talk');
  startFold('side');
  startFold('here');
  tellFolds();
  addEventListener('resize', tellFolds);
}

/**
 * A panel that fills the screen becomes the main landmark and has the first heading, for screen readers.
 * @param {HTMLElement | null} panel
 * @param {boolean} alone
 * @param {string} role
 */
function beMain(panel, alone, role) {
  panel?.setAttribute('role', alone ? 'main' : role);
  const title = panel?.querySelector('h2');
  if (alone) title?.setAttribute('aria-level', '1');
  else title?.removeAttribute('aria-level');
}

/** @param {keyof FOLDS} side */
function startFold(side) {
  const storage = localStore();
  const key = `hostel.fold.${side}`;
  document.body.dataset[side] = storage?.getItem(key) ?? '';
  document.getElementById(`fold-${side}`)?.addEventListener('click', () => {
    const state = isOpen(side) ? 'folded' : 'open';
    document.body.dataset[side] = state;
    storage?.setItem(key, state);
    if (state === 'open' && matchMedia(ONE_AT_A_TIME).matches) document.body.dataset[FOLDS[side]] = 'folded';
    tellFolds();
  });
}

/** @param {string} side */
function isOpen(side) {
  const panel = document.getElementById(side);
  return !!panel && getComputedStyle(panel).display !== 'none';
}

/** Both buttons: collapsing one panel or the width of the screen may have changed the other. */
function tellFolds() {
  for (const side of Object.keys(FOLDS)) document.getElementById(`fold-${side}`)?.setAttribute('aria-expanded', String(isOpen(side)));
}
