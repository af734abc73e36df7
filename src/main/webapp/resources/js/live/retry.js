/** Calls a function until it succeeds, with growing pauses: for what is asked over the network. */
import { Refused } from '../api/http.js';
import { delay } from './backoff.js';

/** @param {number} ms */
const sleep = (ms) => new Promise((done) => setTimeout(done, ms));

/**
 * Not reached, too busy, broken for the moment: time heals these. A refusal for good is thrown.
 * @template T
 * @param {(failures: number) => Promise<T>} run
 * @param {(ms: number) => Promise<unknown>} [pause]
 * @returns {Promise<T>}
 */
export async function retry(run, pause = sleep) {
  for (let failures = 0; ; failures++) {
    try {
      return await run(failures);
    } catch (error) {
      if (!(error instanceof Refused) || !heals(error.problem.status)) throw error;
      await pause(Math.max(delay(failures), (error.problem.retryAfter ?? 0) * 1000));
    }
  }
}

/** @param {number} status */
function heals(status) {
  return status === 0 || status === 429 || status >= 500;
}
