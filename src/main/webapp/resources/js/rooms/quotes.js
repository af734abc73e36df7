/** Finds what new messages answer, where that is not held: a live event names it by its number alone. */
import { historyOf } from '../timeline/history.js';
import { quote, saidOf } from '../timeline/said.js';

/** @typedef {import('../timeline/said.js').Said} Said */

/**
 * @param {import('./store.js').RoomStore} store
 * @param {Said[]} fresh
 * @param {() => void} found told after each that was found
 */
export async function lookUpQuotes(store, fresh, found) {
  const missing = new Set(fresh.filter((said) => said.replyTo && store.log.quoteOf(said)?.name === undefined).map((said) => said.replyTo?.seq ?? 0));
  for (const seq of missing) {
    try {
      const [item] = (await historyOf(store.id).one(seq)).items;
      store.log.learnQuote(item?.seq === seq && item.body !== undefined ? quote(saidOf(item, 0, true, 0)) : { seq, name: null, excerpt: null });
      found();
    } catch {
      // Without a line it stays as it is; the next page of history has it.
    }
  }
}
