/** Tells the others that one is writing, and shows who of them is: a line whose place is kept free, so that nothing moves. */
import { t } from '../language/words.js';
import { Typists } from '../live/typists.js';
import { byId } from '../shell/dom.js';

/** In milliseconds: the server drops what is said more often. */
const TELL_EVERY = 3_000;
const LOOK_EVERY = 1_000;

/**
 * @param {object} parts
 * @param {() => number} parts.room the one on the screen
 * @param {(room: number) => void} parts.tell
 * @param {() => boolean} parts.editing an edit is nobody's business before it is done
 */
export function startTyping({ room, tell, editing }) {
  const typists = new Typists(() => performance.now());
  const place = byId('typing', HTMLElement);
  let told = -Infinity;
  /** @type {number | undefined} */
  let timer;
  byId('box', HTMLTextAreaElement).addEventListener('input', ({ target }) => {
    if (editing() || !(/** @type {HTMLTextAreaElement} */ (target).value.trim()) || performance.now() - told < TELL_EVERY) return;
    told = performance.now();
    tell(room());
  });
  const show = () => {
    const names = typists.of(room());
    place.textContent = words(names);
    clearTimeout(timer);
    timer = names.length ? setTimeout(show, LOOK_EVERY) : undefined;
  };
  return {
    show,
    /** @param {{room: number, by: number, name: string}} frame */
    heard: (frame) => {
      typists.add(frame.room, { id: frame.by, name: frame.name });
      show();
    },
    /** @param {number} of @param {number} by */
    said: (of, by) => {
      typists.said(of, by);
      show();
    },
  };
}

/** @param {string[]} names */
export function words(names) {
  const [first, second] = names;
  if (!first) return '';
  if (names.length > 2) return t('live.typing.several');
  return second ? t('live.typing.two', { first, second }) : t('live.typing.alone', { name: first });
}
