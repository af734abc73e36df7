/** The 'Show' button beside a password: most wrong passwords are mistyped on small keyboards. */
import { t } from '../language/words.js';

export function startShowPassword() {
  for (const button of document.querySelectorAll('button[data-reveal]')) {
    const input = document.getElementById(button.getAttribute('data-reveal') ?? '');
    if (!(button instanceof HTMLButtonElement) || !(input instanceof HTMLInputElement)) continue;
    button.hidden = false;
    /** @param {boolean} visible */
    const reveal = (visible) => {
      input.type = visible ? 'text' : 'password';
      button.setAttribute('aria-pressed', String(visible));
      if (button.firstChild) button.firstChild.nodeValue = t(visible ? 'shell.hide' : 'shell.show');
    };
    button.addEventListener('click', () => reveal(input.type === 'password'));
    // Browsers offer to save a password only if the field has the type password when the form is sent.
    input.form?.addEventListener('submit', () => reveal(false));
  }
}
