/**
 * Signing out deliberately: deletes everything that the person wrote from the browser, which others may use too. When a
 * session ends otherwise it is kept, because the person may come back for it.
 */
import { t } from '../language/words.js';
import { settled } from '../shell/back.js';
import { ask } from '../shell/dialog.js';
import { forgetFiles, localStore, sessionStore } from '../shell/storage.js';
import { tidy } from './text.js';

/** Kinds of stored data: drafts and unsent texts are stored as text, edits by number, pending messages as objects. */
const KINDS = ['draft', 'edits', 'outbox'];

/** The key under which a sign-out in progress is noted. The next page knows whether it succeeded. */
const LEAVING = 'hostel.leaving';

/**
 * @param {() => void} [going] called when the sign-out is confirmed
 * @param {() => string} [box] the text in the composer, which without storage exists nowhere else
 */
export function startLeaving(going, box) {
  if (document.getElementById('login')) forgetWhoLeft();
  const form = document.getElementById('leave');
  if (!(form instanceof HTMLFormElement)) return;
  // Still signed in: the sign-out did not succeed.
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
      // Repeats the click on the same button, whose value says whether to sign out here or everywhere.
      /** @type {HTMLButtonElement | null} */ (event.submitter)?.click();
      return;
    }
    // Only noted here: if the connection breaks now, one stays signed in and needs the texts.
    localStore()?.setItem(LEAVING, user);
    going?.();
  });
}

/** On the sign-in page after a sign-out: deletes what the person wrote. */
function forgetWhoLeft() {
  const user = localStore()?.getItem(LEAVING);
  if (!user) return;
  for (const key of [LEAVING, ...keys(user)]) localStore()?.removeItem(key);
  forgetFiles(Number(user));
  const tab = sessionStore();
  for (const key of Object.keys(tab ?? {})) if (key.startsWith(`hostel.reply.${user}.`)) tab?.removeItem(key);
}

/**
 * @param {string} user
 * @returns {string} an unsent text; empty if there is none
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
    const files = (value?.files ?? []).map((/** @type {{name: string}} */ { name }) => name).join(', ');
    if (typeof value === 'object' && value) return String(value.body || files || (value.body ?? Object.values(value)[0] ?? ''));
  } catch {
    // A draft is not JSON.
  }
  return stored;
}

/** @param {string} user */
function keys(user) {
  const prefixes = KINDS.map((kind) => `hostel.${kind}.${user}.`);
  return Object.keys(localStore() ?? {}).filter((key) => prefixes.some((prefix) => key.startsWith(prefix)));
}
