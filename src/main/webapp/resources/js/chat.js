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
import { retry } from './live/retry.js';
import { Line } from './live/line.js';
import { Pinned } from './notices/pinned.js';
import { Board } from './presence/board.js';
import { showPresence } from './presence/list.js';
import { OpenedRooms } from './rooms/opened.js';
import { Rooms } from './rooms/rooms.js';
import { startAccountMenu } from './shell/account.js';
import { awayBanner } from './shell/away.js';
import { startBack } from './shell/back.js';
import { renameTalk } from './shell/badge.js';
import { serverNow, setServerClock, startClock, watchClock } from './shell/clock.js';
import { showCount } from './shell/counts.js';
import { byId } from './shell/dom.js';
import { startKeys } from './shell/keys.js';
import { lineBanner } from './shell/linebanner.js';
import { startLook } from './shell/look.js';
import { startPanels } from './shell/panels.js';
import { roomList } from './shell/rooms.js';
import { startSaid } from './shell/said.js';
import { readOut, toast } from './shell/toast.js';
import { localStore, sessionStore } from './shell/storage.js';
import { redirectToSignIn } from './shell/signin.js';
import { startActions } from './timeline/actions.js';
import { watchCalendar } from './timeline/calendar.js';
import { startCopying } from './timeline/copying.js';
import { Timeline } from './timeline/timeline.js';

/** @typedef {import('./types.js').Welcome} Welcome */

const { dataset } = document.body;
const room = Number(dataset.room);
/** @type {import('./types.js').Person} */
const me = { id: Number(dataset.me), name: dataset.name ?? '', role: dataset.role === 'ADMIN' ? 'ADMIN' : 'STUDENT' };
let epoch = '';
startClock();

const talk = byId('timeline', HTMLElement);

const openedRooms = new OpenedRooms(localStore(), me.id);
openedRooms.add(room);
const showRooms = roomList(byId('room-list', HTMLElement), () => rooms, room, (id) => openedRooms.has(id));
/** @type {Rooms} */
const rooms = new Rooms({
  me: me.id,
  tellRead: (id, seq) => !(id === room && box.closed) && line.send({ type: 'read', room: id, seq }),
  hole: () => line.renew(),
  said: (_, fresh) => {
    for (const said of fresh) if (said.by === me.id) outbox.seen(said.clientId);
    outbox.caughtUp(room);
  },
  changed: () => {
    showRooms();
    timeline.look();
  },
});
const store = rooms.open({
  id: room,
  name: byId('room-name', HTMLElement).textContent ?? '',
  kind: dataset.kind ?? '',
  last: Number(dataset.last),
  read: Number(dataset.read),
  unread: Number(dataset.unread),
});

/** @type {Line} */
const line = new Line(`${location.origin.replace(/^http/, 'ws')}/live`, {
  cursors: () => rooms.cursors,
  behind: () => rooms.behind,
  frame,
  state: (state) => {
    showLine(state);
    if (state.open) {
      outbox.resume();
      rooms.reportRead();
    }
  },
  turnedAway: async () => {
    if (await redirectToSignIn()) line.stop();
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
  last: (which) => (which === room ? store.log.last : Infinity),
  later: (run, after) => setTimeout(run, after),
  now: serverNow,
});

const jump = byId('jump', HTMLButtonElement);
const rows = byId('rows', HTMLElement);
/** @type {Timeline} */
const timeline = new Timeline({
  store,
  me,
  box: talk,
  rows,
  head: byId('rows-head', HTMLElement),
  outbox,
  uncovered: () => getComputedStyle(talk).visibility === 'visible',
  arrived: readOut,
  jump: (below) => {
    jump.hidden = below === null;
    byId('jump-words', HTMLElement).textContent = below ? (below === 1 ? '1 new message' : `${below} new messages`) : 'Go to the newest message';
  },
  missed: (missed) => showAway(missed),
});
jump.addEventListener('click', () => {
  // The button goes; whoever came by the keyboard is at the end then, and not nowhere.
  talk.focus({ preventScroll: true });
  timeline.toEnd();
});

const showAway = awayBanner({ first: () => timeline.toFirstUnread(), all: () => timeline.markAllRead() });

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
    const said = store.log.find(seq);
    return !said || said.gone || remove(said);
  },
  lastOwn: () => store.log.newestBy(me.id),
  editing: (seq) => {
    timeline.editing = seq;
    timeline.refresh();
    if (seq) timeline.show(seq);
  },
});

const pinned = new Pinned(me.id, dataset.zone, (waiting) => showCount('[data-notice-count]', waiting));
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
      return rooms.find(got.room)?.receive(got);
    case 'limited':
      return void rooms.find(got.room)?.limited(got);
    case 'ack':
      return outbox.acknowledged(got);
    case 'refused':
      return refused(got);
    case 'presence':
      board.change(got);
      return showPresence(board, me.id);
    case 'read':
      return rooms.find(got.room)?.learn(got.seq);
    case 'room':
      return rooms.add(got.room);
    case 'left':
      return left(got.room);
    case 'notice':
      return noticed(got.notice);
    case 'receipt':
      return pinned.receipt(got);
    default:
      return undefined;
  }
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
  setServerClock(got.now);
  lookAtCalendar();
  rooms.welcome(got.rooms);
  board.welcome(got.online, got.onlineCount);
  showPresence(board, me.id);
  // Closed while one was away: nothing else tells.
  if (!rooms.find(room)) left(room);
  showLeftovers();
  pinned.welcome(got.waitingNotices).catch(() => {});
}

/** @param {import('./types.js').Refused} got */
function refused({ clientId, problem }) {
  const why = outbox.refused(clientId, problem);
  if (why) toast(`Not sent. ${why}`);
}

/** @param {import('./types.js').LiveNotice} notice posted or edited */
function noticed(notice) {
  if (pinned.take(notice)) toast(`${notice.editedAt ? 'Changed' : 'New'} notice: ${notice.title}`);
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
// What the server's clock says is heard from a new line.
watchClock(() => line.open && line.renew());
const lookAtCalendar = watchCalendar(() => {
  timeline.refresh();
  pinned.look();
});

startAccountMenu();
// Who leaves is not to be sent to the door by the line that ends with the sign-in.
startLeaving(() => line.stop(), () => draft.text);
startLook();
startSaid();
startPanels(() => timeline.look());
const { remove } = startActions({ rows, room, me, find: (seq) => store.log.find(seq), outbox, box, toast });
startCopying(({ dataset: { seq, clientId } }) => {
  if (seq) return store.log.find(Number(seq));
  const pending = outbox.of(room).find((entry) => entry.clientId === clientId);
  return pending && { name: me.name, at: pending.at };
});
startKeys({ end: () => timeline.toEnd(), box: () => box.focus() });
// A mouse has a keyboard beside it; a phone's would jump up and cover the talk.
if (matchMedia('(hover: hover) and (pointer: fine)').matches) box.focus();

/** The first page and the line at once; the line's hello says how far the page reaches, so it waits for that. */
async function begin() {
  let held = () => {};
  line.start(new Promise((done) => {
    held = () => done(undefined);
  }));
  try {
    await retry(() => timeline.open(), (ms) => new Promise((done) => {
      wake = () => done(undefined);
      setTimeout(done, ms);
    }));
  } catch {
    // Refused for good: the sign-in has ended, or the room was closed, which the welcome will tell.
    if (await redirectToSignIn().catch(() => false)) return line.stop();
    timeline.refuse();
  }
  await edits.settle();
  box.resume((seq) => store.log.find(seq));
  return held();
}
void begin();
