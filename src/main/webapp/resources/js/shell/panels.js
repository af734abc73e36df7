/** What of the house is open beside the talk: a panel at a time on a phone, folded or not on a wide screen. */
import { layerOpened } from './back.js';
import { localStore } from './storage.js';

const FOLDS = /** @type {const} */ ({ side: 'here', here: 'side' });
/** Where only one of the two fits beside the talk. */
const ONE_AT_A_TIME = '(min-width: 48rem) and (max-width: 67.99rem)';

/** Panels that on a phone take the place of the talk, by what opens them: their ids, and what they are otherwise. */
const INSTEAD = /** @type {const} */ ({ rooms: ['side', 'navigation'], here: ['here', 'complementary'] });

/** @param {() => void} changed another panel is open */
export function startPanels(changed) {
  const { body } = document;
  const tabs = /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('[data-open-panel]'));
  let closed = () => {};
  const open = (/** @type {string} */ panel) => {
    body.dataset.panel = panel;
    // One panel instead of another is still one step away from the talk.
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
 * What alone is to be seen is what the page is about: who listens to it finds it like the talk, as its main part and first title.
 *
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

/** Both: one may have folded the other, and so may the width of the screen. */
function tellFolds() {
  for (const side of Object.keys(FOLDS)) document.getElementById(`fold-${side}`)?.setAttribute('aria-expanded', String(isOpen(side)));
}
