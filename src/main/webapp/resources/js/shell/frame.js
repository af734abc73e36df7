/** Limits an action to once per animation frame. */

/**
 * Runs an update at most once per frame, however often it is requested. Hidden pages get no frames, but their titles must be
 * updated: there it runs at once.
 * @param {() => void} run
 * @returns {() => void} requests the update
 */
export function onceAFrame(run) {
  /** @type {number | undefined} */
  let asked;
  const now = () => {
    if (asked !== undefined) cancelAnimationFrame(asked);
    asked = undefined;
    run();
  };
  document.addEventListener('visibilitychange', () => {
    if (asked !== undefined) now();
  });
  return () => {
    if (document.visibilityState === 'hidden') now();
    else asked ??= requestAnimationFrame(now);
  };
}
