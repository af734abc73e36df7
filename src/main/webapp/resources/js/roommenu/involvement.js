/** The choice of which messages in a room one is notified of. */
import { call } from '../api/http.js';
import { t } from '../language/words.js';
import { el } from '../shell/dom.js';
import { choice } from '../shell/fields.js';

/** @returns {{value: 'ALL' | 'MENTIONS' | 'NOTHING', label: string, hint: string}[]} */
const levels = () => [
  { value: 'ALL', label: t('roommenu.hear.all'), hint: t('roommenu.hear.all.hint') },
  { value: 'MENTIONS', label: t('roommenu.hear.mentions'), hint: t('roommenu.hear.mentions.hint') },
  { value: 'NOTHING', label: t('roommenu.hear.nothing'), hint: t('roommenu.hear.nothing.hint') },
];

/** @param {import('../rooms/store.js').RoomStore} store */
export function involvementChoice(store) {
  const error = el('p', { class: 'field-error', role: 'alert', hidden: true });
  const offered = levels();
  const choices = offered.map((level) => choice({ id: `details-hear-${level.value.toLowerCase()}`, type: 'radio', name: 'details-hear', ...level, checked: store.involvement === level.value }));
  const show = () => {
    for (const { input } of choices) input.checked = input.value === store.involvement;
  };
  const element = el('fieldset', { class: 'choices drawer-part' }, el('legend', {}, t('roommenu.hear')), ...choices.map((one) => one.element), error);
  // Calls are made one after the other, so that the last choice is stored, however quickly one chooses.
  let last = Promise.resolve();
  element.addEventListener('change', ({ target }) => {
    const level = offered.find(({ value }) => target instanceof HTMLInputElement && target.value === value);
    if (level) last = last.then(() => keep(level.value));
  });

  /** @param {'ALL' | 'MENTIONS' | 'NOTHING'} involvement */
  async function keep(involvement) {
    error.hidden = true;
    try {
      await call('PUT', `/api/rooms/${store.id}/involvement`, { level: involvement });
      store.change({ ...store, involvement });
    } catch (problem) {
      show();
      error.textContent = /** @type {Error} */ (problem).message;
      error.hidden = false;
    }
  }

  return element;
}
