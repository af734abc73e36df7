/** Form fields that are built by scripts, like those that tag files build. */
import { Refused } from '../api/http.js';
import { el } from './dom.js';

/**
 * A text field.
 * @param {{id: string, label: string, hint?: string, value?: string, type?: string, maxlength?: number}} field
 */
export function textField({ id, label, hint, value = '', type = 'text', maxlength }) {
  const input = el('input', {
    id, type, value, maxlength, name: id, class: 'input', dir: 'auto', placeholder: ' ', autocomplete: 'off', spellcheck: 'false',
    autocapitalize: type === 'search' ? 'none' : 'sentences', enterkeyhint: type === 'search' ? 'search' : 'done',
    'aria-describedby': `${id}-hint ${id}-error`,
  });
  const error = el('p', { class: 'field-error', id: `${id}-error`, role: 'alert', hidden: true });
  const element = el('div', { class: 'field' },
    el('label', { for: id }, label), hint && el('p', { class: 'field-hint', id: `${id}-hint` }, hint), input, error);
  return { element, input, show: (/** @type {string} */ words) => showError(element, input, error, words) };
}

/**
 * @param {HTMLElement} field
 * @param {HTMLInputElement} input
 * @param {HTMLElement} error
 * @param {string} words empty for no error
 */
function showError(field, input, error, words) {
  field.classList.toggle('field-bad', !!words);
  error.textContent = words;
  error.hidden = !words;
  if (words) input.setAttribute('aria-invalid', 'true');
  else input.removeAttribute('aria-invalid');
  if (words) input.focus();
}

/**
 * A radio button or check box.
 * @param {{id: string, type: 'radio' | 'checkbox', label: string, hint?: string, name?: string, value?: string, checked?:
 *     boolean}} choice
 */
export function choice({ id, type, label, hint, name = id, value = id, checked }) {
  const input = el('input', { id, type, name, value, checked, 'aria-describedby': hint && `${id}-hint` });
  const element = el('div', { class: 'check' }, input,
    el('label', { for: id }, label, hint && el('span', { class: 'field-hint check-hint', id: `${id}-hint` }, hint)));
  return { element, input };
}

/**
 * Runs a form's action, once at a time, and shows a refusal at the right field.
 * @param {HTMLFormElement} form
 * @param {() => Promise<unknown>} act
 * @param {(field: string | undefined, words: string) => void} refused
 */
export function onSubmit(form, act, refused) {
  let busy = false;
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    if (busy) return;
    busy = true;
    form.setAttribute('aria-busy', 'true');
    try {
      await act();
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      const [first] = error.problem.violations ?? [];
      refused(first?.field, first?.message ?? error.message);
    } finally {
      busy = false;
      form.removeAttribute('aria-busy');
    }
  });
}
