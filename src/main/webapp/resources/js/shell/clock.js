/**
 * The server's time. Everything that depends on the present time uses it, such as the date and which notices are current,
 * because a device's clock may be days off.
 */

/** The difference between the server's clock and the device's, in milliseconds. */
let ahead = 0;

/** @returns {number} epoch milliseconds */
export const serverNow = () => Date.now() + ahead;

/**
 * @param {number} now the server's time in epoch milliseconds
 * @param {number} [at] the device's time at that moment
 */
export function setServerClock(now, at = Date.now()) {
  ahead = now - at;
}

/** Takes the time at which the page was rendered from its element, until the connection delivers a more exact one. */
export function startClock() {
  const made = Number(document.body.dataset.now);
  const [page] = /** @type {PerformanceNavigationTiming[]} */ (performance.getEntriesByType('navigation'));
  if (made && page) setServerClock(made, performance.timeOrigin + page.responseStart);
}

const LOOK_EVERY = 10_000;
/** In milliseconds: if the device's two clocks differ by more than before plus this, the wall clock was set. */
const SET_BY = 5_000;

/**
 * Detects that the device's clock was set or the device was suspended: the difference to the server's clock is unknown then.
 * @param {() => void} changed
 */
export function watchClock(changed) {
  const apart = () => Date.now() - performance.now();
  let before = apart();
  const look = () => {
    const now = apart();
    if (Math.abs(now - before) < SET_BY) return;
    // Until the server sends its time: assumes that the monotonic clock is right.
    ahead -= now - before;
    before = now;
    changed();
  };
  setInterval(look, LOOK_EVERY);
  document.addEventListener('visibilitychange', look);
  addEventListener('focus', look);
}
