/** Shows the pictures of a talk one at a time, over the whole screen. Fetched when somebody first opens one. */

/** @typedef {import('../timeline/viewing.js').ViewerTools} ViewerTools */

/** In CSS pixels: a finger that moves less has not swiped. */
const SWIPE = 48;

/**
 * @param {ViewerTools} tools
 * @param {HTMLAnchorElement[]} links to pictures, in the order of the talk
 * @param {number} first which one is shown first
 */
export function openViewer({ el, icon, t, sizeOf, showDialog, isRightToLeft }, links, first) {
  let at = first;
  const title = el('h2', { id: 'viewer-title', dir: 'auto' });
  const about = el('p', { class: 'viewer-about' });
  const image = el('img', { decoding: 'async', draggable: 'false' });
  const failed = el('p', { class: 'viewer-failed', role: 'alert', hidden: true }, t('viewer.failed'));
  const download = el('a', { class: 'button-icon', 'aria-label': t('viewer.download') }, icon('download'));
  const close = button('button-icon', t('shell.close'), 'cross', () => dialog.close());
  const previous = button('button-icon viewer-step viewer-previous', t('viewer.previous'), 'next', () => step(-1));
  const next = button('button-icon viewer-step viewer-next', t('viewer.next'), 'next', () => step(1));
  const view = el('div', { class: 'viewer-view' }, image, failed, previous, next);
  const dialog = el('dialog', { class: 'dialog viewer', 'aria-labelledby': 'viewer-title' },
    el('div', { class: 'viewer-head' }, title, about, download, close), view);

  /** @param {string} classes @param {string} label @param {string} sign @param {() => void} act */
  function button(classes, label, sign, act) {
    const made = el('button', { type: 'button', class: classes, 'aria-label': label }, icon(sign));
    made.addEventListener('click', act);
    return made;
  }

  /** @param {number} by */
  function step(by) {
    const to = at + by;
    if (!links[to]) return;
    at = to;
    show();
    // A button that is gone would take the focus along.
    if (document.activeElement instanceof HTMLButtonElement && document.activeElement.disabled) close.focus();
  }

  function show() {
    const link = links[at];
    const { size = '0', width = '1', height = '1' } = link.dataset;
    const name = link.querySelector('img')?.alt ?? '';
    title.textContent = name;
    const place = links.length > 1 ? `${t('viewer.at', { at: at + 1, count: links.length })} · ` : '';
    about.replaceChildren(place, el('bdi', {}, sizeOf({ size: Number(size) })));
    download.href = link.href;
    download.download = name;
    previous.disabled = at === 0;
    next.disabled = at === links.length - 1;
    failed.hidden = true;
    image.alt = name;
    image.width = Number(width);
    image.height = Number(height);
    // The small one until the whole one is there: both in the same place.
    image.src = link.querySelector('img')?.src ?? link.href;
    const whole = new Image();
    whole.src = link.href;
    whole.decode().then(() => {
      if (links[at] === link) image.src = whole.src;
    }, () => {
      if (links[at] === link) failed.hidden = false;
    });
  }

  dialog.addEventListener('keydown', ({ key }) => {
    const ahead = isRightToLeft() ? 'ArrowLeft' : 'ArrowRight';
    if (key === 'ArrowLeft' || key === 'ArrowRight') step(key === ahead ? 1 : -1);
    else if (key === 'Home') step(-at);
    else if (key === 'End') step(links.length - 1 - at);
  });
  /** @type {PointerEvent | null} */
  let from = null;
  view.addEventListener('pointerdown', (event) => (from = event.isPrimary && event.pointerType !== 'mouse' ? event : null));
  view.addEventListener('pointerup', (event) => {
    const by = from && event.pointerId === from.pointerId ? event.clientX - from.clientX : 0;
    const down = from ? Math.abs(event.clientY - from.clientY) : 0;
    from = null;
    if (Math.abs(by) < SWIPE || Math.abs(by) < down || (globalThis.visualViewport?.scale ?? 1) > 1.05) return;
    step((by < 0) === !isRightToLeft() ? 1 : -1);
  });
  view.addEventListener('pointercancel', () => (from = null));
  show();
  const shown = showDialog(dialog);
  close.focus();
  return shown;
}
