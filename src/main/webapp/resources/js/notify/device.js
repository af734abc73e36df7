/**
 * Turns notifications on and off for one person in this browser. The browser is asked for its permission only when somebody turns them
 * on; without it there is still the sound, and the page says why.
 */

/**
 * @typedef {object} DeviceWorld
 * @property {Storage | null} storage
 * @property {string} key
 * @property {boolean} isSecure whether the browser counts the page as secure
 * @property {{permission: NotificationPermission, requestPermission: () => Promise<NotificationPermission>} | undefined} api
 * @property {() => boolean} show shows one notification; false if the browser does not let a page do so
 */

/** @typedef {'off' | 'on' | 'asking' | 'denied' | 'insecure' | 'none' | 'unkept'} DeviceState the sentence to show */

export class NotifyDevice {
  /** @type {DeviceWorld} */ #world;
  /** @type {(state: DeviceState, isOn: boolean) => void} */ #changed;
  #asking = false;
  /** Whether the browser refused to show one, though it was permitted. */
  #refused = false;

  /**
   * @param {DeviceWorld} world
   * @param {(state: DeviceState, isOn: boolean) => void} changed
   */
  constructor(world, changed) {
    this.#world = world;
    this.#changed = changed;
    this.look();
  }

  /** @returns {boolean} */
  get isOn() {
    return this.#world.storage?.getItem(this.#world.key) === 'on';
  }

  /** @returns {DeviceState} */
  get state() {
    const { storage, isSecure, api } = this.#world;
    if (!storage) return 'unkept';
    if (!this.isOn) return 'off';
    if (!isSecure) return 'insecure';
    if (!api || this.#refused) return 'none';
    if (api.permission === 'granted') return 'on';
    return api.permission === 'default' && this.#asking ? 'asking' : 'denied';
  }

  look() {
    this.#changed(this.state, this.isOn);
  }

  async turnOn() {
    const { storage, key, isSecure, api, show } = this.#world;
    try {
      storage?.setItem(key, 'on');
    } catch {
      // Full: it stays off, which the page shows.
    }
    if (this.isOn && isSecure && api) {
      this.#asking = true;
      this.look();
      if (api.permission === 'default') await api.requestPermission().catch(() => {});
      this.#asking = false;
      this.#refused = api.permission === 'granted' && !show();
    }
    this.look();
  }

  turnOff() {
    this.#world.storage?.removeItem(this.#world.key);
    this.look();
  }
}

/** @param {{localStore: () => Storage | null, notifyKey: (user: number) => string}} tools */
export function startDevice({ localStore, notifyKey }) {
  const part = /** @type {HTMLElement} */ (document.getElementById('notify-here'));
  const on = /** @type {HTMLButtonElement} */ (document.getElementById('notify-on'));
  const off = /** @type {HTMLButtonElement} */ (document.getElementById('notify-off'));
  const key = notifyKey(Number(part.dataset.me));
  const device = new NotifyDevice({
    storage: localStore(),
    key,
    isSecure,
    api: globalThis.Notification,
    show() {
      try {
        new Notification(document.title, { body: part.dataset.shown, tag: 'hostel-on', lang: document.documentElement.lang });
        return true;
      } catch {
        return false;
      }
    },
  }, (state, isOn) => {
    for (const line of /** @type {NodeListOf<HTMLElement>} */ (part.querySelectorAll('[data-notify]'))) line.hidden = line.dataset.notify !== state;
    const focused = document.activeElement === on || document.activeElement === off;
    on.hidden = isOn || state === 'unkept';
    off.hidden = !isOn;
    if (focused) (isOn ? off : on).focus();
  });
  on.addEventListener('click', () => void device.turnOn());
  off.addEventListener('click', () => device.turnOff());
  // In another tab, or the browser's settings.
  addEventListener('storage', () => device.look());
  addEventListener('focus', () => device.look());
}

const { isSecureContext: isSecure = false } = globalThis;
