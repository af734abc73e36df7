/** Names of the room's people below the sign that begins a mention: chosen by arrows and Enter or Tab, or by a tap. Fetched when it is first used. */
import { PeopleOf, typedName } from './people.js';

/** @typedef {import('../composer/mentioning.js').MentionTools} MentionTools */
/** @typedef {import('../composer/mentioning.js').MentionWorld} MentionWorld */

/** Stands for everybody in the room. */
const EVERYBODY = 0;

/**
 * @param {MentionTools} tools
 * @param {MentionWorld} world
 * @returns {() => void} looks at what is typed
 */
export function completion({ avatar, call, el, t }, { box, room, me, isOfficial, references }) {
  const people = new PeopleOf(call);
  const list = el('div', { class: 'mention-list menu-sheet', id: 'mention-list', role: 'listbox', 'aria-label': t('mentions.list'), hidden: true });
  /** @type {HTMLElement} */ (box.closest('.composer-inner')).append(list);
  /** @type {{id: number, name: string}[]} */
  let found = [];
  let active = 0;
  let turn = 0;
  /** @type {string | null} what stands after the sign since a name was chosen, until it is altered */
  let chosen = null;
  const typed = () => (box.selectionStart === box.selectionEnd ? typedName(box.value.slice(0, box.selectionStart)) : null);

  const close = () => {
    turn++;
    found = [];
    list.hidden = true;
    for (const name of ['aria-activedescendant', 'aria-controls', 'aria-autocomplete', 'aria-haspopup']) box.removeAttribute(name);
  };
  const mark = () => {
    for (const [i, option] of [...list.children].entries()) option.setAttribute('aria-selected', String(i === active));
    box.setAttribute('aria-activedescendant', `mention-${active}`);
    list.children[active]?.scrollIntoView({ block: 'nearest' });
  };
  const show = () => {
    list.replaceChildren(...found.map((person, i) => el('div', { role: 'option', id: `mention-${i}`, class: 'found-person' },
      person.id !== EVERYBODY && avatar(person, true),
      el('bdi', { class: 'person-name' }, person.name),
      person.id === EVERYBODY && el('span', { class: 'soft small' }, t('mentions.everybody')))));
    list.hidden = false;
    active = 0;
    for (const [name, value] of Object.entries({ 'aria-controls': 'mention-list', 'aria-autocomplete': 'list', 'aria-haspopup': 'listbox' })) box.setAttribute(name, value);
    mark();
  };
  const look = async () => {
    const words = typed();
    const mine = ++turn;
    if (words !== chosen) chosen = null;
    if (words === null || words === chosen) {
      close();
      return;
    }
    const everybody = isOfficial && t('mentions.room').startsWith(words.toLowerCase()) ? [{ id: EVERYBODY, name: t('mentions.room') }] : [];
    const all = await people.find(room(), words, me).catch(() => []);
    if (mine !== turn) return;
    found = [...everybody, ...all];
    if (found.length) show();
    else close();
  };
  /** @param {number} index */
  const choose = (index) => {
    const person = found[index];
    const words = typed();
    close();
    if (!person || words === null) return;
    const name = `@${person.name}`;
    box.setRangeText(`${name} `, box.selectionStart - words.length - 1, box.selectionStart, 'end');
    references().mention(person.id, name);
    chosen = `${person.name} `;
    box.dispatchEvent(new Event('input'));
    box.focus();
  };
  list.addEventListener('pointerdown', (event) => event.preventDefault());
  list.addEventListener('click', (event) => {
    const option = event.target instanceof Element ? event.target.closest('[role=option]') : null;
    if (option) choose([...list.children].indexOf(option));
  });
  // Before the box itself, to which Enter means to send.
  box.closest('form')?.addEventListener('keydown', (event) => {
    if (list.hidden || event.isComposing || event.keyCode === 229 || event.target !== box) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      active = (active + step + found.length) % found.length;
      mark();
    } else if (event.key === 'Enter' || event.key === 'Tab') {
      choose(active);
    } else if (event.key === 'Escape') {
      close();
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  }, true);
  box.addEventListener('blur', close);
  return () => void look();
}
