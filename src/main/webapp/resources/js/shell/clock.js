/**
 * The server's time. Whatever depends on now asks here, and not the device, whose clock may be days off: what is today, which
 * notices still stand on the board.
 */

/** How far, in milliseconds, the server's clock is ahead of the device's. */
let ahead = 0;

/** @returns {number} epoch milliseconds */
export const serverNow = () => Date.now() + ahead;

/**
 * @param {number} now what the server's clock says
 * @param {number} [at] what the device's said at that moment
 */
export function setServerClock(now, at = Date.now()) {
  ahead = now - at;
}

/** The time that the page was made at, which its element carries, until the line brings a better one. */
export function startClock() {
  const made = Number(document.body.dataset.now);
  const [page] = /** @type {PerformanceNavigationTiming[]} */ (performance.getEntriesByType('navigation'));
  if (made && page) setServerClock(made, performance.timeOrigin + page.responseStart);
}

const LOOK_EVERY = 10_000;
/** The two clocks of the device may drift so far apart, in milliseconds, before one of them counts as set. */
const SET_BY = 5_000;

/**
 * Tells when the device's clock was set, or the device has slept: what was known of the server's clock holds no more.
 * @param {() => void} changed
 */
export function watchClock(changed) {
  const apart = () => Date.now() - performance.now();
  let before = apart();
  const look = () => {
    const now = apart();
    if (Math.abs(now - before) < SET_BY) return;
    // Until the server tells again: the clock that can't be set is the better witness.
    ahead -= now - before;
    before = now;
    changed();
  };
  setInterval(look, LOOK_EVERY);
  document.addEventListener('visibilitychange', look);
  addEventListener('focus', look);
}
