/**
 * The board follows what happens to it: posted, changed, taken down, acknowledged elsewhere. The server makes the page; what of it has
 * changed is taken over, and what one is reading stays where it is.
 */
import { call, page, Refused } from '../api/http.js';
import { retry } from '../live/retry.js';
import { Connection } from '../live/connection.js';
import { byId, el } from '../shell/dom.js';
import { redirectToSignIn } from '../shell/signin.js';
import { watchCalendar } from '../timeline/calendar.js';
import { reconcile } from './reconcile.js';
import { Seen } from './seen.js';

/** Not everybody at the same moment, when there is news for everybody. */
const LOOK_WITHIN = 1_500;

/**
 * @param {(added: HTMLElement) => void} prepare what the page does with what the server sends it, such as telling times in the reader's zone
 * @returns {() => void} hangs up: the page is about to be left
 */
export function startBoard(prepare) {
  const board = byId('board', HTMLElement);
  const seen = new Seen(byId('board-new', HTMLButtonElement));
  let looking = false;
  let stale = false;
  /** Up to which change of the hostel's log the page goes. */
  let held = Number(board.dataset.changes);
  /** @type {number | undefined} */
  let timer;

  const connection = new Connection(`${location.origin.replace(/^http/, 'ws')}/live`, {
    cursors: () => ({}),
    changes: () => held || undefined,
    behind: () => false,
    frame: ({ type, changes, notices, withdrawn }) => {
      if (type === 'welcome') {
        // What happened between the page and its line, and while there was no line, comes next, but from an older server.
        if (!held || changes === undefined) look();
      } else if (type === 'board') {
        if (!notices || notices.length + withdrawn.length) look();
      } else if (type === 'receipt') look();
      else if (type === 'notice' || type === 'left') lookSoon();
    },
    state: () => {},
    turnedAway: async () => {
      if (await redirectToSignIn().catch(() => false)) connection.stop();
    },
  });

  function lookSoon() {
    timer ??= setTimeout(look, Math.random() * LOOK_WITHIN);
  }

  async function look() {
    clearTimeout(timer);
    timer = undefined;
    stale = true;
    if (looking || document.visibilityState === 'hidden') return;
    looking = true;
    try {
      while (stale) {
        stale = false;
        const fresh = await retry(fetchBoard);
        if (fresh) held = Number(fresh.dataset.changes);
        if (fresh) for (const added of reconcile(board, fresh, prepare)) seen.watch(added);
      }
    } catch {
      // Refused for good: the line ends too, and says why.
    } finally {
      looking = false;
    }
  }

  document.addEventListener('visibilitychange', () => {
    if (stale) void look();
  });
  board.addEventListener('submit', (event) => {
    if (!(event.target instanceof HTMLFormElement)) return;
    event.preventDefault();
    void acknowledge(event.target, look);
  });
  // The last day of a notice ends without anybody saying so.
  watchCalendar(() => void look());
  connection.start();
  return () => connection.stop();
}

/** @returns {Promise<HTMLElement | null>} null where something else came, such as the sign-in page */
async function fetchBoard() {
  const address = new URL(location.href);
  address.searchParams.delete('done');
  address.searchParams.set('fetched', '1');
  address.hash = '';
  return new DOMParser().parseFromString(await page(address), 'text/html').getElementById('board');
}

/**
 * In place, without a new page.
 * @param {HTMLFormElement} form
 * @param {() => unknown} look
 */
async function acknowledge(form, look) {
  const data = new FormData(form);
  const button = form.querySelector('button');
  const article = form.closest('article');
  if (!article || !button || button.getAttribute('aria-disabled') === 'true') return;
  // Not disabled: that would drop the focus.
  button.setAttribute('aria-disabled', 'true');
  article.querySelector('.field-error')?.remove();
  try {
    await call('PUT', `/api/notices/${data.get('acknowledge')}/acknowledgement?version=${data.get('version')}`);
    const done = byId('board-done', HTMLTemplateElement).content.cloneNode(true);
    const words = /** @type {HTMLElement} */ (/** @type {DocumentFragment} */ (done).firstElementChild);
    const focused = form.contains(document.activeElement);
    form.replaceWith(words);
    if (focused) words.focus({ preventScroll: true });
  } catch (error) {
    button.removeAttribute('aria-disabled');
    // Changed or taken down meanwhile: that is shown first, and the words come under what stands there then. Without a
    // connection there is nothing to wait for.
    if (error instanceof Refused && error.problem.status > 0) await look();
    const now = document.getElementById(article.id) ?? byId('board', HTMLElement);
    now.append(el('p', { class: 'field-error', role: 'alert' }, /** @type {Error} */ (error).message));
  }
}
