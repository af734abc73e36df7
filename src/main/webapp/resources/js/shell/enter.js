/**
 * Signing in by a code: what the address has after '#' goes into the form and out of the address, so that it is neither in the
 * history nor seen over a shoulder. It is sent only when the person says so.
 * @param {HTMLFormElement} form
 */
export function startEnter(form) {
  take(form);
  // Another code may be opened in the same tab.
  window.addEventListener('hashchange', () => take(form));
}

/** @param {HTMLFormElement} form */
function take(form) {
  const code = location.hash.slice(1);
  const input = form.querySelector('#code');
  if (!code || !(input instanceof HTMLInputElement)) return;
  history.replaceState(history.state, '', location.pathname + location.search);
  input.value = code;
  const field = input.closest('.field');
  if (field instanceof HTMLElement) field.hidden = true;
}
