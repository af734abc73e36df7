/** The buttons that create rooms, find rooms, and show the details of the room on the screen. */
import { pathOf } from '../rooms/address.js';
import { byId } from '../shell/dom.js';
import { openDetails } from './details.js';
import { openDirectory } from './directory.js';
import { openJump } from './jump.js';
import { openNewMessage } from './newmessage.js';
import { openNewRoom } from './newroom.js';
import { startPeople, writeTo } from './person.js';

/**
 * @typedef {object} RoomWorld
 * @property {import('../types.js').Person} me
 * @property {import('../rooms/rooms.js').Rooms} rooms
 * @property {import('../rooms/screen.js').RoomScreen} screen
 * @property {import('../rooms/router.js').RoomRouter} router
 * @property {import('../rooms/departures.js').Departures} departures
 * @property {(room: number) => Promise<void>} enter opens a room that one has just joined
 */

/**
 * @param {Omit<RoomWorld, 'enter'>} parts
 * @param {(room: number) => number} lately how recently a room was on the screen: higher is later, -1 for never
 * @returns {{jump: () => void, writeTo: (person: {id: number}) => void}}
 */
export function startRoomMenu(parts, lately) {
  /** @type {RoomWorld} */
  const world = {
    ...parts,
    enter: async (room) => {
      if (await parts.rooms.arrival(room)) await parts.router.go(room);
      else location.assign(pathOf(room));
    },
  };
  on('room-new', () => openNewRoom(world));
  on('direct-new', () => openNewMessage(world));
  on('room-find', () => openDirectory(world));
  on('room-details', () => openDetails(world));
  const jump = () => openJump(world, lately);
  on('room-jump', jump);
  startPeople(world);
  return { jump, writeTo: (person) => void writeTo(world, person) };
}

/**
 * @param {string} id
 * @param {() => unknown} act
 */
function on(id, act) {
  byId(id, HTMLButtonElement).addEventListener('click', act);
}
