/**
 * Prevents a form from being sent twice: disables its buttons until the response arrives. The server guards against it too,
 * for browsers without scripts and for taps that were faster.
 */

/** In milliseconds: then the buttons are enabled again, because the response will not come. */
const RESTS_FOR = 20_000;

export function startSubmitOnce() {
  document.addEventListener('submit', (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || form.method !== 'post' || event.defaultPrevented) return;
    if ('underWay' in form.dataset) {
      event.preventDefault();
      return;
    }
    form.dataset.underWay = '';
    // After the form was sent, because a disabled button's value is not.
    setTimeout(() => disable(form, true));
    setTimeout(() => release(form), RESTS_FOR);
  });
  // Restored from the browser's back/forward cache.
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) for (const form of document.forms) release(form);
  });
}

/** @param {HTMLFormElement} form */
function release(form) {
  delete form.dataset.underWay;
  disable(form, false);
}

/**
 * @param {HTMLFormElement} form
 * @param {boolean} disabled
 */
function disable(form, disabled) {
  /** @type {NodeListOf<HTMLButtonElement | HTMLInputElement>} */
  const buttons = form.querySelectorAll('input[type=submit], button:not([type=button])');
  for (const button of buttons) button.disabled = disabled;
}
