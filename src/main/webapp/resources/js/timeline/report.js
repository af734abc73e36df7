/** Reports a message to the hostel office: says what the office will see, and asks why. */
import { call } from '../api/http.js';
import { t } from '../language/words.js';
import { showDialog } from '../shell/dialog.js';
import { el } from '../shell/dom.js';
import { onSubmit, textField } from '../shell/fields.js';
import { toast } from '../shell/toast.js';

/** In code points, as the server counts; surrogates may use up to two units of the field's own limit. */
const LONGEST = 500;

/**
 * @param {number} room
 * @param {{seq: number, name: string, body: string}} message
 */
export function report(room, { seq, name, body }) {
  const why = textField({ id: 'report-why', label: t('report.why'), maxlength: LONGEST });
  const cancel = el('button', { type: 'button', class: 'button' }, t('shell.cancel'));
  const form = el('form', { class: 'form', id: 'report' }, why.element,
    el('div', { class: 'buttons' }, el('button', { class: 'button button-danger' }, t('report.send')), cancel));
  const dialog = el('dialog', { class: 'dialog', 'aria-labelledby': 'report-title' },
    el('h2', { id: 'report-title' }, t('report.title', { name })),
    el('p', { class: 'dialog-quote', dir: 'auto' }, body),
    el('p', {}, t('report.words', { name })), form);
  cancel.addEventListener('click', () => dialog.close());
  onSubmit(form, async () => {
    why.show('');
    await call('PUT', `/api/rooms/${room}/messages/by-seq/${seq}/report`, { why: why.input.value });
    dialog.close();
    toast(t('report.sent'));
  }, (_field, words) => why.show(words));
  void showDialog(dialog);
  why.input.focus();
}
