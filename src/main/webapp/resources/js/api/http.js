/** Calls of the HTTP API. A refusal becomes a {@link Refused} error with the server's own words. */

/** @typedef {import('../types.js').Problem} Problem */

export class Refused extends Error {
  /** @param {Problem} problem */
  constructor(problem) {
    super(problem.detail ?? problem.title ?? 'This was not possible.');
    this.problem = problem;
  }
}

/** A line that hangs gives no error by itself, except where an old browser can’t wait. A page of history may be long. */
const ANSWER_WITHIN = 20_000;
const PAGE_WITHIN = 60_000;

const NOT_REACHED = 'No connection to the chat.';

/**
 * @param {string} method
 * @param {string} path
 * @param {object} [body]
 * @returns {Promise<any>} the answer's JSON, or null where there is none
 * @throws {Refused} with status 0 where the server can't be reached
 */
export async function call(method, path, body) {
  const reads = method === 'GET';
  /** @type {RequestInit} */
  const request = { method, headers: { Accept: 'application/json' }, signal: AbortSignal.timeout?.(reads ? PAGE_WITHIN : ANSWER_WITHIN) };
  if (body) {
    request.headers = { ...request.headers, 'Content-Type': 'application/json' };
    request.body = JSON.stringify(body);
  }
  // The answer may be what was lost: then it was done.
  const lost = reads ? NOT_REACHED : `${NOT_REACHED} Perhaps this was still done: please check when the connection is back.`;
  return answer(path, request, (response) => (response.status === 204 ? null : response.json()), lost);
}

/**
 * A page of the server's, as text.
 * @param {URL} address
 * @returns {Promise<string>}
 * @throws {Refused} with status 0 where the server can't be reached
 */
export function page(address) {
  return answer(address, { signal: AbortSignal.timeout?.(PAGE_WITHIN) }, (response) => response.text(), NOT_REACHED);
}

/**
 * @template T
 * @param {string | URL} address
 * @param {RequestInit} request
 * @param {(response: Response) => T | Promise<T>} read
 * @param {string} lost what is said where the server can't be reached
 * @returns {Promise<T>}
 */
async function answer(address, request, read, lost) {
  let response;
  try {
    response = await fetch(address, request);
    if (response.ok) return await read(response);
  } catch {
    throw new Refused({ type: '/problems/not-reachable', status: 0, detail: lost });
  }
  throw new Refused(await problemOf(response));
}

/** @param {Response} response */
async function problemOf(response) {
  try {
    return /** @type {Problem} */ ({ status: response.status, ...(await response.json()) });
  } catch {
    return { type: '/problems/unknown', status: response.status, detail: 'Something went wrong. Please try again.' };
  }
}
