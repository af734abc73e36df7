/** Finds out why the server refuses requests, and goes to the page that resolves it: sign-in, or a change of the password. */
import { call, Refused } from '../api/http.js';

/** @returns {Promise<boolean>} whether the page is being left */
export async function redirectToSignIn() {
  try {
    const me = await call('GET', '/api/me');
    if (!me.mustChangePassword) return false;
    location.assign(`/password?then=${here()}`);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    if (error.problem.status !== 401) return false;
    location.assign(`/login?next=${here()}`);
  }
  return true;
}

/** The URL to return to: the present page's. */
function here() {
  return encodeURIComponent(location.pathname + location.search + location.hash);
}
