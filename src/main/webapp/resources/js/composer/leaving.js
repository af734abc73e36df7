/**
 * Signing out by one's own hand: on a computer that others use too, nothing that one wrote stays behind. A session that ends
 * otherwise takes nothing along, since whoever it was may come back for it.
 */
import { localStore } from '../shell/storage.js';

const KINDS = ['draft', 'edits', 'outbox'];

/** @param {() => void} [going] told when one really leaves */
export function startLeaving(going) {
  const form = document.getElementById('leave');
  if (!(form instanceof HTMLFormElement)) return;
  const user = form.dataset.me ?? '';
  form.addEventListener('submit', (event) => {
    if (keys(user, ['outbox']).length && !confirm('What you wrote here has not all been sent yet. Sign out all the same? It is thrown away then.')) {
      event.preventDefault();
      return;
    }
    for (const key of keys(user, KINDS)) localStore()?.removeItem(key);
    going?.();
  });
}

/**
 * @param {string} user
 * @param {string[]} kinds
 */
function keys(user, kinds) {
  const prefixes = kinds.map((kind) => `hostel.${kind}.${user}.`);
  return Object.keys(localStore() ?? {}).filter((key) => prefixes.some((prefix) => key.startsWith(prefix)));
}
