/**
 * Files come into the message that one is writing: by the button beside the box, by pasting, by dropping them anywhere on the page.
 * What prepares and uploads them is fetched when it is first used.
 */
import { Refused } from '../api/http.js';
import { language } from '../language/locale.js';
import { t } from '../language/words.js';
import { delay } from '../live/backoff.js';
import { byId, el, icon } from '../shell/dom.js';
import { importing } from '../shell/importing.js';
import { filesOfPerson, localStore } from '../shell/storage.js';
import { toast } from '../shell/toast.js';
import { sizeOf } from '../timeline/files.js';
import { isUploading } from './pending.js';

/** @typedef {import('../attach/attach.js').Attach} Attach */
/** @typedef {import('../attach/plan.js').Offered} Offered */

const TOOLS = { Refused, delay, el, filesOfPerson, icon, isUploading, language, localStore, sizeOf, t };
/** @typedef {typeof TOOLS} AttachTools */

/** In milliseconds: meanwhile the message can't be sent. */
const FETCHED_WITHIN = 30_000;

/**
 * @typedef {object} AttachWorld
 * @property {number} me
 * @property {() => import('../rooms/session.js').RoomSession} session of the room on the screen
 * @property {() => import('../rooms/session.js').RoomSession[]} sessions of all rooms that were shown
 * @property {import('./box.js').Box} box
 * @property {import('./outbox.js').Outbox} outbox
 * @property {import('./tabs.js').Tabs} tabs
 * @property {(room: number) => boolean} isMember
 * @property {(entry: import('./pending.js').Pending) => void} restore what a text answers and mentions, which is in the box again
 * @property {HTMLElement} root holds the messages and the composer
 * @property {HTMLElement} place for the files that are chosen
 * @property {number} largest that a file may be, in bytes
 */

/**
 * @param {Omit<AttachWorld, 'root' | 'place' | 'largest'>} parts
 * @param {() => Promise<typeof import('../attach/attach.js')>} [load]
 */
export function startAttaching(parts, load = importing(() => import('../attach/attach.js'))) {
  const button = byId('attach', HTMLButtonElement);
  const input = byId('attach-input', HTMLInputElement);
  const drop = byId('drop-here', HTMLElement);
  const world = { ...parts, root: byId('talk', HTMLElement), place: byId('attached', HTMLElement), largest: Number(input.dataset.largest) };
  /** @type {Promise<Attach> | undefined} */
  let fetching;
  /** @type {Attach | undefined} */
  let attach;
  const preparing = el('div', { class: 'attached-notes', role: 'status' });
  let failures = 0;
  /** @type {number | undefined} */
  let again;

  async function begin() {
    const { Attach } = await new Promise((/** @type {(module: typeof import('../attach/attach.js')) => void} */ resolve, reject) => {
      const late = setTimeout(reject, FETCHED_WITHIN);
      load().then(resolve, reject).finally(() => clearTimeout(late));
    });
    const begun = new Attach(TOOLS, world);
    await begun.resume();
    return (attach = begun);
  }

  /**
   * @param {(attach: Attach) => void} use
   * @param {boolean} [isAsked] whether somebody asked for it, who is told of a failure
   */
  async function fetched(use, isAsked = true) {
    let one;
    try {
      one = await (fetching ??= begin());
    } catch {
      fetching = undefined;
      if (isAsked) toast(t('api.not-reached'));
      clearTimeout(again);
      again = setTimeout(resume, delay(failures++));
      return;
    }
    use(one);
  }

  /** Messages with files wait, and those behind them: goes on with them, as often as it takes. */
  const resume = () => void (world.outbox.withFiles.length && fetched(() => {}, false));

  const show = () => {
    preparing.remove();
    if (attach) {
      attach.show();
      return;
    }
    world.place.hidden = !world.session().chosen.coming;
    if (world.place.hidden) return;
    world.place.append(preparing);
    preparing.textContent = t('attach.preparing');
  };

  /**
   * Files come into the message of the room that is on the screen now, whichever is when they are there.
   * @param {(attach: Attach, session: import('../rooms/session.js').RoomSession) => void} use
   */
  async function taking(use) {
    const session = world.session();
    session.chosen.coming++;
    show();
    try {
      await fetched((one) => use(one, session));
    } finally {
      session.chosen.coming--;
      show();
    }
  }

  /** @param {Offered[]} offered */
  const add = (offered) => {
    if (offered.length && !world.box.closed) void taking((one, session) => one.add(offered, session));
  };

  button.addEventListener('click', () => world.box.closed || input.click());
  input.addEventListener('change', () => {
    const files = [...(input.files ?? [])].map((file) => ({ file }));
    // The same file can be chosen again.
    input.value = '';
    add(files);
  });
  document.addEventListener('paste', (event) => {
    const { clipboardData: data, target } = event;
    const elsewhere = target instanceof Element && target.closest('dialog, input, textarea:not(#box)');
    // Spreadsheets and word processors add a picture of the text that was copied.
    if (!data?.files.length || elsewhere || (data.types.includes('text/html') && data.types.includes('text/plain'))) return;
    event.preventDefault();
    add(offeredBy(data));
  });
  let over = 0;
  const dragging = (/** @type {number} */ by) => (/** @type {DragEvent} */ event) => {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    over = Math.max(0, over + by);
    drop.hidden = !over || world.box.closed || !!document.querySelector('dialog[open]');
  };
  document.addEventListener('dragenter', dragging(1));
  document.addEventListener('dragleave', dragging(-1));
  document.addEventListener('dragover', dragging(0));
  document.addEventListener('drop', (event) => {
    const isWanted = !drop.hidden;
    over = 0;
    dragging(0)(event);
    if (isWanted && event.dataTransfer) add(offeredBy(event.dataTransfer));
  });
  byId('rows', HTMLElement).addEventListener('click', (event) => {
    const cancel = event.target instanceof Element ? event.target.closest('button[data-cancel]') : null;
    const row = cancel?.closest('[data-client-id]');
    if (!(cancel instanceof HTMLElement) || !(row instanceof HTMLElement)) return;
    const session = world.session();
    void fetched((one) => {
      // Its text comes back into the box, which is another room's by then.
      if (session === world.session()) one.cancel(row.dataset.clientId ?? '', cancel.dataset.cancel ?? '');
    });
  });
  resume();

  return {
    /** Another room is on the screen, or something was sent. */
    show,
    /** The outbox has changed. */
    changed: () => attach?.changed(),
    /** A message is edited, which has its files: those that are chosen wait. @param {boolean} editing */
    edit: (editing) => void world.place.classList.toggle('attached-aside', editing),
    /** There is a connection again. */
    tryNow: () => (attach ? attach.tryNow() : resume()),
    /** A text that could not be sent is in the box again. @param {import('./pending.js').PendingFile[]} files that belonged to it */
    restore: (files) => void (files.length && taking((one, session) => one.restore(files, session))),
  };
}

/**
 * Read at once: it is empty when the event is over.
 * @param {DataTransfer} data
 * @returns {Offered[]}
 */
function offeredBy(data) {
  return [...data.items].filter(({ kind }) => kind === 'file').flatMap((item) => {
    const file = item.getAsFile();
    return file ? [{ file, isFolder: item.webkitGetAsEntry?.()?.isDirectory }] : [];
  });
}
