/**
 * Notifies of messages while the page is not in view, if somebody has turned that on for themselves in this browser. What does it is
 * fetched only then. It gets the functions that it needs as parameters, for the reason that search.js gives.
 */
import { call } from '../api/http.js';
import { t } from '../language/words.js';
import { retry } from '../live/retry.js';
import { wordsOf } from '../timeline/files.js';
import { serverNow } from './clock.js';
import { importing } from './importing.js';
import { localStore, notifyKey } from './storage.js';

/** @typedef {import('../types.js').NotificationChoice} NotificationChoice */

/**
 * @typedef {object} NotifyingWorld
 * @property {number} me
 * @property {string} [zone] the hostel's
 * @property {(id: number) => import('../rooms/store.js').RoomStore | undefined} room
 * @property {(room: number, seq: number) => void} open shows a message
 */

const TOOLS = { call, localStore, retry, serverNow, t, wordsOf };
/** @typedef {typeof TOOLS} NotifyTools */

/**
 * @param {NotifyingWorld} world
 * @param {() => Promise<typeof import('../notify/browser.js')>} [load]
 */
export function startNotifying(world, load = importing(() => import('../notify/browser.js'))) {
  /** @type {import('../notify/notifier.js').Notifier | undefined} */
  let notifier;
  /** @type {NotificationChoice | undefined} */
  let choice;
  const key = notifyKey(world.me);
  const isOn = () => localStore()?.getItem(key) === 'on';
  const look = async () => {
    if (!isOn() || !choice) {
      notifier?.stop();
      notifier = undefined;
      return;
    }
    if (notifier) {
      notifier.choose(choice);
      return;
    }
    // The next frame of this kind, and the next welcome, try again.
    const { beginNotifying } = await load();
    if (!notifier && isOn()) notifier = beginNotifying(TOOLS, world, choice);
  };
  const lookSoon = () => void look().catch(() => {});
  addEventListener('storage', (event) => {
    if (event.key === key || event.key === null) lookSoon();
  });
  return {
    /** @param {{room: number, events: import('../types.js').RoomEvent[]}} frame */
    heard: (frame) => notifier?.heard(frame),
    /** @param {import('../types.js').Limited} frame */
    missed: (frame) => void notifier?.missed(frame),
    /** @param {import('../rooms/store.js').RoomStore} [store] */
    changed: (store) => void (store && notifier?.changed(store)),
    /** @param {NotificationChoice} [chosen] */
    choose(chosen) {
      choice = chosen ?? choice;
      lookSoon();
    },
  };
}
