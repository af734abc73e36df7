/** Takes over from one list of elements into another what differs, by id and data-state, without moving what is being read. */

/**
 * Updates a list of elements to a newer version of it, by id and data-state, without moving what is being read.
 * @param {HTMLElement} list each child with an id
 * @param {HTMLElement} fresh the newer version of the list
 * @param {(added: HTMLElement) => void} prepare called with every new or replaced element
 * @returns {HTMLElement[]} the new and replaced elements
 */
export function reconcile(list, fresh, prepare) {
  const next = /** @type {HTMLElement[]} */ ([...fresh.children]);
  const staying = new Set(next.map(({ id }) => id));
  const anchor = /** @type {HTMLElement[]} */ ([...list.children]).find((child) => staying.has(child.id) && child.getBoundingClientRect().bottom > 0);
  const before = anchor?.getBoundingClientRect().top ?? 0;
  const added = [];
  for (const old of [...list.children]) if (!staying.has(old.id)) remove(list, old);
  let at = list.firstElementChild;
  for (const wanted of next) {
    const held = list.querySelector(`:scope > #${wanted.id}`);
    const same = held instanceof HTMLElement && held.dataset.state === wanted.dataset.state;
    const element = same ? held : /** @type {HTMLElement} */ (document.importNode(wanted, true));
    if (!same) {
      prepare(element);
      if (held) {
        if (held === at) at = element;
        replace(held, element);
      }
      added.push(element);
    }
    if (element === at) at = at.nextElementSibling;
    else list.insertBefore(element, at);
  }
  const now = anchor && document.getElementById(anchor.id);
  // Elements that are added or removed above do not move what is being read.
  if (now) scrollBy({ top: now.getBoundingClientRect().top - before, behavior: 'instant' });
  return added;
}

/**
 * @param {HTMLElement} list
 * @param {Element} old
 */
function remove(list, old) {
  const focused = old.contains(document.activeElement);
  old.remove();
  if (focused) list.focus({ preventScroll: true });
}

/**
 * Keeps the focus on the corresponding control, else on the title.
 * @param {Element} old
 * @param {HTMLElement} element
 */
function replace(old, element) {
  const { activeElement } = document;
  const focused = activeElement && old.contains(activeElement) ? activeElement : null;
  old.replaceWith(element);
  if (!focused) return;
  const [same] = element.querySelectorAll(focused.localName === 'span' ? '.notice-done' : focused.localName);
  /** @type {HTMLElement | null} */ (same ?? element.querySelector('h2'))?.focus({ preventScroll: true });
}
