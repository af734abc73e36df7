/** 'New room': a message to people, a group, or a room that everybody may join. */
import { call } from '../api/http.js';
import { privacy } from '../rooms/words.js';
import { el } from '../shell/dom.js';
import { choice, onSubmit, textField } from '../shell/fields.js';
import { openDrawer } from '../shell/drawer.js';
import { PeoplePicker } from './picker.js';

/** @typedef {import('./menu.js').RoomWorld} RoomWorld */

const LONGEST_NAME = 64;
const LONGEST_TOPIC = 250;
/** In a direct message, oneself left out. */
const MOST_DIRECT = 7;
const MOST_IN_GROUP = 99;

const KINDS = [
  { value: 'DIRECT', label: 'Message to people', hint: 'For 2 to 8 people. They stay the same.' },
  { value: 'GROUP', label: 'Group', hint: 'You choose who is in it, and can add people later.' },
  { value: 'OPEN', label: 'Open room', hint: 'Everybody in the hostel can find it and join.' },
];

/** @param {RoomWorld} world */
export function openMaking(world) {
  const { me } = world;
  const kinds = KINDS.map(({ value, label, hint }, i) => choice({ id: `make-${value.toLowerCase()}`, type: 'radio', name: 'make-kind', value, label, hint, checked: !i }));
  const name = textField({ id: 'make-name', label: 'Name', maxlength: LONGEST_NAME });
  const topic = textField({ id: 'make-topic', label: 'What it is about (optional)', maxlength: LONGEST_TOPIC });
  const without = (/** @type {number} */ id) => id === me.id;
  const direct = new PeoplePicker({ id: 'make-direct-people', label: 'To whom? Search by name', most: MOST_DIRECT, without });
  const group = new PeoplePicker({ id: 'make-group-people', label: 'Who is in it? Search by name', most: MOST_IN_GROUP, without });
  const past = choice({ id: 'make-past', type: 'checkbox', label: 'Whoever is added later reads what was written before' });
  const officials = choice({ id: 'make-officials', type: 'checkbox', label: 'Only officials write here' });
  const whoReads = el('p', { class: 'privacy', id: 'make-privacy' });
  const failed = el('p', { class: 'field-error', role: 'alert', hidden: true });
  const send = el('button', { class: 'button button-main' }, '');
  const form = el('form', { class: 'form', id: 'make-room' },
    el('fieldset', { class: 'choices' }, el('legend', {}, 'What is it for?'), ...kinds.map(({ element }) => element)),
    direct.element, name.element, topic.element, group.element, past.element, me.role === 'ADMIN' && officials.element,
    whoReads, failed, el('div', { class: 'buttons' }, send));

  const kind = () => kinds.find(({ input }) => input.checked)?.input.value ?? 'DIRECT';
  const show = () => {
    const chosen = kind();
    direct.element.hidden = chosen !== 'DIRECT';
    name.element.hidden = topic.element.hidden = officials.element.hidden = chosen === 'DIRECT';
    group.element.hidden = past.element.hidden = chosen !== 'GROUP';
    whoReads.textContent = privacy(chosen);
    failed.hidden = true;
    send.textContent = chosen === 'DIRECT' ? 'Begin' : chosen === 'GROUP' ? 'Make the group' : 'Make the room';
  };
  form.addEventListener('change', show);
  show();

  const drawer = openDrawer('New room', form);
  onSubmit(form, async () => {
    for (const field of [name, topic]) field.show('');
    failed.hidden = true;
    const room = await make();
    if (!room) return;
    world.rooms.add(room);
    drawer.close();
    await drawer.closed;
    await world.router.go(room.id);
  }, (field, words) => {
    if (field === 'people') (kind() === 'DIRECT' ? direct : group).refuse(words);
    else if (field === 'name') name.show(words);
    else if (field === 'topic') topic.show(words);
    else {
      failed.textContent = words;
      failed.hidden = false;
    }
  });

  async function make() {
    const chosen = kind();
    if (chosen === 'DIRECT') {
      if (direct.ids.length) return call('POST', '/api/rooms/direct', { people: direct.ids });
      direct.refuse('Please choose somebody to write to.');
      return null;
    }
    if (!name.input.value.trim()) {
      name.show('Please give it a name.');
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
