/** What of the house is open beside the talk: a panel at a time on a phone, folded or not on a wide screen. */
import { localStore } from './storage.js';

const FOLDS = /** @type {const} */ (['side', 'here']);

/** @param {() => void} changed another panel is open */
export function startPanels(changed) {
  const { body } = document;
  const tabs = /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('[data-open-panel]'));
  const open = (/** @type {string} */ panel) => {
    body.dataset.panel = panel;
    for (const tab of tabs) {
      if (tab.dataset.openPanel === panel) tab.setAttribute('aria-current', 'true');
      else tab.removeAttribute('aria-current');
    }
    changed();
  };
  for (const tab of tabs) tab.addEventListener('click', () => open(tab.dataset.openPanel ?? 'talk'));
  addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && body.dataset.panel !== 'talk') open('talk');
  });
  open('talk');
  for (const side of FOLDS) startFold(side);
}

/** @param {'side' | 'here'} side */
function startFold(side) {
  const button = document.getElementById(`fold-${side}`);
  const panel = document.getElementById(side);
  if (!button || !panel) return;
  const storage = localStore();
  const key = `hostel.fold.${side}`;
  const isOpen = () => getComputedStyle(panel).display !== 'none';
  const apply = (/** @type {string} */ state) => {
    document.body.dataset[side] = state;
    button.setAttribute('aria-expanded', String(isOpen()));
  };
  apply(storage?.getItem(key) ?? '');
  button.addEventListener('click', () => {
    const state = isOpen() ? 'folded' : 'open';
    apply(state);
    storage?.setItem(key, state);
  });
  addEventListener('resize', () => button.setAttribute('aria-expanded', String(isOpen())));
}
