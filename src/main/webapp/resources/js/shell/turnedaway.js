/** Finds out why the house does not let one in, and goes where that can be mended. */
import { call, Refused, slugOf } from '../api/http.js';

/**
 * @returns {Promise<boolean>} true if the page is being left
 */
export async function goWhereItCanBeMended() {
  try {
    await call('GET', '/api/me');
    return false;
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    const { problem } = error;
    if (problem.status === 401) location.assign(`/login?next=${encodeURIComponent(location.pathname)}`);
    else if (problem.status === 403 && slugOf(problem) === 'must-change-password') location.assign('/password');
    else return false;
    return true;
  }
}
