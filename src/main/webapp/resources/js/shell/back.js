/**
 * Makes Back on a phone close what was opened last: a panel, menu or dialog (a layer). While layers are open, there is one
 * additional entry in the browser's history; closing the layers removes it.
 */

const PHONE = '(max-width: 47.99rem), (pointer: coarse)';
/** In milliseconds: a history step that has not happened by then will not happen. */
const STEPS_WITHIN = 1_000;

/** @type {{close: () => void}[]} the most recently opened at the end */
const layers = [];
let stepping = 0;
let scheduled = false;

/**
 * Registers a layer that was opened.
 * @param {() => void} close called when Back is pressed while it is on top
 * @returns {() => void} to be called once it is closed, for whatever reason
 */
export function layerOpened(close) {
  if (!matchMedia(PHONE).matches) return () => {};
  const layer = { close };
  layers.push(layer);
  adjustSoon();
  return () => {
    const at = layers.indexOf(layer);
    if (at < 0) return;
    layers.splice(at, 1);
    adjustSoon();
  };
}

/** Installs this behaviour on the page. */
export function startBack() {
  addEventListener('popstate', () => {
    if (!stepping) while (layers.length > entries()) layers.pop()?.close();
    stepping = 0;
    adjust();
  });
  // After following a link in a panel or menu, Back must lead to the page without it.
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
    if (!(link instanceof HTMLAnchorElement) || !layers.length || event.defaultPrevented || link.target || !isPlain(event, link)) return;
    event.preventDefault();
    location.replace(link.href);
  });
  // After a reload with a panel open it is closed.
  adjust();
}

/**
 * Goes to another URL of this page: closes all layers, so that Back leads to the previous URL without them.
 * @param {string} address
 */
export async function goTo(address) {
  // Otherwise a history step that is still pending would happen after the new entry, and leave it.
  if (stepping || scheduled) await settled();
  while (layers.length) layers.pop()?.close();
  const state = { ...history.state, layers: 0 };
  if (entries()) history.replaceState(state, '', address);
  else history.pushState(state, '', address);
}

/** Closes all layers, as Back does. */
export function closeLayers() {
  while (layers.length) layers.pop()?.close();
  adjustSoon();
}

/**
 * Waits for pending history steps, which would cancel a form submission that begins meanwhile.
 * @returns {Promise<void>} resolves when none is pending
 */
export async function settled() {
  do await new Promise((done) => setTimeout(done, 10));
  while (stepping || scheduled);
}

/** @returns {number} the number of history entries for layers, up to the present one */
function entries() {
  return history.state?.layers ?? 0;
}

/** Deferred, because a menu that closes and the dialog that it opens share an entry. */
function adjustSoon() {
  if (scheduled) return;
  scheduled = true;
  queueMicrotask(() => {
    scheduled = false;
    adjust();
  });
}

function adjust() {
  if (stepping) return;
  const missing = layers.length - entries();
  for (let i = 0; i < missing; i++) history.pushState({ ...history.state, layers: entries() + 1 }, '');
  if (missing >= 0) return;
  const step = (stepping = performance.now() || 1);
  history.go(missing);
  setTimeout(() => {
    if (stepping === step) stepping = 0;
  }, STEPS_WITHIN);
}

/**
 * Whether a click follows a link of this site in this window.
 * @param {MouseEvent} event
 * @param {HTMLAnchorElement} link
 */
export function isPlain(event, link) {
  const modified = event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
  const samePage = link.hash && link.href.split('#', 1)[0] === location.href.split('#', 1)[0];
  return !modified && !samePage && !link.download && link.origin === location.origin;
}
