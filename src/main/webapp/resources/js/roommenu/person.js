/** The menu of a person, opened from their name wherever it is shown. */
import { t } from '../language/words.js';
import { privacy } from '../rooms/words.js';
import { openMenu } from '../shell/menu.js';
import { toast } from '../shell/toast.js';
import { Blocking } from './blocking.js';
import { goToDirect } from './direct.js';

/** @typedef {import('./menu.js').RoomWorld} RoomWorld */

/** @param {RoomWorld} world */
export function startPeople(world) {
  const blocking = new Blocking();
  let turn = 0;
  document.addEventListener('click', async (event) => {
    const asked = ++turn;
    const button = event.target instanceof Element ? event.target.closest('button[data-about]') : null;
    if (!(button instanceof HTMLButtonElement)) return;
    const person = { id: Number(button.dataset.about), name: button.querySelector('bdi')?.textContent ?? '' };
    const isBlocked = await blocking.has(person.id);
    // Something else was clicked meanwhile, or the name is gone.
    if (asked !== turn || !finder(button)()) return;
    openMenu(finder(button), [
      { label: t('people.write', { name: person.name }), icon: 'talk', act: () => void writeTo(world, person) },
      isBlocked
        ? { label: t('people.unblock'), icon: 'tick', act: () => void blocking.unblock(person) }
        : { label: t('people.block'), icon: 'cross', danger: true, act: () => void blocking.block(person) },
    ], privacy('DIRECT'));
  });
}

/**
 * @param {RoomWorld} world
 * @param {{id: number}} person
 */
export async function writeTo(world, { id }) {
  try {
    await goToDirect(world, [id]);
  } catch (error) {
    toast(/** @type {Error} */ (error).message);
  }
}

/**
 * Lists of people are rebuilt while a menu is open: finds the button with the same name in the same place.
 * @param {HTMLButtonElement} button
 * @returns {() => HTMLElement | null}
 */
function finder(button) {
  const row = button.closest('[data-key]')?.getAttribute('data-key');
  const place = row ? `[data-key="${CSS.escape(row)}"]` : `#${CSS.escape(button.closest('ul[id]')?.id ?? '')}`;
  return () => (button.isConnected ? button : document.querySelector(`${place} [data-about="${button.dataset.about}"]`));
}
