/** Builds the element of one row. Whatever people wrote goes in as text. */
import { el, icon } from '../shell/dom.js';
import { linked } from '../shell/linked.js';
import { avatar, roleBadge } from '../shell/people.js';
import { dayName, fullTime, shortTime } from './days.js';
import { foldable } from './folding.js';

/** @typedef {import('./rows.js').Row} Row */
/** @typedef {import('../types.js').Person} Person */

/**
 * What decides how a row looks: an element is built again only when this changes.
 * @param {Row} row
 * @param {number} editing the number of the message that is being edited, or 0
 */
export function signature(row, editing) {
  switch (row.type) {
    case 'said':
      return `${row.said.seq}|${row.said.by}|${row.first}|${row.said.editedAt}|${row.said.gone}|${row.said.seq === editing}|${row.said.body}`;
    case 'pending':
      return `${row.first}|${row.pending.seq}|${row.pending.failed}|${row.pending.waiting}|${row.pending.body}`;
    case 'day':
      return dayName(row.at, Date.now());
    default:
      return '';
  }
}

/**
 * @param {Row} row
 * @param {Person} me
 * @param {number} editing
 * @returns {HTMLElement}
 */
export function build(row, me, editing) {
  switch (row.type) {
    case 'day':
      return el('div', { class: 'day', 'data-key': row.key }, el('span', {}, dayName(row.at, Date.now())));
    case 'unread':
      return el('div', { class: 'unread', 'data-key': row.key }, el('span', {}, 'New'));
    case 'said':
      return said(row, me, editing);
    default:
      return pending(row, me);
  }
}

/**
 * @param {import('./rows.js').SaidRow} row
 * @param {Person} me
 * @param {number} editing
 */
function said({ said, key, first, own }, me, editing) {
  const author = { id: said.by, name: said.by ? said.name : '' };
  const main = el('div', { class: 'message-main' },
    first && el('p', { class: 'message-head' },
      el('bdi', { class: 'message-name' }, said.name), roleBadge(said.role), time(said.at)),
    !first && el('span', { class: 'unseen' }, `${said.name}, ${shortTime(said.at)}`),
    ...(said.gone ? [el('p', { class: 'message-body' }, 'This message was deleted.')] : body(said.body, key)),
    said.editedAt > 0 && el('span', { class: 'message-edited', title: fullTime(said.editedAt) }, 'edited'));
  const classes = ['message', first && 'message-first', own && 'message-own', said.gone && 'message-gone', said.seq === editing && 'message-editing'];
  return el('div', { class: classes.filter(Boolean).join(' '), 'data-key': key, 'data-seq': said.seq },
    first ? avatar(author) : aside(said.at),
    main,
    !said.gone && menuButton(own ? 'your message' : `the message of ${said.name}`, own || me.role === 'ADMIN'));
}

/**
 * @param {import('./rows.js').PendingRow} row
 * @param {Person} me
 */
function pending({ pending: entry, key, first }, me) {
  const stored = entry.seq !== undefined;
  const classes = ['message', 'message-own', first && 'message-first', entry.failed ? 'message-failed' : !stored && 'message-pending'];
  const main = el('div', { class: 'message-main' },
    first && el('p', { class: 'message-head' }, el('bdi', { class: 'message-name' }, me.name), roleBadge(me.role), time(entry.at)),
    ...body(entry.body, key));
  if (entry.failed) main.append(failure(entry));
  else if (entry.waiting) main.append(el('p', { class: 'message-state' }, `${entry.waiting} It goes out by itself in a moment.`));
  else if (!stored) main.append(el('p', { class: 'message-state unseen' }, 'On its way'));
  return el('div', { class: classes.filter(Boolean).join(' '), 'data-key': key, 'data-client-id': entry.clientId },
    first ? avatar(me) : aside(entry.at), main);
}

/** @param {import('../composer/outbox.js').Pending} entry */
function failure(entry) {
  return el('div', { class: 'message-state', role: 'group', 'aria-label': 'Not sent' },
    el('p', {}, `Not sent. ${entry.failed}`),
    el('button', { type: 'button', class: 'button-plain', 'data-act': 'retry' }, 'Retry'),
    el('button', { type: 'button', class: 'button-plain', 'data-act': 'rewrite' }, 'Edit'),
    el('button', { type: 'button', class: 'button-plain', 'data-act': 'discard' }, 'Delete'));
}

/**
 * @param {string} text
 * @param {string} key
 */
function body(text, key) {
  return foldable(el('p', { class: 'message-body', dir: 'auto' }, ...linked(text)), text, key);
}

/** @param {number} at */
function time(at) {
  return el('time', { class: 'message-time', datetime: new Date(at).toISOString(), title: fullTime(at) }, shortTime(at));
}

/** @param {number} at */
function aside(at) {
  return el('span', { class: 'message-aside', 'aria-hidden': 'true', title: fullTime(at) }, shortTime(at));
}

/**
 * Only one of all these is a stop of the Tab key's round, which one the view decides: arrows go on.
 * @param {string} what
 * @param {boolean} mine
 */
function menuButton(what, mine) {
  const button = el('button', { type: 'button', class: 'button-icon message-menu', 'aria-haspopup': 'menu', 'aria-expanded': 'false',
    'aria-label': `What to do with ${what}`, tabindex: '-1', 'data-act': 'menu', 'data-mine': mine });
  button.append(icon('more'));
  return button;
}
