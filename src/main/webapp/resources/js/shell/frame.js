/** Doing something once a frame, however often it is asked for. */

/**
 * What is shown is worth doing once before the next picture. A page that is not seen gets no frames, and what it tells
 * elsewhere, such as in its title, has to be right all the same: there it is done at once.
 * @param {() => void} run
 * @returns {() => void} asks for it
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
