/**
 * Keeps people in the chat who follow a link to another page of the hostel while the server can't be reached: the browser would replace
 * the chat by its own error page. They may go all the same.
 */
import { t } from '../language/words.js';
import { ask } from './dialog.js';
import { isPlain, settled } from './back.js';

/** In milliseconds: a server that has not answered by then counts as out of reach. */
const ANSWERS_WITHIN = 3_000;

/** A small answer that no browser keeps. Whatever its status: the server is there. */
async function isReachable() {
  try {
    await fetch('/health', { method: 'HEAD', cache: 'no-store', signal: AbortSignal.timeout?.(ANSWERS_WITHIN) });
    return true;
  } catch {
    return false;
  }
}

/**
 * To be called after the router has been started, which opens rooms without the server, and before startBack.
 * @param {() => boolean} isConnected while the chat's connection is open, links are left to the browser
 */
export function startUnreachable(isConnected) {
  let isAsking = false;
  let isGoing = false;
  document.addEventListener('click', async (event) => {
    const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
    if (!(link instanceof HTMLAnchorElement) || event.defaultPrevented || isGoing || link.target || isConnected() || !isPlain(event, link)) return;
    event.preventDefault();
    if (isAsking) return;
    isAsking = true;
    try {
      const question = { title: t('shell.unreachable.title'), words: t('shell.unreachable.words'), yes: t('shell.unreachable.go'), no: t('shell.unreachable.stay') };
      if (!(await isReachable()) && !(await ask(question))) return;
      // The question's own step in the history would cancel the navigation.
      await settled();
      isGoing = true;
      link.click();
    } finally {
      isAsking = isGoing = false;
    }
  });
}
