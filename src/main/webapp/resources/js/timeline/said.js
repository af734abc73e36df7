/** A message as the page holds it, made from an event or an item of history, and changed by later events. Pure. */
import { t } from '../language/words.js';
import { wordsOf } from './files.js';

/** @typedef {import('../types.js').RoomEvent} RoomEvent */
/** @typedef {import('../types.js').HistoryItem} HistoryItem */
/** @typedef {import('../types.js').Reaction} Reaction */

/**
 * @typedef {object} Quote the post that a message answers
 * @property {number} seq
 * @property {number} [by]
 * @property {string | null} [name] null: it was taken back, or one may not read it; undefined: it has to be asked for
 * @property {string | null} [excerpt] its first characters
 *
 * @typedef {object} Said a message as it reads now
 * @property {number} seq
 * @property {number} by
 * @property {string} name
 * @property {string} role
 * @property {number} at
 * @property {string} clientId
 * @property {string} body
 * @property {import('../types.js').AttachedFile[]} files
 * @property {number} editedAt 0 if it was never edited
 * @property {boolean} gone its content was deleted or erased while one looked on
 * @property {Quote | null} replyTo what it answers
 * @property {boolean} forMe somebody else mentions one in it, or everybody
 * @property {Reaction[]} reactions in the order in which each emoji came
 * @property {boolean} pinned
 * @property {number} asOf the last number of the room that is in its reactions and in whether it is pinned
 */

/** How many characters of the quoted message are shown. The server cuts at the same length. */
export const EXCERPT = 140;
/** How many people are named in a reaction. The server names as many. */
const MOST_NAMED = 20;

/**
 * @param {RoomEvent | HistoryItem} from
 * @param {number} me
 * @param {boolean} wordy whether names and words are kept
 * @param {number} asOf
 * @returns {Said}
 */
export function saidOf(from, me, wordy, asOf) {
  const { seq, by = 0, mentions = [], replyTo } = from;
  const quote = typeof replyTo === 'number' ? { seq: replyTo } : replyTo ?? null;
  return {
    seq,
    by,
    name: (wordy && from.name) || '',
    role: from.role ?? 'STUDENT',
    at: from.at ?? 0,
    clientId: from.clientId ?? '',
    body: (wordy && from.body) || '',
    files: (wordy && from.files) || [],
    editedAt: from.editedAt ?? 0,
    gone: false,
    replyTo: wordy ? quote : null,
    forMe: by !== me && (from.room === true || mentions.includes(me)),
    reactions: (wordy && 'reactions' in from && from.reactions) || [],
    pinned: 'pinned' in from && !!from.pinned,
    asOf,
  };
}

/**
 * Applies a reaction that was added or removed.
 * @param {Said} said
 * @param {RoomEvent} event
 * @param {number} me
 */
export function react(said, { emoji = '', on, by = 0, name = '' }, me) {
  const known = said.reactions.find((one) => one.emoji === emoji);
  if (on && !known) {
    said.reactions = [...said.reactions, { emoji, count: 1, mine: by === me, people: [{ id: by, name }] }];
  } else if (known) {
    const people = known.people.filter(({ id }) => id !== by);
    if (on && people.length < MOST_NAMED) people.push({ id: by, name });
    const now = { emoji, count: known.count + (on ? 1 : -1), mine: by === me ? !!on : known.mine, people };
    said.reactions = said.reactions.flatMap((one) => (one !== known ? [one] : now.count > 0 ? [now] : []));
  }
}

/**
 * The author's account was erased, and with it the name.
 * @param {Said} said
 */
export function forget(said) {
  empty(said);
  said.by = 0;
  said.name = t('timeline.gone.author');
  said.role = 'STUDENT';
}

/** @param {Said} said */
export function empty(said) {
  said.body = '';
  said.files = [];
  said.editedAt = 0;
  said.gone = true;
  said.replyTo = null;
  said.forMe = said.pinned = false;
  said.reactions = [];
}

/**
 * Removes an erased person's reactions. Only the server knows those of people who are not named here.
 * @param {Said} said
 * @param {number} person
 */
export function dropReactionsOf(said, person) {
  for (const { emoji, people } of said.reactions) if (people.some(({ id }) => id === person)) react(said, { seq: 0, kind: 'reacted', emoji, on: false, by: person }, 0);
}

/**
 * The excerpt of a post that is shown in replies to it.
 * @param {Said} said
 * @returns {Quote}
 */
export function quote({ seq, by, name, body, files, gone }) {
  return gone ? { seq, name: null, excerpt: null } : { seq, by, name, excerpt: excerptOf(wordsOf({ body, files })) };
}

/** @param {string} body */
export const excerptOf = (body) => (body.length <= EXCERPT ? body : [...body].slice(0, EXCERPT).join(''));
