/** Calls of the HTTP API. A refusal becomes a {@link Refused} error with the server's own words. */

/** @typedef {import('../types.js').Problem} Problem */

export class Refused extends Error {
  /** @param {Problem} problem */
  constructor(problem) {
    super(problem.detail ?? problem.title ?? 'The house refused this.');
    this.problem = problem;
  }
}

/**
 * @param {string} method
 * @param {string} path
 * @param {object} [body]
 * @returns {Promise<any>} the answer's JSON, or null where there is none
 * @throws {Refused} with status 0 where the server can't be reached
 */
export async function call(method, path, body) {
  /** @type {RequestInit} */
  const request = { method, headers: { Accept: 'application/json' } };
  if (body) {
    request.headers = { ...request.headers, 'Content-Type': 'application/json' };
    request.body = JSON.stringify(body);
  }
  let response;
  try {
    response = await fetch(path, request);
  } catch {
    throw new Refused({ type: '/problems/not-reachable', status: 0, detail: 'The house can’t be reached just now. Nothing was changed.' });
  }
  if (response.ok) return response.status === 204 ? null : response.json();
  throw new Refused(await problemOf(response));
}

/** @param {Response} response */
async function problemOf(response) {
  try {
    return /** @type {Problem} */ ({ status: response.status, ...(await response.json()) });
  } catch {
    return { type: '/problems/unknown', status: response.status, detail: 'Something went wrong in the house. Please try again.' };
  }
}

/** @param {Problem} problem */
export function slugOf(problem) {
  return problem.type.slice(problem.type.lastIndexOf('/') + 1);
}
