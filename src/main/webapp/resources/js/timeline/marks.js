/** The quote above a message and the reactions below it. */
import { list, number } from '../language/locale.js';
import { counted, t } from '../language/words.js';
import { el, icon } from '../shell/dom.js';

/** @typedef {import('./said.js').Said} Said */
/** @typedef {import('./said.js').Quote} Quote */

/**
 * The quote of the message that is replied to, which links to it.
 * @param {Quote} quote
 */
export function quoted({ seq, name, excerpt }) {
  const gone = name === null;
  const button = el('button', { type: 'button', class: 'quote', 'data-act': 'quote', 'data-to': seq, disabled: gone },
    el('span', { class: 'unseen' }, t('timeline.answers')),
    name && el('bdi', { class: 'quote-name' }, name),
    el('span', { class: 'quote-words', dir: 'auto' }, gone ? t('timeline.quote.gone') : excerpt ?? '…'));
  button.prepend(icon('reply'));
  return button;
}

/**
 * The reactions, a button for each emoji; null if there are none.
 * @param {Said} said
 */
export function reactions({ reactions: all, gone }) {
  if (gone || !all.length) return null;
  return el('div', { class: 'reactions', role: 'group', 'aria-label': t('timeline.reactions') }, ...all.map(chip));
}

/** @param {import('../types.js').Reaction} reaction */
function chip({ emoji, count, mine, people }) {
  const others = count - people.length;
  const names = list(people.map(({ name }) => name || t('timeline.gone.author')));
  const who = others > 0 ? counted('timeline.reacted.more', others, { emoji, names }) : t('timeline.reacted', { emoji, names });
  return el('button', { type: 'button', class: 'reaction', 'data-act': 'react', 'data-emoji': emoji, 'aria-pressed': String(mine), 'aria-label': who, title: who },
    el('span', { class: 'emoji' }, emoji), number(count));
}

/**
 * Replaces the reactions in a message's row. The focus stays on the same emoji.
 * @param {HTMLElement} row
 * @param {Said} said
 */
export function showReactions(row, said) {
  const before = row.querySelector('.reactions');
  const focused = before?.contains(document.activeElement) && /** @type {HTMLElement} */ (document.activeElement).dataset.emoji;
  const now = reactions(said);
  before?.remove();
  if (now) row.querySelector('.message-main')?.append(now);
  if (focused) /** @type {HTMLElement} */ (row.querySelector(`[data-emoji="${focused}"]`) ?? row).focus({ preventScroll: true });
}

/** @param {Said} said what decides how its reactions look */
export const reactionsSignature = ({ reactions: all, gone }) => (gone || !all.length ? '' : JSON.stringify(all));

/**
 * Marks the mentions of the reader in a text.
 * @param {(Node | string)[]} words
 * @param {string[]} names each with its sign before it
 * @returns {(Node | string)[]}
 */
export function marked(words, names) {
  return names.reduce((/** @type {(Node | string)[]} */ pieces, name) => pieces.flatMap((piece) => (typeof piece === 'string' ? cut(piece, name) : [piece])), words);
}

/**
 * @param {string} text
 * @param {string} name
 * @returns {(Node | string)[]}
 */
function cut(text, name) {
  return text.split(name).flatMap((part, i) => (i ? [el('mark', { class: 'mention' }, name), part] : [part])).filter((part) => part !== '');
}
