/**
 * What goes over the wire, as docs/protocol.md has it.
 *
 * @typedef {'STUDENT' | 'ADMIN'} Role
 * @typedef {{id: number, name: string, role: Role}} Person
 *
 * @typedef {object} RoomDescription
 * @property {number} id
 * @property {string} name what it is called for oneself
 * @property {string} kind COMMON, NOTICE, OPEN, GROUP, DIRECT, or what a newer server adds
 * @property {string | null} [topic]
 * @property {'ALL' | 'OFFICIALS'} [posting] who may post
 * @property {'ALL' | 'MENTIONS' | 'NOTHING'} [involvement]
 * @property {{id: number, name: string}[]} [people] of a direct room
 * @property {number} [mentions] how many unread posts mention one
 * @property {number} [slow] seconds that have to lie between two posts of one person
 * @property {number} [retention] for how many days posts are kept, if not for ever
 * @property {number} [saidAt] of a direct room, when something was last posted there
 *
 * @typedef {RoomDescription & {last: number, read: number, unread: number}} Room `unread`: posts by others after `read`
 *
 * @typedef {object} RoomEvent
 * @property {number} seq
 * @property {string} kind posted, edited, deleted, erased, reacted, pinned, tombstone, or what a newer server adds
 * @property {number} [by]
 * @property {string} [name]
 * @property {Role} [role]
 * @property {number} [at]
 * @property {string} [clientId]
 * @property {string} [body]
 * @property {number} [editedAt]
 * @property {AttachedFile[]} [files]
 * @property {number} [target]
 * @property {number} [person]
 * @property {string} [emoji]
 * @property {boolean} [on]
 * @property {number} [replyTo]
 * @property {number[]} [mentions]
 * @property {boolean} [room] everybody is mentioned
 *
 * @typedef {{emoji: string, count: number, mine: boolean, people: {id: number, name: string}[]}} Reaction
 *
 * @typedef {Omit<RoomEvent, 'kind' | 'replyTo'> & {kind?: string, replyTo?: import('./timeline/said.js').Quote, reactions?: Reaction[], pinned?: boolean}} HistoryItem
 * a message in its present form, or with the kind `tombstone` where one was
 *
 * @typedef {{from: number, to: number, items: HistoryItem[], before: number | null, after: number | null, asOf: number, pins: number}} HistoryPage
 *
 * @typedef {object} AttachedFile what a post carries
 * @property {number} id
 * @property {string} name
 * @property {string} type
 * @property {number} size in bytes
 * @property {number} [width] of a picture, in pixels
 * @property {number} [height]
 * @property {boolean} preview whether there is a small picture of it
 *
 * @typedef {{type: string, title?: string, status: number, detail?: string, retryAfter?: number, violations?: {field: string, message: string}[]}} Problem
 *
 * @typedef {object} Notice
 * @property {number} id
 * @property {string} title
 * @property {string} text
 * @property {boolean} acknowledge
 * @property {string | null} [until]
 * @property {number} at
 * @property {number | null} by
 * @property {string} name
 * @property {number} room
 * @property {boolean} acknowledged
 * @property {boolean} read
 * @property {number | null} [editedAt]
 * @property {number | null} [withdrawnAt]
 * @property {Record<string, string[]> | null} [audience] whom it concerns; without for everybody
 * @property {number} version counts its editions from 1 on
 * @property {number} askedVersion the first version whose acknowledgement counts
 * @property {number} [acknowledgedVersion] the last one that was acknowledged
 *
 * @typedef {Omit<Notice, 'read' | 'acknowledged' | 'acknowledgedVersion'>} LiveNotice the same for everybody
 * @typedef {{notice: number, acknowledgedVersion?: number}} Receipt one has read a notice, and acknowledged it if there is a version
 *
 * @typedef {{type: 'welcome', epoch: string, me: Person, rooms: Room[], online: Person[], onlineCount: number, unreadNotices: number, waitingNotices: number, changes?: number, now: number} & Own} Welcome
 * @typedef {{until: number, why?: string}} Muted
 * @typedef {{level: 'ALL' | 'MENTIONS' | 'NOTHING', sound: boolean, words: boolean, quietFrom: string | null, quietTo: string | null}} NotificationChoice
 * @typedef {{muted?: Muted | null, notifications?: NotificationChoice}} Own what concerns oneself alone
 * @typedef {{type: 'board', notices: Notice[], withdrawn: number[]} | {type: 'board', notices?: undefined, limited: true}} MissedBoard what one missed of the board, or that it is too much
 * @typedef {{type: 'events', room: number, from: number, to: number, events: RoomEvent[]}} Events
 * @typedef {{type: 'limited', room: number, from: number, to: number}} Limited
 * @typedef {{type: 'ack', room: number, clientId: string, seq: number, at: number}} Ack
 * @typedef {{type: 'refused', clientId: string, problem: Problem}} Refused
 * @typedef {{type: 'presence', here: Person[], gone: number[], onlineCount: number}} PresenceFrame
 */
export {};
