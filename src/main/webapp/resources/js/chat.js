/** Entry point of the chat page: creates its parts and connects them. */
import { Box } from './composer/box.js';
import { strandedDrafts } from './composer/drafts.js';
import { startLeaving } from './composer/leaving.js';
import { leftovers } from './composer/leftovers.js';
import { watchOtherTabs } from './composer/othertabs.js';
import { Outbox } from './composer/outbox.js';
import { boxParts } from './composer/parts.js';
import { Tabs } from './composer/tabs.js';
import { Receiver } from './live/receiver.js';
import { createConnection } from './live/start.js';
import { Pinned } from './notices/pinned.js';
import { OnlinePeople } from './presence/online.js';
import { startConversation } from './rooms/conversation.js';
import { Departures } from './rooms/departures.js';
import { Folds } from './rooms/folds.js';
import { OpenedRooms } from './rooms/opened.js';
import { OwnState } from './rooms/own.js';
import { pathOf } from './rooms/address.js';
import { Rooms } from './rooms/rooms.js';
import { RoomRouter } from './rooms/router.js';
import { RoomScreen } from './rooms/screen.js';
import { RoomSession } from './rooms/session.js';
import { startRoomMenu } from './roommenu/menu.js';
import { startAccountMenu } from './shell/account.js';
import { missedBanner } from './shell/missedbanner.js';
import { startBack } from './shell/back.js';
import { serverNow, startClock } from './shell/clock.js';
import { showCount } from './shell/counts.js';
import { byId } from './shell/dom.js';
import { startKeys } from './shell/keys.js';
import { firstRoom, me, zone } from './shell/pagedata.js';
import { t } from './language/words.js';
import { startTheme } from './shell/theme.js';
import { startPanels } from './shell/panels.js';
import { RoomHead } from './shell/roomhead.js';
import { roomList } from './shell/rooms.js';
import { startFlash } from './shell/flash.js';
import { startNotifying } from './shell/notifying.js';
import { startSearch } from './shell/search.js';
import { announce, readOut, toast } from './shell/toast.js';
import { startUnreachable } from './shell/unreachable.js';
import { localStore, sessionStore } from './shell/storage.js';
import { redirectToSignIn } from './shell/signin.js';
import { startActing } from './timeline/acting.js';
import { watchCalendar } from './timeline/calendar.js';
import { wordsOf } from './timeline/files.js';
import { jumpButton } from './timeline/jump.js';
import { Timeline } from './timeline/timeline.js';

startClock();

const talk = byId('timeline', HTMLElement);
const rows = byId('rows', HTMLElement);
const openedRooms = new OpenedRooms(localStore(), me.id);

/** @type {Rooms} */
const rooms = new Rooms({
  me: me.id,
  tellRead: (id, seq, back) => !!rooms.find(id) && connection.send({ type: 'read', room: id, seq, back }),
  hole: () => connection.renew(),
  said: (store, fresh) => {
    for (const { by, clientId } of fresh) if (by === me.id) outbox.seen(clientId);
    outbox.caughtUp(store.id);
    conversation.said(store, fresh);
  },
  changed: (store) => {
    showRooms();
    conversation.changed(store);
    notifying.changed(store);
    timeline.look();
  },
});
const first = rooms.open(firstRoom());

const outbox = new Outbox({
  storage: localStore(),
  user: me.id,
  send: (post) => connection.send(post),
  changed: (room) => {
    if (room === screen.room) timeline.refresh();
    conversation.attaching.changed();
  },
  last: (room) => {
    const store = rooms.find(room);
    return store?.loaded ? store.log.last : Infinity;
  },
  later: (run, after) => setTimeout(run, after),
  now: serverNow,
});
const tabs = new Tabs({ channel: globalThis.BroadcastChannel ? new BroadcastChannel(`hostel.tabs.${me.id}`) : null, session: sessionStore() });

/** Why one cannot write anywhere, which begins and ends while one looks on. */
const own = new OwnState((ended) => {
  screen.update();
  if (!ended) return;
  outbox.unmuted();
  toast(t('rooms.unmuted'));
});

/** @param {import('./rooms/store.js').RoomStore} store */
const openSession = (store) => new RoomSession(store, {
  me,
  tabs,
  outbox,
  own,
  posted: () => {
    conversation.show();
    timeline.posted();
  },
  remove: (said) => remove(store.id, said),
  editing: (seq) => {
    timeline.editing = seq;
    timeline.refresh();
    if (seq) timeline.going.reveal(seq);
    conversation.edit(!!seq);
  },
});
const firstSession = openSession(first);

const showMissed = missedBanner({ first: () => timeline.toFirstUnread(), all: () => timeline.markAllRead() });
/** @type {Timeline} */
const timeline = new Timeline({
  me,
  box: talk,
  rows,
  head: byId('rows-head', HTMLElement),
  outbox,
  uncovered: () => getComputedStyle(talk).visibility === 'visible',
  arrived: readOut,
  jump: jumpButton(() => timeline.toEnd()),
  missed: showMissed,
}, firstSession.reading);
const box = new Box(boxParts(), firstSession.writing);
const head = new RoomHead();
const pinned = new Pinned(me, zone, (waiting) => showCount('[data-notice-count]', waiting));
const online = new OnlinePeople();

/** @type {RoomScreen} */
const screen = new RoomScreen({
  rooms,
  timeline,
  box,
  head,
  open: openSession,
  entered: (room) => {
    openedRooms.add(room);
    conversation.show();
    showRooms();
    showLeftovers();
    pinned.look();
    announce(screen.store.name);
    talk.focus({ preventScroll: true });
    focusBox();
  },
  refused: async (isHere) => {
    // The session has ended; or one is no longer a member, which the connection reports.
    if (await redirectToSignIn().catch(() => false)) connection.stop();
    else if (isHere()) timeline.refuse();
  },
}, firstSession);
openedRooms.add(screen.room);
const showRooms = roomList(byId('room-list', HTMLElement), rooms, () => screen.room, (id) => openedRooms.has(id), new Folds(localStore(), me.id));

// Events of the room on the screen are shown in its timeline and composer.
const isOpen = (/** @type {number} */ id) => id === screen.room || !!rooms.find(id);
const showLeftovers = leftovers(() => [
  ...outbox.stranded(isOpen).map((entry) => ({ body: wordsOf(entry), forget: () => void outbox.take(entry.clientId) })),
  ...strandedDrafts(me.id, isOpen),
]);

const conversation = startConversation({ me, screen, timeline, box, outbox, tabs, send: (frame) => connection.send(frame), isMember: (room) => !!rooms.find(room) });

const router = new RoomRouter({ isOwn: (room) => !!rooms.find(room), areKnown: () => rooms.complete, show: (room) => screen.show(room) });
/** @param {number} room @param {number} seq */
const openMessage = async (room, seq) => {
  const store = rooms.find(room);
  if (!store) return location.assign(pathOf(room));
  await router.go(room);
  if (!store.loaded) await store.load();
  if (screen.room === room) conversation.goTo(seq);
};
const notifying = startNotifying({ me: me.id, zone, room: (id) => rooms.find(id), open: (room, seq) => void openMessage(room, seq).catch(() => toast(t('api.not-reached'))) });
const departures = new Departures({ screen, router, box });
const receiver = new Receiver({
  me: me.id,
  rooms,
  screen,
  head,
  departures,
  outbox,
  pinned,
  online,
  own,
  notifying,
  typing: (frame) => conversation.typing.heard(frame),
  showLeftovers,
  clockSet: () => lookAtCalendar(),
  reload: () => {
    connection.stop();
    location.reload();
  },
});
/** @type {import('./live/connection.js').Connection} */
const connection = createConnection({
  rooms,
  screen,
  pinned,
  receiver,
  opened: () => {
    outbox.resume();
    conversation.attaching.tryNow();
    rooms.reportRead();
  },
});

watchOtherTabs({ screen, box, outbox });
router.start();
startUnreachable(() => connection.open);
startBack();
const lookAtCalendar = watchCalendar(() => {
  timeline.refresh();
  pinned.look();
});

const { jump, writeTo } = startRoomMenu({ me, rooms, screen, router, departures }, (id) => openedRooms.lately(id));
startAccountMenu();
// Signing out ends the connection: without this, its end would redirect to the sign-in page.
startLeaving(() => connection.stop(), () => screen.sessions.map(({ unsent }) => unsent).find(Boolean) ?? '');
startTheme();
startFlash();
startPanels(() => timeline.look());
const { remove } = startActing({ rows, me, screen, outbox, box, writeTo, conversation });
startSearch({
  rooms: () => [...rooms].map(({ id, name }) => ({ id, name })),
  named: (hit) => ({ ...hit, roomName: rooms.find(hit.room)?.name ?? hit.roomName }),
  enter: (room) => router.go(room),
});
startKeys({ end: () => timeline.toEnd(), box: () => box.focus(), jump });

/** Only with a mouse, which implies a keyboard: on a phone the on-screen keyboard would cover the messages. */
function focusBox() {
  if (matchMedia('(hover: hover) and (pointer: fine)').matches) box.focus();
}

focusBox();
// Fetches the first page and connects at the same time. The hello frame waits for the page, because it says up to which
// number the page reaches.
connection.start(screen.fill());
