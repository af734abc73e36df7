/** Notifications, sounds and claims by the browser's means. Loaded only where somebody has turned notifications on. */
import { Notifier } from './notifier.js';

/** @typedef {import('../shell/notifying.js').NotifyTools} NotifyTools */
/** @typedef {import('../shell/notifying.js').NotifyingWorld} NotifyingWorld */

/** The most rooms whose last message that was told is remembered for other tabs. */
const MOST_CLAIMS = 100;

/**
 * @param {NotifyTools} tools
 * @param {NotifyingWorld} world
 * @param {import('../types.js').NotificationChoice} choice
 */
export function beginNotifying({ call, localStore, retry, serverNow, t, wordsOf }, world, choice) {
  const notifier = new Notifier({
    me: world.me,
    zone: world.zone,
    now: serverNow,
    room: world.room,
    isInView: () => document.visibilityState === 'visible' && document.hasFocus(),
    claim: (room, seq) => claim(localStore(), `hostel.told.${world.me}`, room, seq),
    show: (told) => show(told, world.open),
    ring,
    later: (run, after) => setTimeout(run, after),
    t,
    wordsOf,
    missed: (range, level) => retry(async () => (level === 'ALL' ? latestPosts(call, range) : latestMentions(call, range, world.me))),
  }, choice);
  // Nobody who uses the device after somebody has signed out reads what they were told.
  addEventListener('pagehide', () => notifier.stop());
  return notifier;
}

/** How many of the latest posts, and of one's latest mentions in all rooms, are looked at. */
const POSTS = 20;
const MENTIONS = 50;

/**
 * @param {NotifyTools['call']} call
 * @param {import('./notifier.js').Range} range
 * @returns {Promise<import('../types.js').RoomEvent[]>} without those that were taken back
 */
async function latestPosts(call, { room, from, to }) {
  /** @type {import('../types.js').HistoryPage} */
  const { items } = await call('GET', `/api/rooms/${room}/history?before=${to + 1}&limit=${POSTS}`);
  return items
    .filter((item) => item.seq >= from && item.kind !== 'tombstone')
    .map(({ seq, by, name, at, body, files, mentions, room: everybody }) => ({ seq, by, name, at, body, files, mentions, room: everybody, kind: 'posted' }));
}

/**
 * @param {NotifyTools['call']} call
 * @param {import('./notifier.js').Range} range
 * @param {number} me
 * @returns {Promise<import('../types.js').RoomEvent[]>}
 */
async function latestMentions(call, { room, from, to }, me) {
  const { items } = await call('GET', `/api/mentions?limit=${MENTIONS}`);
  return items
    .filter((/** @type {{room: number, seq: number}} */ item) => item.room === room && item.seq >= from && item.seq <= to)
    .map((/** @type {import('../types.js').RoomEvent} */ { seq, by, name, at, body }) => ({ seq, by, name, at, body, kind: 'posted', mentions: [me] }))
    .reverse();
}

/**
 * @param {import('./notifier.js').Told} told
 * @param {(room: number, seq: number) => void} open
 * @returns {() => void}
 */
function show({ title, body, room, seq }, open) {
  if (!('Notification' in globalThis) || Notification.permission !== 'granted') return () => {};
  const options = { body, tag: `hostel-room-${room}`, renotify: true, silent: true, dir: /** @type {const} */ ('auto'), lang: document.documentElement.lang };
  try {
    const shown = new Notification(title, options);
    shown.addEventListener('click', () => {
      focus();
      shown.close();
      open(room, seq);
    });
    return () => shown.close();
  } catch {
    // Some browsers of phones offer the interface and refuse to use it; the sound is what they have.
    return () => {};
  }
}

/**
 * @param {Storage | null} storage
 * @param {string} key
 * @param {number} room
 * @param {number} seq
 */
function claim(storage, key, room, seq) {
  try {
    /** @type {[number, number][]} */
    const told = JSON.parse(storage?.getItem(key) ?? '[]');
    const known = told.find(([id]) => id === room);
    if (known && known[1] >= seq) return false;
    storage?.setItem(key, JSON.stringify([...told.filter((one) => one !== known), [room, seq]].slice(-MOST_CLAIMS)));
  } catch {
    // Without a storage each tab tells by itself.
  }
  return true;
}

/** @type {AudioContext | undefined} */
let audio;

/** A sound that cannot be played within this time, in milliseconds, is of no use any more. */
const RINGS_WITHIN = 1_000;

/** Rings. A browser that lets a page sound only after somebody has touched it keeps silent until then, and does not catch up. */
function ring() {
  try {
    const wanted = performance.now();
    const context = (audio ??= new AudioContext());
    context.resume().then(() => performance.now() - wanted < RINGS_WITHIN && play(context), () => {});
  } catch {
    // No sound here.
  }
}

/**
 * Two short, soft tones.
 * @param {AudioContext} context
 */
function play(context) {
  for (const [pitch, after] of [[660, 0], [880, 0.12]]) {
    const from = context.currentTime + after;
    const tone = context.createOscillator();
    const volume = context.createGain();
    tone.frequency.value = pitch;
    volume.gain.setValueAtTime(0, from);
    volume.gain.linearRampToValueAtTime(0.08, from + 0.02);
    volume.gain.exponentialRampToValueAtTime(0.0001, from + 0.3);
    tone.connect(volume).connect(context.destination);
    tone.start(from);
    tone.stop(from + 0.3);
  }
}
