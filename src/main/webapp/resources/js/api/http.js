/** Client of the HTTP API. A refusal is thrown as {@link Refused} with the server's message. */
import { language } from '../language/locale.js';
import { t } from '../language/words.js';

/** @typedef {import('../types.js').Problem} Problem */

export class Refused extends Error {
  /** @param {Problem} problem */
  constructor(problem) {
    super(problem.detail ?? problem.title ?? t('api.impossible'));
    this.problem = problem;
  }
}

/**
 * In milliseconds. A stalled connection reports no error by itself. A page of history may be large, so reads get longer.
 * Browsers without AbortSignal.timeout wait as long as they do.
 */
const ANSWER_WITHIN = 20_000;
const PAGE_WITHIN = 60_000;

/**
 * @param {string} method
 * @param {string} path
 * @param {object} [body]
 * @returns {Promise<any>} the JSON of the response, or null if it has none
 * @throws {Refused} with status 0 if the server can't be reached
 */
export async function call(method, path, body) {
  const reads = method === 'GET';
  /** @type {RequestInit & {headers: Record<string, string>}} */
  const request = { method, headers: { Accept: 'application/json', ...inLanguage() }, signal: AbortSignal.timeout?.(reads ? PAGE_WITHIN : ANSWER_WITHIN) };
  if (body) {
    request.headers['Content-Type'] = 'application/json';
    request.body = JSON.stringify(body);
  }
  // The response may be what was lost: then the call was carried out.
  const lost = reads ? t('api.not-reached') : t('api.lost');
  return answer(path, request, (response) => (response.status === 204 ? null : response.json()), lost);
}

/**
 * Reads what the head of the page preloads. A request with an additional header would be sent a second time, so a refusal may
 * be in another language than the page's.
 * @param {string} path
 * @returns {Promise<any>}
 * @throws {Refused} with status 0 if the server can't be reached
 */
export function preloaded(path) {
  const request = { headers: { Accept: 'application/json' }, signal: AbortSignal.timeout?.(PAGE_WITHIN) };
  return answer(path, request, (response) => response.json(), t('api.not-reached'));
}

/** Refusals in the language of the page, which may differ from the browser's. */
const inLanguage = () => ({ 'Accept-Language': language() });

/**
 * Fetches a page of the server as text.
 * @param {URL} address
 * @returns {Promise<string>}
 * @throws {Refused} with status 0 if the server can't be reached
 */
export function page(address) {
  return answer(address, { headers: inLanguage(), signal: AbortSignal.timeout?.(PAGE_WITHIN) }, (response) => response.text(), t('api.not-reached'));
}

/**
 * @template T
 * @param {string | URL} address
 * @param {RequestInit} request
 * @param {(response: Response) => T | Promise<T>} read
 * @param {string} lost the message if the server can't be reached
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
    return { type: '/problems/unknown', status: response.status, detail: t('api.unknown') };
  }
}
