/**
 * Back on a phone closes what was opened last: a panel, a menu, a dialog. While such a layer is open, one entry more than usual
 * stands in the history; whatever closes the layer takes it out again.
 */

const PHONE = '(max-width: 47.99rem), (pointer: coarse)';
/** A step in the history that has not come by then does not come. */
const STEPS_WITHIN = 1_000;

/** @type {{close: () => void}[]} the one opened last at the end */
const layers = [];
let stepping = 0;
let scheduled = false;

/**
 * @param {() => void} close called when Back was pressed while this was the last
 * @returns {() => void} to be called once it is closed, whoever closed it
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

/** Makes Back do so on this page. */
export function startBack() {
  addEventListener('popstate', () => {
    if (!stepping) while (layers.length > entries()) layers.pop()?.close();
    stepping = 0;
    adjust();
  });
  // Whoever goes on to another page from a panel or menu comes back to the page without it.
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
    if (!(link instanceof HTMLAnchorElement) || !layers.length || event.defaultPrevented || link.target || !isPlain(event, link)) return;
    event.preventDefault();
    location.replace(link.href);
  });
  // Loaded anew with a panel open: it is not any more.
  adjust();
}

/**
 * Goes to another address of this page: everything that is open closes, and Back leads to what stood there without it.
 * @param {string} address
 */
export async function goTo(address) {
  // A step that comes later would lead away from there.
  if (stepping || scheduled) await settled();
  while (layers.length) layers.pop()?.close();
  const state = { ...history.state, layers: 0 };
  if (entries()) history.replaceState(state, '', address);
  else history.pushState(state, '', address);
}

/** Closes everything that is open, as Back does. */
export function closeLayers() {
  while (layers.length) layers.pop()?.close();
  adjustSoon();
}

/**
 * A step that is still on its way would break a submission off that begins meanwhile.
 * @returns {Promise<void>} resolved when the history is as it should be
 */
export async function settled() {
  do await new Promise((done) => setTimeout(done, 10));
  while (stepping || scheduled);
}

/** @returns {number} how many entries of the history stand for layers, up to where one is */
function entries() {
  return history.state?.layers ?? 0;
}

/** A menu that closes and the dialog that it opens share an entry: so only when both are done. */
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
 * Whether it leads to another page of ours, and no key asks for a window of its own.
 * @param {MouseEvent} event
 * @param {HTMLAnchorElement} link
 */
export function isPlain(event, link) {
  const modified = event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
  const samePage = link.hash && link.href.split('#', 1)[0] === location.href.split('#', 1)[0];
  return !modified && !samePage && !link.download && link.origin === location.origin;
}
