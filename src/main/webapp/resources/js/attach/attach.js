/** Sending pictures and files from the page. Fetched when somebody first chooses one, or when a message with files waits to be sent. */
import { Blobs } from './blobs.js';
import { mayFit, MOST_FILES, tooLarge, wrongWith } from './plan.js';
import { prepare } from './prepare.js';
import { requests } from './requests.js';
import { showSending } from './sending.js';
import { shelfOf } from './shelf.js';
import { Tray } from './tray.js';
import { Uploads } from './uploads.js';

/** @typedef {import('../composer/attaching.js').AttachTools} AttachTools */
/** @typedef {import('../composer/attaching.js').AttachWorld} AttachWorld */
/** @typedef {import('../composer/chosen.js').Chosen} Chosen */
/** @typedef {import('./plan.js').Offered} Offered */
/** @typedef {import('../rooms/session.js').RoomSession} Session */

/** In milliseconds, until what no message carries any more is forgotten: a message that is put back into the box is nowhere for a moment. */
const FORGET_AFTER = 1_000;

export class Attach {
  #tools;
  #world;
  #blobs;
  #tray;
  #uploads;
  #forgetting = 0;

  /**
   * @param {AttachTools} tools
   * @param {AttachWorld} world
   */
  constructor(tools, world) {
    this.#tools = tools;
    this.#world = world;
    this.#blobs = new Blobs(shelfOf(tools.filesOfPerson(world.me)));
    this.#tray = new Tray(tools, world.place, (key) => this.#leaveOut(key));
    this.#uploads = new Uploads({
      outbox: world.outbox,
      isUploading: (entry) => tools.isUploading(entry) && world.isMember(entry.room),
      blobs: this.#blobs,
      requests: (signal) => requests(tools, signal),
      sleep: (ms) => new Promise((done) => setTimeout(done, ms)),
      delay: tools.delay,
      t: tools.t,
      now: () => performance.now(),
      progressed: () => progress(),
    });
    const progress = showSending({ root: world.root, blobs: this.#blobs, offset: (key) => this.#uploads.offset(key) });
    addEventListener('online', () => this.#uploads.tryNow());
  }

  /** Messages with files were left by a closed page: goes on with them, unless another tab does. */
  async resume() {
    const { outbox, tabs } = this.#world;
    const open = await tabs.others();
    for (const { clientId, tab } of outbox.withFiles) {
      if (tab === tabs.id) continue;
      if (tab && open.has(tab)) outbox.leave(clientId);
      // Tabs that are opened later leave it to this one.
      else outbox.changeFiles(clientId, (files) => files, tabs.id);
    }
    // Messages of other tabs are only in the storage.
    const stored = Object.values(this.#tools.localStore() ?? {}).join();
    void this.#blobs.sweep((key) => stored.includes(key));
    this.changed();
  }

  /**
   * Takes files into the message that one is writing in a room. What can't be sent is said, and the others stay.
   * @param {Offered[]} offered
   * @param {Session} session of the room in which they were chosen, which may not be on the screen any more
   */
  add(offered, session) {
    const { box, largest } = this.#world;
    const { chosen } = session;
    const isHere = session === this.#world.session();
    if (isHere) box.setAside();
    chosen.refused = [];
    for (const one of offered) {
      const { file } = one;
      const wrong = wrongWith(one) ?? (mayFit(file, largest) ? null : tooLarge(file.size, largest));
      if (wrong) this.#refuse(chosen, file.name, wrong);
      else if (chosen.files.length >= MOST_FILES) this.#refuse(chosen, file.name, { key: 'attach.too-many', values: { most: MOST_FILES } });
      else void this.#take(chosen, file);
    }
    this.show();
    if (isHere) this.#focus();
  }

  /** @param {Chosen} chosen @param {File} file */
  async #take(chosen, file) {
    const { key } = chosen.add(file);
    const preparing = prepare(file);
    this.#blobs.hold(key, preparing);
    // Meanwhile it may have been sent, or left out.
    const here = () => chosen.files.find((one) => one.key === key);
    try {
      const { name, blob: { size }, width, height, note } = await preparing;
      const chip = here();
      const wrong = tooLarge(size, this.#world.largest);
      if (chip && wrong) {
        chosen.drop(key);
        this.#refuse(chosen, file.name, wrong);
      } else if (chip) Object.assign(chip, { name, size, width, height, note, isPreparing: false });
    } catch {
      if (here()) {
        chosen.drop(key);
        this.#refuse(chosen, file.name, { key: 'attach.unreadable' });
      }
    }
    this.show();
  }

  /** @param {Chosen} chosen @param {string} name @param {{key: string, values?: Record<string, number>}} wrong */
  #refuse(chosen, name, { key, values }) {
    chosen.refused = [...chosen.refused, this.#tools.t(key, { name, ...values })];
  }

  /** @param {string} key */
  #leaveOut(key) {
    const { chosen } = this.#world.session();
    chosen.drop(key);
    this.show();
    this.#forgetLater();
  }

  /** Another room is on the screen, or the files have changed. */
  show() {
    const { session, box } = this.#world;
    this.#tray.show(session().chosen);
    box.look();
  }

  /**
   * A message that could not be sent is in the box again: so are its files.
   * @param {import('../composer/pending.js').PendingFile[]} files
   * @param {Session} session of its room
   */
  restore(files, { chosen }) {
    chosen.files = [...files, ...chosen.files].slice(0, MOST_FILES);
    this.show();
  }

  /** A file of a message that is being sent is not to be. @param {string} clientId @param {string} key */
  cancel(clientId, key) {
    const { outbox, box, restore } = this.#world;
    const entry = outbox.withFiles.find((one) => one.clientId === clientId);
    if (!entry?.files?.some((one) => one.key === key)) return;
    if (entry.files.length > 1) outbox.changeFiles(clientId, (all) => all.filter((one) => one.key !== key));
    else {
      const body = outbox.take(clientId);
      if (body) {
        box.putBack(body);
        restore(entry);
      }
    }
    this.#uploads.cancel(clientId);
    this.#focus();
  }

  /** The outbox has changed. */
  changed() {
    this.#uploads.look();
    this.#forgetLater();
  }

  /** There is a connection again. */
  tryNow() {
    this.#uploads.tryNow();
  }

  /** Where there is a keyboard: on a phone one would come up and cover the talk. */
  #focus() {
    if (matchMedia('(hover: hover) and (pointer: fine)').matches) this.#world.box.focus();
  }

  #forgetLater() {
    clearTimeout(this.#forgetting);
    this.#forgetting = setTimeout(() => {
      const wanted = this.#wanted();
      this.#blobs.retain(wanted);
      this.#uploads.giveUp(wanted);
    }, FORGET_AFTER);
  }

  /** @returns {Set<string>} the keys of all files that are chosen or being sent */
  #wanted() {
    const { outbox, sessions } = this.#world;
    return new Set([...outbox.withFiles, ...sessions().map(({ chosen }) => chosen)].flatMap(({ files = [] }) => files.map(({ key }) => key)));
  }
}
