/**
 * Signing out by one's own hand: on a computer that others use too, nothing that one wrote stays behind. A session that ends
 * otherwise takes nothing along, since whoever it was may come back for it.
 */
import { t } from '../language/words.js';
import { settled } from '../shell/back.js';
import { ask } from '../shell/dialog.js';
import { localStore } from '../shell/storage.js';
import { tidy } from './text.js';

/** Drafts and texts that were not sent are stored as texts, edits by number, pending messages as objects. */
const KINDS = ['draft', 'edits', 'outbox'];

/** Whose sign-out is under way. The page that is shown next knows whether it was done. */
const LEAVING = 'hostel.leaving';

/**
 * @param {() => void} [going] told when one really leaves
 * @param {() => string} [box] what stands in the box, which a browser that keeps nothing holds nowhere else
 */
export function startLeaving(going, box) {
  if (document.getElementById('login')) forgetWhoLeft();
  const form = document.getElementById('leave');
  if (!(form instanceof HTMLFormElement)) return;
  // One is still signed in: it was not done.
  localStore()?.removeItem(LEAVING);
  const user = form.dataset.me ?? '';
  let sure = false;
  form.addEventListener('submit', async (event) => {
    const quote = sure ? '' : unsent(user) || tidy(box?.() ?? '');
    if (quote) {
      event.preventDefault();
      sure = await ask({
        title: t('composer.leave.title'),
        words: t('composer.leave.words'),
        quote,
        yes: t('composer.leave.yes'),
        no: t('composer.leave.no'),
      });
      if (!sure) return;
      await settled();
      // The same button again: it says whether to sign out here or everywhere.
      /** @type {HTMLButtonElement | null} */ (event.submitter)?.click();
      return;
    }
    // Only noted: on a line that breaks just now one stays signed in, and wants the words back.
    localStore()?.setItem(LEAVING, user);
    going?.();
  });
}

/** On the sign-in page: somebody has signed out. */
function forgetWhoLeft() {
  const user = localStore()?.getItem(LEAVING);
  if (!user) return;
  for (const key of [LEAVING, ...keys(user)]) localStore()?.removeItem(key);
}

/**
 * @param {string} user
 * @returns {string} a text that was not sent; empty if there is none
 */
function unsent(user) {
  for (const key of keys(user)) {
    const text = tidy(textOf(localStore()?.getItem(key) ?? ''));
    if (text) return text;
  }
  return '';
}

/** @param {string} stored */
function textOf(stored) {
  try {
    const value = JSON.parse(stored);
    if (typeof value === 'object' && value) return String(value.body ?? Object.values(value)[0] ?? '');
  } catch {
    // A draft is no JSON.
  }
  return stored;
}

/** @param {string} user */
function keys(user) {
  const prefixes = KINDS.map((kind) => `hostel.${kind}.${user}.`);
  return Object.keys(localStore() ?? {}).filter((key) => prefixes.some((prefix) => key.startsWith(prefix)));
}
