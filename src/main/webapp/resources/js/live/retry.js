/** Repeats a network request until it succeeds, with growing pauses. */
import { Refused } from '../api/http.js';
import { delay } from './backoff.js';

/** @param {number} ms */
const sleep = (ms) => new Promise((done) => setTimeout(done, ms));

/**
 * Repeats after temporary failures: not reachable, too busy, a server error. Permanent refusals are thrown.
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
