/** 'New group or room': a group, or a room that everybody may join. */
import { call } from '../api/http.js';
import { t } from '../language/words.js';
import { privacy } from '../rooms/words.js';
import { el } from '../shell/dom.js';
import { choice, onSubmit, textField } from '../shell/fields.js';
import { openDrawer } from '../shell/drawer.js';
import { goToMade } from './direct.js';
import { PeoplePicker } from './picker.js';

/** @typedef {import('./menu.js').RoomWorld} RoomWorld */

const LONGEST_NAME = 64;
const LONGEST_TOPIC = 250;
const MOST_IN_GROUP = 99;

const kindsToMake = () => [
  { value: 'GROUP', label: t('roommenu.make.group'), hint: t('roommenu.make.group.hint') },
  { value: 'OPEN', label: t('roommenu.make.open'), hint: t('roommenu.make.open.hint') },
];

/** @param {RoomWorld} world */
export function openNewRoom(world) {
  const { me } = world;
  const kinds = kindsToMake().map(({ value, label, hint }, i) => choice({ id: `make-${value.toLowerCase()}`, type: 'radio', name: 'make-kind', value, label, hint, checked: !i }));
  const name = textField({ id: 'make-name', label: t('roommenu.name'), maxlength: LONGEST_NAME });
  const topic = textField({ id: 'make-topic', label: t('roommenu.topic'), maxlength: LONGEST_TOPIC });
  const without = (/** @type {number} */ id) => id === me.id;
  const group = new PeoplePicker({ id: 'make-group-people', label: t('roommenu.make.group.people'), most: MOST_IN_GROUP, without });
  const past = choice({ id: 'make-past', type: 'checkbox', label: t('roommenu.make.past') });
  const officials = choice({ id: 'make-officials', type: 'checkbox', label: t('roommenu.make.officials') });
  const whoReads = el('p', { class: 'privacy', id: 'make-privacy' });
  const failed = el('p', { class: 'field-error', role: 'alert', hidden: true });
  const send = el('button', { class: 'button button-main' }, '');
  const form = el('form', { class: 'form', id: 'make-room' },
    el('fieldset', { class: 'choices' }, el('legend', {}, t('roommenu.make.kinds')), ...kinds.map(({ element }) => element)),
    name.element, topic.element, group.element, past.element, me.role === 'ADMIN' && officials.element,
    whoReads, failed, el('div', { class: 'buttons' }, send));

  const kind = () => kinds.find(({ input }) => input.checked)?.input.value ?? 'GROUP';
  const show = () => {
    const chosen = kind();
    group.element.hidden = past.element.hidden = chosen !== 'GROUP';
    whoReads.textContent = privacy(chosen);
    failed.hidden = true;
    send.textContent = t(chosen === 'GROUP' ? 'roommenu.make.group.make' : 'roommenu.make.open.make');
  };
  form.addEventListener('change', show);
  show();

  openDrawer(t('roommenu.make.title'), form);
  onSubmit(form, async () => {
    for (const field of [name, topic]) field.show('');
    failed.hidden = true;
    const room = await make();
    if (room) await goToMade(world, room);
  }, (field, words) => {
    if (field === 'people') group.refuse(words);
    else if (field === 'name') name.show(words);
    else if (field === 'topic') topic.show(words);
    else {
      failed.textContent = words;
      failed.hidden = false;
    }
  });

  async function make() {
    const chosen = kind();
    if (!name.input.value.trim()) {
      name.show(t('roommenu.make.nameless'));
      return null;
    }
    return call('POST', '/api/rooms', {
      kind: chosen,
      name: name.input.value,
      topic: topic.input.value.trim() || null,
      posting: officials.input.checked ? 'OFFICIALS' : 'ALL',
      people: chosen === 'GROUP' ? group.ids : [],
      past: chosen === 'GROUP' && past.input.checked,
    });
  }
}
