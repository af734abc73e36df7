/** Finds what new messages answer, where that is not held: a live event names it by its number alone. */
import { historyOf } from '../timeline/history.js';
import { quote, saidOf } from '../timeline/said.js';

/** @typedef {import('../timeline/said.js').Said} Said */
/** @typedef {import('./store.js').RoomStore} RoomStore */

/** So many are asked for at a time, the newest: others stay without words until their page of history is read. */
const MOST = 5;
/** In milliseconds: every open page hears of an answer at once, and is not to ask at once. */
const ASK_AFTER = 300;
const ASK_WITHIN = 3_000;

/** @type {WeakMap<RoomStore, Set<number>>} what is still to be asked for, while that goes on */
const wanted = new WeakMap();

const pause = () => new Promise((done) => setTimeout(done, ASK_AFTER + Math.random() * ASK_WITHIN));

/**
 * One request at a time for each room.
 * @param {RoomStore} store
 * @param {Said[]} fresh
 * @param {() => void} found told once after those that were found
 */
export async function lookUpQuotes(store, fresh, found) {
  const asking = wanted.get(store);
  const queue = asking ?? new Set();
  for (const { replyTo } of fresh) {
    if (!replyTo || !isMissing(store, replyTo.seq)) continue;
    queue.delete(replyTo.seq);
    queue.add(replyTo.seq);
  }
  for (const old of [...queue].slice(0, -MOST)) queue.delete(old);
  if (asking || !queue.size) return;
  wanted.set(store, queue);
  while (queue.size) {
    await pause();
    if (await askFor(store, queue)) found();
  }
  wanted.delete(store);
}

/**
 * @param {RoomStore} store
 * @param {Set<number>} queue emptied
 * @returns {Promise<boolean>} whether any was found
 */
async function askFor(store, queue) {
  let learned = false;
  for (const seq of [...queue]) {
    queue.delete(seq);
    if (!isMissing(store, seq)) continue;
    try {
      const [item] = (await historyOf(store.id).one(seq)).items;
      store.log.learnQuote(item?.seq === seq && item.body !== undefined ? quote(saidOf(item, 0, true, 0)) : { seq, name: null, excerpt: null });
      learned = true;
    } catch {
      // Without a connection it stays as it is; the next page of history has it.
    }
  }
  return learned;
}

/**
 * Whether a message that is held answers this one, and its words are not known.
 * @param {RoomStore} store
 * @param {number} seq
 */
const isMissing = ({ log }, seq) => log.said.some((said) => said.replyTo?.seq === seq && log.quoteOf(said)?.name === undefined);
