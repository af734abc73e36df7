/** Finds out why the server refuses, and goes to the page where that is put right: the sign-in page, or that of the password. */
import { call, Refused } from '../api/http.js';

/**
 * @returns {Promise<boolean>} true if the page is being left
 */
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

/** Where to come back to: this very page. */
function here() {
  return encodeURIComponent(location.pathname + location.search + location.hash);
}
