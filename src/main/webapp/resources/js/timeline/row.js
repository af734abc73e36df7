/** Builds the element of a row. Texts of people are inserted as text nodes. */
import { t } from '../language/words.js';
import { serverNow } from '../shell/clock.js';
import { el, icon } from '../shell/dom.js';
import { linkify } from '../shell/linkify.js';
import { avatar, nameButton, roleBadge } from '../shell/people.js';
import { dayName, fullTime, shortTime, zoneNumber } from './days.js';
import { filesOf } from './files.js';
import { foldable } from './folding.js';
import { marked, quoted, reactions } from './marks.js';
import { filesBeingSent, filesSignature } from './pendingfiles.js';

/** @typedef {import('./rows.js').Row} Row */
/** @typedef {import('../types.js').Person} Person */

/**
 * Everything that decides how a row looks: its element is rebuilt only if this changes.
 * @param {Row} row
 * @param {number} editing the number of the message that is being edited, or 0
 */
export function signature(row, editing) {
  switch (row.type) {
    case 'said':
      return `${zoneNumber()}|${row.said.seq}|${row.said.by}|${row.first}|${row.said.editedAt}|${row.said.gone}|${row.said.seq === editing}|${row.said.pinned}|${row.said.forMe}|${row.quote?.name}|${row.quote?.excerpt}|${row.said.body}`;
    case 'pending':
      return `${zoneNumber()}|${row.first}|${row.pending.seq}|${row.pending.failed}|${row.pending.muted}|${row.pending.waiting}|${filesSignature(row.pending.files)}|${row.pending.body}`;
    case 'day':
      return dayName(row.at, serverNow());
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
      return el('h2', { class: 'day', 'data-key': row.key }, el('span', {}, dayName(row.at, serverNow())));
    case 'unread':
      return el('div', { class: 'unread', 'data-key': row.key }, el('span', {}, t('timeline.new')));
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
function said({ said, quote, key, first, own }, me, editing) {
  const author = { id: said.by, name: said.by ? said.name : '' };
  const main = el('div', { class: 'message-main' },
    head(key, own ? { ...said, by: 0 } : said, first),
    !said.gone && said.pinned && el('p', { class: 'message-pinned' }, icon('pin'), t('timeline.pinned')),
    !said.gone && quote && quoted(quote),
    ...(said.gone ? [el('p', { class: 'message-body', id: `${key}-words` }, t('timeline.gone'))] : words(said, key, said.forMe ? [`@${me.name}`, `@${t('mentions.room')}`] : [])),
    said.forMe && el('span', { class: 'unseen' }, t('timeline.mentions-you')),
    said.editedAt > 0 && el('span', { class: 'message-edited', title: fullTime(said.editedAt) }, t('timeline.edited')),
    reactions(said));
  const classes = ['message', first && 'message-first', own && 'message-own', said.gone && 'message-gone', said.seq === editing && 'message-editing', said.forMe && 'message-for-me'];
  const row = article(key, classes, first ? avatar(author) : aside(said.at), main, !said.gone && menuButton(own || me.role === 'ADMIN'));
  row.dataset.seq = String(said.seq);
  return row;
}

/**
 * @param {import('./rows.js').PendingRow} row
 * @param {Person} me
 */
function pending({ pending: entry, key, first }, me) {
  const stored = entry.seq !== undefined;
  const classes = ['message', 'message-own', first && 'message-first', entry.failed ? 'message-failed' : !stored && 'message-pending'];
  const main = el('div', { class: 'message-main' }, head(key, { ...me, at: entry.at }, first), entry.replyTo && quoted(entry.replyTo),
    ...(entry.body || !entry.files?.length ? body(entry.body, key) : []), filesBeingSent(entry, entry.body ? null : `${key}-words`));
  if (entry.failed) main.append(failure(entry));
  else if (entry.waiting) main.append(el('p', { class: 'message-state' }, t('timeline.waiting', { reason: entry.waiting })));
  else if (!stored) main.append(el('p', { class: 'message-state unseen' }, t('timeline.sending')));
  const row = article(key, classes, first ? avatar(me) : aside(entry.at), main);
  row.dataset.clientId = entry.clientId;
  return row;
}

/**
 * A message, for screen readers: labelled by its author and time, described by its text.
 * @param {string} key
 * @param {(string | false | undefined)[]} classes
 * @param {...(Node | false)} children
 */
function article(key, classes, ...children) {
  return el('article', { class: classes.filter(Boolean).join(' '), 'data-key': key, tabindex: '-1',
    'aria-labelledby': `${key}-by`, 'aria-describedby': `${key}-words` }, ...children);
}

/**
 * Author and time: visible above the first message of a group, for screen readers in each.
 * @param {string} key
 * @param {{by?: number, name: string, role: string, at: number}} message `by` is another person, whose name opens their menu
 * @param {boolean} first
 */
function head(key, { by = 0, name, role, at }, first) {
  return first
    ? el('p', { class: 'message-head', id: `${key}-by` }, nameOf(by, name), roleBadge(role), time(at))
    : el('span', { class: 'unseen', id: `${key}-by` }, t('timeline.by', { name, time: shortTime(at) }));
}

/**
 * Not a tab stop: with the keyboard, the message's menu offers the same.
 * @param {number} by 0 for oneself and for erased accounts
 * @param {string} name
 */
function nameOf(by, name) {
  return by ? nameButton({ id: by, name }, { class: 'name-button message-name', tabindex: '-1' }) : el('bdi', { class: 'message-name' }, name);
}

/** @param {import('../composer/outbox.js').Pending} entry */
function failure(entry) {
  return el('div', { class: 'message-state', role: 'group', 'aria-label': t('timeline.not-sent') },
    el('p', {}, t('timeline.not-sent.why', { reason: entry.failed ?? '' })),
    !entry.muted && el('button', { type: 'button', class: 'button-plain', 'data-act': 'retry' }, t('timeline.try-again')),
    el('button', { type: 'button', class: 'button-plain', 'data-act': 'rewrite' }, t('timeline.edit')),
    el('button', { type: 'button', class: 'button-plain', 'data-act': 'discard' }, t('timeline.delete')));
}

/**
 * @param {string} text
 * @param {string} key
 * @param {string[]} [names] by which one is meant in it
 */
function body(text, key, names = []) {
  return foldable(el('p', { class: 'message-body', id: `${key}-words`, dir: 'auto' }, ...marked(linkify(text), names)), text, key);
}

/**
 * Text and files; a message without text gets no text element, which would be read out as empty.
 * @param {import('./said.js').Said} said
 * @param {string} key
 * @param {string[]} names by which one is meant in it
 */
function words({ body: text, files }, key, names) {
  const attached = filesOf(files, text ? null : `${key}-words`);
  return [...(text || !attached ? body(text, key, names) : []), attached];
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
 * Not a tab stop: with the keyboard one moves between messages and opens the menu of the focused one.
 * @param {boolean} mine
 */
function menuButton(mine) {
  const button = el('button', { type: 'button', class: 'button-icon message-menu', 'aria-haspopup': 'menu', 'aria-expanded': 'false',
    'aria-label': t('timeline.menu'), tabindex: '-1', 'data-act': 'menu', 'data-mine': mine });
  button.append(icon('more'));
  return button;
}
