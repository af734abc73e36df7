/** 'Write to someone': chooses one or several people, and opens the conversation with them. */
import { t } from '../language/words.js';
import { privacy } from '../rooms/words.js';
import { el } from '../shell/dom.js';
import { onSubmit } from '../shell/fields.js';
import { openDrawer } from '../shell/drawer.js';
import { goToDirect } from './direct.js';
import { PeoplePicker } from './picker.js';

/** The most people of a conversation, without oneself. */
const MOST = 7;

/** @param {import('./menu.js').RoomWorld} world */
export function openNewMessage(world) {
  const people = new PeoplePicker({ id: 'write-people', label: t('roommenu.make.direct.people'), most: MOST, without: (id) => id === world.me.id });
  const failed = el('p', { class: 'field-error', role: 'alert', hidden: true });
  const form = el('form', { class: 'form', id: 'write-to' },
    el('p', {}, t('roommenu.make.direct.hint')),
    people.element,
    el('p', { class: 'privacy', id: 'write-privacy' }, privacy('DIRECT')),
    failed, el('div', { class: 'buttons' }, el('button', { class: 'button button-main' }, t('roommenu.make.begin'))));
  openDrawer(t('roommenu.write.title'), form);
  onSubmit(form, async () => {
    failed.hidden = true;
    if (people.ids.length) await goToDirect(world, people.ids);
    else people.refuse(t('roommenu.make.direct.nobody'));
  }, (field, words) => {
    if (field === 'people') people.refuse(words);
    else {
      failed.textContent = words;
      failed.hidden = false;
    }
  });
}
