/** Renaming a room, leaving it, closing it. */
import { call } from '../api/http.js';
import { ask } from '../shell/dialog.js';
import { el } from '../shell/dom.js';
import { onSubmit, textField } from '../shell/fields.js';
import { toast } from '../shell/toast.js';

/** @typedef {import('./menu.js').RoomWorld} RoomWorld */
/** @typedef {import('../rooms/store.js').RoomStore} RoomStore */

/** @param {RoomStore} store */
export function renaming(store) {
  const name = textField({ id: 'details-name', label: 'Name', value: store.name, maxlength: 64 });
  const topic = textField({ id: 'details-topic', label: 'What it is about (optional)', value: store.topic, maxlength: 250 });
  const form = el('form', { class: 'form', id: 'rename-room' }, name.element, topic.element,
    el('div', { class: 'buttons' }, el('button', { class: 'button button-small' }, 'Save')));
  onSubmit(form, async () => {
    name.show('');
    topic.show('');
    const change = { name: name.input.value, topic: topic.input.value.trim() || null };
    await call('PATCH', `/api/rooms/${store.id}`, change);
    // The line tells what it is called now.
    toast('Saved.');
  }, (field, words) => (field === 'topic' ? topic : name).show(words));
  return el('section', { class: 'drawer-part' }, el('h3', {}, 'Name and topic'), form);
}

/**
 * @param {RoomWorld} world
 * @param {RoomStore} store
 * @param {{close: () => void, closed: Promise<unknown>}} drawer
 * @param {boolean} mayClose
 */
export function leaving(world, store, drawer, mayClose) {
  const error = el('p', { class: 'field-error', role: 'alert', hidden: true });
  const leave = el('button', { type: 'button', class: 'button', id: 'leave-room' }, 'Leave this room');
  const close = el('button', { type: 'button', class: 'button button-danger', id: 'close-room' }, 'Close it for everybody');
  const again = store.kind === 'GROUP' ? 'Somebody in it has to add you if you want to come back.' : 'You find it under “Find rooms” if you want to come back.';
  leave.addEventListener('click', () => act(
    { title: `Leave “${store.name}”?`, words: `You can’t read or write there any more. ${again}`, yes: 'Leave' },
    `/api/rooms/${store.id}/members/${world.me.id}`));
  close.addEventListener('click', () => act(
    { title: `Close “${store.name}” for everybody?`, words: 'Nobody can read or write there any more. You can’t undo this.', yes: 'Close it' },
    `/api/rooms/${store.id}`));

  /**
   * @param {{title: string, words: string, yes: string}} question
   * @param {string} path
   */
  async function act(question, path) {
    if (!(await ask(question))) return;
    world.departures.expect(store.id);
    try {
      await call('DELETE', path);
      drawer.close();
    } catch (problem) {
      world.departures.forget(store.id);
      error.textContent = /** @type {Error} */ (problem).message;
      error.hidden = false;
    }
  }

  return el('section', { class: 'drawer-part' }, error, el('div', { class: 'buttons' }, leave, mayClose && close));
}
