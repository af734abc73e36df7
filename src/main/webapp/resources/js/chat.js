/** Entry of the chat page: puts the pieces together and tells each what the line brings. */
import { call } from './api/http.js';
import { Box } from './composer/box.js';
import { Draft, Edits, strandedDrafts } from './composer/drafts.js';
import { mintId } from './composer/ids.js';
import { startLeaving } from './composer/leaving.js';
import { leftovers } from './composer/leftovers.js';
import { Outbox } from './composer/outbox.js';
import { boxParts } from './composer/parts.js';
import { Tabs } from './composer/tabs.js';
import { again } from './live/again.js';
import { Line } from './live/line.js';
import { Pinned } from './notices/pinned.js';
import { Board } from './presence/board.js';
import { showPresence } from './presence/list.js';
import { startAccountMenu } from './shell/account.js';
import { awayBanner } from './shell/away.js';
import { startBack } from './shell/back.js';
import { renameTalk, showBadge } from './shell/badge.js';
import { showCount } from './shell/counts.js';
import { byId } from './shell/dom.js';
import { startKeys } from './shell/keys.js';
import { lineBanner } from './shell/linebanner.js';
import { startLook } from './shell/look.js';
import { startPanels } from './shell/panels.js';
import { RoomList } from './shell/rooms.js';
import { readOut, say } from './shell/says.js';
import { localStore, sessionStore } from './shell/storage.js';
import { goWhereItCanBeMended } from './shell/turnedaway.js';
import { startActions } from './timeline/actions.js';
import { startCopying } from './timeline/copying.js';
import { ReadMark } from './timeline/readmark.js';
import { Timeline } from './timeline/timeline.js';

/** @typedef {import('./types.js').Welcome} Welcome */

const { dataset } = document.body;
const room = Number(dataset.room);
/** @type {import('./types.js').Person} */
const me = { id: Number(dataset.me), name: dataset.name ?? '', role: dataset.role === 'ADMIN' ? 'ADMIN' : 'STUDENT' };
let epoch = '';
/** How far this room had come when the house said welcome. */
let promised = 0;

const talk = byId('timeline', HTMLElement);
const attentive = () => document.visibilityState === 'visible' && document.hasFocus() && getComputedStyle(talk).visibility === 'visible';

/** @type {Line} */
const line = new Line(`${location.origin.replace(/^http/, 'ws')}/live`, {
  cursors: () => ({ [room]: timeline.log.last }),
  behind: () => timeline.log.last < promised,
  frame,
  state: (state) => {
    showLine(state);
    if (state.open) {
      outbox.resume();
      read.report();
    }
  },
  turnedAway: async () => {
    if (await goWhereItCanBeMended()) line.stop();
  },
});
/** Ends the pause before the first page is asked for once more. */
let wake = () => {};
const showLine = lineBanner(() => {
  wake();
  line.tryNow();
});

const outbox = new Outbox({
  storage: localStore(),
  user: me.id,
  send: (post) => line.send(post),
  changed: (which) => which === room && timeline.refresh(),
  last: (which) => (which === room ? timeline.log.last : Infinity),
  later: (run, after) => setTimeout(run, after),
  now: () => Date.now(),
});

/** @type {ReadMark} */
const read = new ReadMark(Number(dataset.read ?? 0), (seq) => !box.closed && line.send({ type: 'read', room, seq }));

const jump = byId('jump', HTMLButtonElement);
const rows = byId('rows', HTMLElement);
/** @type {Timeline} */
const timeline = new Timeline({
  room,
  me,
  box: talk,
  rows,
  head: byId('rows-head', HTMLElement),
  jump,
  read,
  outbox,
  attentive,
  hole: () => line.renew(),
  arrived: readOut,
  unread: (count) => {
    byId('jump-words', HTMLElement).textContent = count ? `${count} new, jump to latest` : 'Jump to latest';
    rooms.setUnread(room, count);
  },
  away: (unseen) => showAway(unseen),
});

const showAway = awayBanner({ first: () => timeline.toFirstUnread(), all: () => timeline.markAllRead() });

const rooms = new RoomList(byId('room-list', HTMLElement), room, () => {
  const unread = rooms.unread;
  showBadge(unread);
  showCount('[data-unread-count]', unread);
});

const tabs = new Tabs({ channel: globalThis.BroadcastChannel ? new BroadcastChannel(`hostel.tabs.${me.id}`) : null, session: sessionStore() });
const draft = new Draft(me.id, room, tabs);
const edits = new Edits(me.id, room, tabs);
const box = new Box(boxParts(), {
  draft,
  edits,
  post: (body) => {
    outbox.add(room, mintId(), body);
    timeline.posted();
  },
  edit: (seq, body) => call('PATCH', `/api/rooms/${room}/messages/by-seq/${seq}`, { body }),
  remove: async (seq) => {
    const said = timeline.log.find(seq);
    return !said || said.gone || remove(said);
  },
  lastOwn: () => timeline.log.newestBy(me.id),
  editing: (seq) => {
    timeline.editing = seq;
    timeline.refresh();
    if (seq) timeline.show(seq);
  },
});

const pinned = new Pinned(me.id, (waiting) => showCount('[data-notice-count]', waiting));
const board = new Board();
// What belongs to the room on the screen stands in its timeline and box.
const isOpen = (/** @type {number} */ id) => id === room || !!rooms.find(id);
const showLeftovers = leftovers(() => [
  ...outbox.stranded(isOpen).map(({ body, clientId }) => ({ body, forget: () => void outbox.take(clientId) })),
  ...strandedDrafts(me.id, isOpen),
]);

/** @param {any} got */
function frame(got) {
  switch (got.type) {
    case 'welcome':
      return welcome(got);
    case 'events':
      return got.room === room ? timeline.receive(got) : elsewhere(got);
    case 'limited':
      return got.room === room ? void timeline.limited(got) : rooms.heard(got.room, got.to - got.from + 1, got.to);
    case 'ack':
      return outbox.acknowledged(got);
    case 'refused':
      return refused(got);
    case 'presence':
      board.change(got);
      return showPresence(board, me.id);
    case 'read':
      return readElsewhere(got);
    case 'room':
      return rooms.add(got.room);
    case 'left':
      return left(got.room);
    case 'notice':
      return noticed(got.notice);
    default:
      return undefined;
  }
}

/** @param {import('./types.js').Events} got what was said in a room that is not on the screen */
function elsewhere({ room: id, events, to }) {
  const posted = events.filter((event) => event.kind === 'posted');
  for (const event of posted) if (event.by === me.id) outbox.seen(event.clientId ?? '');
  rooms.heard(id, posted.filter((event) => event.by !== me.id).length, to);
}

/** @param {Welcome} got */
function welcome(got) {
  // Restored from a backup, or another person signed in: nothing that is on this page holds any more.
  if ((epoch && epoch !== got.epoch) || got.me.id !== me.id) {
    line.stop();
    location.reload();
    return;
  }
  epoch = got.epoch;
  const here = got.rooms.find((one) => one.id === room);
  promised = here?.last ?? 0;
  rooms.welcome(got.rooms);
  board.welcome(got.online, got.onlineCount);
  showPresence(board, me.id);
  if (here) read.welcome(here.read);
  // Closed while one was away: nothing else tells.
  else left(room);
  timeline.look();
  showLeftovers();
  pinned.welcome(got.unreadNotices).catch(() => {});
}

/** @param {{room: number, seq: number}} got */
function readElsewhere(got) {
  if (got.room !== room) return rooms.read(got.room, got.seq);
  read.learn(got.seq);
  return timeline.look();
}

/** @param {import('./types.js').Refused} got */
function refused({ clientId, problem }) {
  const why = outbox.refused(clientId, problem);
  if (why) say(`Not sent. ${why}`);
}

/** @param {import('./types.js').LiveNotice} notice posted or edited */
function noticed(notice) {
  if (pinned.take(notice)) say(`New notice: ${notice.title}`);
  rooms.rename(notice.room, notice.title);
  if (notice.room === room) renameTalk(notice);
}

/** @param {number} id */
function left(id) {
  rooms.remove(id);
  pinned.closed(id);
  if (id === room) box.close();
  showLeftovers();
}

void draft.settle().then((text) => box.replaceDraft(text));
addEventListener('storage', ({ key, oldValue, newValue }) => {
  if (newValue !== null) return;
  if (draft.removedElsewhere(key, oldValue)) box.replaceDraft('');
  outbox.removedElsewhere(key);
});
startBack();
startAccountMenu();
// Who leaves is not to be sent to the door by the line that ends with the sign-in.
startLeaving(() => line.stop(), () => draft.text);
startLook();
startPanels(() => timeline.look());
const { remove } = startActions({ rows, room, me, find: (seq) => timeline.log.find(seq), outbox, box, say });
startCopying(({ dataset: { seq, clientId } }) => {
  if (seq) return timeline.log.find(Number(seq));
  const pending = outbox.of(room).find((entry) => entry.clientId === clientId);
  return pending && { name: me.name, at: pending.at };
});
startKeys({ end: () => timeline.toEnd(), box: () => box.focus() });
// A mouse has a keyboard beside it; a phone's would jump up and cover the talk.
if (matchMedia('(hover: hover) and (pointer: fine)').matches) box.focus();

/** The first page, then the line: its hello says how far the page reaches. */
async function begin() {
  try {
    await again(() => timeline.open(), (ms) => new Promise((done) => {
      wake = () => done(undefined);
      setTimeout(done, ms);
    }));
  } catch {
    // Refused for good: the sign-in has ended, or the room was closed, which the welcome will tell.
    if (await goWhereItCanBeMended().catch(() => false)) return;
  }
  await edits.settle();
  box.resume((seq) => timeline.log.find(seq));
  line.start();
}
void begin();
