/**
 * Files come into the message that one is writing: by the button beside the box, by pasting, by dropping them anywhere on the page.
 * What prepares and uploads them is fetched when it is first used.
 */
import { Refused } from '../api/http.js';
import { language } from '../language/locale.js';
import { t } from '../language/words.js';
import { delay } from '../live/backoff.js';
import { byId, el, icon } from '../shell/dom.js';
import { filesOfPerson, localStore } from '../shell/storage.js';
import { toast } from '../shell/toast.js';
import { sizeOf } from '../timeline/files.js';
import { isUploading } from './pending.js';

/** @typedef {import('../attach/attach.js').Attach} Attach */
/** @typedef {import('../attach/plan.js').Offered} Offered */

const TOOLS = { Refused, delay, el, filesOfPerson, icon, isUploading, language, localStore, sizeOf, t };
/** @typedef {typeof TOOLS} AttachTools */

/**
 * @typedef {object} AttachWorld
 * @property {number} me
 * @property {() => import('../rooms/session.js').RoomSession} session of the room on the screen
 * @property {() => import('../rooms/session.js').RoomSession[]} sessions of all rooms that were shown
 * @property {import('./box.js').Box} box
 * @property {import('./outbox.js').Outbox} outbox
 * @property {import('./tabs.js').Tabs} tabs
 * @property {HTMLElement} root holds the messages and the composer
 * @property {HTMLElement} place for the files that are chosen
 * @property {number} largest that a file may be, in bytes
 */

/** @param {Pick<AttachWorld, 'me' | 'session' | 'sessions' | 'box' | 'outbox' | 'tabs'>} parts */
export function startAttaching(parts) {
  const button = byId('attach', HTMLButtonElement);
  const input = byId('attach-input', HTMLInputElement);
  const drop = byId('drop-here', HTMLElement);
  const world = { ...parts, root: byId('talk', HTMLElement), place: byId('attached', HTMLElement), largest: Number(input.dataset.largest) };
  /** @type {Promise<Attach> | undefined} */
  let fetching;
  /** @type {Attach | undefined} */
  let attach;

  /** @param {(attach: Attach) => void} use */
  async function fetched(use) {
    try {
      fetching ??= import('../attach/attach.js').then(async ({ Attach }) => {
        const fetched = new Attach(TOOLS, world);
        await fetched.resume();
        return (attach = fetched);
      });
      use(await fetching);
    } catch {
      fetching = undefined;
      toast(t('api.not-reached'));
    }
  }

  /** @param {Offered[]} offered */
  const add = (offered) => {
    if (offered.length && !world.box.closed) void fetched((one) => one.add(offered));
  };

  button.addEventListener('click', () => input.click());
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
    if (cancel instanceof HTMLElement && row instanceof HTMLElement) void fetched((one) => one.cancel(row.dataset.clientId ?? '', cancel.dataset.cancel ?? ''));
  });
  if (world.outbox.withFiles.length) void fetched(() => {});

  return {
    /** Another room is on the screen, or something was sent. */
    show: () => attach?.show(),
    /** The outbox has changed. */
    changed: () => attach?.changed(),
    /** A message is edited, which has its files: those that are chosen wait. @param {boolean} editing */
    edit: (editing) => void world.place.classList.toggle('attached-aside', editing),
    /** There is a line again. */
    tryNow: () => attach?.tryNow(),
    /** A text that could not be sent is in the box again. @param {import('./pending.js').PendingFile[]} files that belonged to it */
    restore: (files) => void (files.length && fetched((one) => one.restore(files))),
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
