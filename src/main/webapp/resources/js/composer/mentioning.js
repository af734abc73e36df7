/** Names are completed after a sign that begins a mention; not while an input method composes. What does it is fetched when it is first used. */
import { call } from '../api/http.js';
import { t } from '../language/words.js';
import { el } from '../shell/dom.js';
import { importing } from '../shell/importing.js';
import { avatar } from '../shell/people.js';

/**
 * @typedef {object} MentionWorld
 * @property {HTMLTextAreaElement} box
 * @property {() => import('../rooms/store.js').RoomStore} room the one on the screen
 * @property {number} me
 * @property {boolean} isOfficial
 * @property {() => import('./references.js').References} references what belongs to the text in the box
 */

const TOOLS = { avatar, call, el, t };
/** @typedef {typeof TOOLS} MentionTools */

const load = importing(() => import('../mentions/completion.js'));

/** @param {MentionWorld} world */
export function startMentioning(world) {
  /** @type {Promise<() => void> | undefined} */
  let fetching;
  const look = async (/** @type {Event} */ event) => {
    if (/** @type {InputEvent} */ (event).isComposing || (!fetching && !world.box.value.includes('@'))) return;
    fetching ??= load().then(({ completion }) => completion(TOOLS, world));
    try {
      (await fetching)();
    } catch {
      // Without a connection the name is typed by hand.
      fetching = undefined;
    }
  };
  for (const event of ['input', 'compositionend', 'click']) world.box.addEventListener(event, look);
}
