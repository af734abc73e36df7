/**
 * Updates the notice board when notices are posted, changed, withdrawn, or acknowledged elsewhere. Fetches the page from the
 * server and takes over what has changed; what one is reading does not move.
 */
import { call, page, Refused } from '../api/http.js';
import { retry } from '../live/retry.js';
import { Connection } from '../live/connection.js';
import { byId, el } from '../shell/dom.js';
import { redirectToSignIn } from '../shell/signin.js';
import { watchCalendar } from '../timeline/calendar.js';
import { reconcile } from './reconcile.js';
import { Seen } from './seen.js';

/** In milliseconds: a random delay within this spreads the requests when a notice goes to everybody. */
const LOOK_WITHIN = 1_500;

/**
 * @param {(added: HTMLElement) => void} prepare prepares elements from the server, such as showing times in the reader's zone
 * @returns {() => void} closes the connection, because the page is being left
 */
export function startBoard(prepare) {
  const board = byId('board', HTMLElement);
  const seen = new Seen(byId('board-new', HTMLButtonElement));
  let looking = false;
  let stale = false;
  /** The last number of the change log that the page includes. */
  let held = Number(board.dataset.changes);
  /** @type {number | undefined} */
  let timer;

  const connection = new Connection(`${location.origin.replace(/^http/, 'ws')}/live`, {
    cursors: () => ({}),
    changes: () => held || undefined,
    behind: () => false,
    frame: ({ type, changes, notices, withdrawn }) => {
      if (type === 'welcome') {
        // A board frame follows with what happened since the page was made; only older servers send none.
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
      // Refused permanently: the connection ends too and reports the reason.
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
  // A notice expires at the end of its last day without an event.
  watchCalendar(() => void look());
  connection.start();
  return () => connection.stop();
}

/** @returns {Promise<HTMLElement | null>} null for another page, such as the sign-in page */
async function fetchBoard() {
  const address = new URL(location.href);
  address.searchParams.delete('done');
  address.searchParams.set('fetched', '1');
  address.hash = '';
  return new DOMParser().parseFromString(await page(address), 'text/html').getElementById('board');
}

/**
 * Acknowledges a notice without loading a new page.
 * @param {HTMLFormElement} form
 * @param {() => unknown} look
 */
async function acknowledge(form, look) {
  const data = new FormData(form);
  const button = form.querySelector('button');
  const article = form.closest('article');
  if (!article || !button || button.getAttribute('aria-disabled') === 'true') return;
  // Not `disabled`, which would lose the focus.
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
    // The notice was changed or withdrawn in the meantime: shows that first, with the message below it. Without a connection
    // nothing new can be shown.
    if (error instanceof Refused && error.problem.status > 0) await look();
    const now = document.getElementById(article.id) ?? byId('board', HTMLElement);
    now.append(el('p', { class: 'field-error', role: 'alert' }, /** @type {Error} */ (error).message));
  }
}
