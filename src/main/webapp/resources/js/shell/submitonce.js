/**
 * A form that is under way is not sent again: its buttons rest until the answer comes. The server sees to it too, for those without
 * scripts, and for taps that were quicker.
 */

/** In milliseconds. A line that is dead by then says so by itself; after this one may press again. */
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
    // Not before the form is on its way, since a disabled button is not sent along.
    setTimeout(() => disable(form, true));
    setTimeout(() => release(form), RESTS_FOR);
  });
  // Back to the page as it was left.
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
