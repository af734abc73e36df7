/** Requests of uploads: JSON or bytes, with a limit of time, until they are cancelled. */

/** In milliseconds: the server gives a request twenty seconds to arrive. */
const WITHIN = 25_000;

/**
 * @param {Pick<import('./attach.js').AttachTools, 'Refused' | 'language' | 't'>} tools
 * @param {AbortSignal} cancelled
 * @returns {import('./upload.js').UploadEnds['request']} rejects with what the server says, or with status 0 if it was not reached
 */
export function requests({ Refused, language, t }, cancelled) {
  return async (method, path, body) => {
    cancelled.throwIfAborted();
    const controller = new AbortController();
    const stop = () => controller.abort();
    const timer = setTimeout(stop, WITHIN);
    cancelled.addEventListener('abort', stop);
    let response;
    try {
      response = await fetch(path, { method, headers: headersOf(body, language()), body: body instanceof Blob ? body : body && JSON.stringify(body), signal: controller.signal });
      if (response.ok) return response.status === 204 ? null : await response.json();
    } catch {
      cancelled.throwIfAborted();
      throw new Refused({ type: '/problems/not-reachable', status: 0, detail: t('api.not-reached') });
    } finally {
      clearTimeout(timer);
      cancelled.removeEventListener('abort', stop);
    }
    const { status } = response;
    const problem = await response.json().catch(() => ({ type: '/problems/unknown', detail: t('api.unknown') }));
    throw new Refused({ ...problem, status });
  };
}

/** @param {object | Blob | undefined} body @param {string} language */
function headersOf(body, language) {
  /** @type {Record<string, string>} */
  const headers = { Accept: 'application/json', 'Accept-Language': language };
  if (body) headers['Content-Type'] = body instanceof Blob ? 'application/octet-stream' : 'application/json';
  return headers;
}
