// The wire: names, limits and shapes, as docs/protocol.md has them. All times are integer milliseconds, points in time
// are Unix milliseconds of the server's clock.

/** The version that register announces. */
export const PROTOCOL_VERSION = 1;

/** Messages, by who sends them. */
export const EVENTS = Object.freeze({
  // client → server
  REGISTER: 'register',
  SYNC: 'sync',
  UPLOAD: 'upload',
  ADD: 'add',
  REMOVE: 'remove',
  MOVE: 'move',
  CLEAR: 'clear',
  UNDO: 'undo',
  COMMAND: 'command',
  REPORT: 'report',
  // both ways
  PING: 'ping',
  PONG: 'pong',
  // server → client
  REGISTERED: 'registered',
  DOWNLOAD: 'download',
  UPDATE: 'update',
  PLAYERS: 'players',
  PRESENCE: 'presence',
  ACK: 'ack',
  ERROR: 'error',
  GOODBYE: 'goodbye',
});

/** Names of `command`; the last three are the session's own and nobody sends them. */
export const COMMANDS = Object.freeze({
  PLAY: 'play',
  PAUSE: 'pause',
  TOGGLE: 'toggle',
  STOP: 'stop',
  NEXT: 'next',
  PREVIOUS: 'previous',
  JUMP: 'jump',
  SEEK: 'seek',
  VOLUME: 'volume',
  MUTE: 'mute',
  UNMUTE: 'unmute',
  RATE: 'rate',
  REPEAT: 'repeat',
  SHUFFLE: 'shuffle',
  CAPTIONS: 'captions',
  ADVANCE: 'advance',
  HOLD: 'hold',
  START: 'start',
});

/** Codes of refusals. Codes are promises; the texts beside them are for people. */
export const ERROR_CODES = Object.freeze({
  BAD_MESSAGE: 'bad_message',
  INVALID: 'invalid',
  NOT_REGISTERED: 'not_registered',
  SESSION_NOT_FOUND: 'session_not_found',
  ITEM_NOT_FOUND: 'item_not_found',
  STALE: 'stale',
  FORBIDDEN: 'forbidden',
  LIMIT_REACHED: 'limit_reached',
  RATE_LIMITED: 'rate_limited',
  UNSUPPORTED: 'unsupported',
  UNAVAILABLE: 'unavailable',
  INTERNAL: 'internal',
  NOT_FOUND: 'not_found', // HTTP only
});

/** Refusals after which the same request, with the same id, may be sent again. */
export const RETRYABLE_CODES = Object.freeze(['unavailable', 'internal']);

/** WebSocket close codes: RECONNECT_MIN ≤ code < STOP_MIN means reconnect, STOP_MIN ≤ code ≤ STOP_MAX means stay away. */
export const CLOSE = Object.freeze({
  NORMAL: 1000,
  RECONNECT_MIN: 4000,
  STOP_MIN: 4500,
  STOP_MAX: 4999,
  /** The same client registered elsewhere. */
  REPLACED: 4500,
  /** The session is over. */
  ENDED: 4501,
});

export const LIMITS = Object.freeze({
  MESSAGE_BYTES: 64 * 1024,
  UPLOAD_BYTES: 1024 * 1024,
  SESSION_ITEMS: 5000,
  ADD_ITEMS: 100,
  TITLE_CHARS: 300,
  URL_CHARS: 2048,
  NAME_CHARS: 40,
  ID_CHARS: 64,
  RATE_MIN: 0.25,
  RATE_MAX: 2,
  VOLUME_MAX: 100,
  PREVIOUS_RESTARTS_MS: 3000,
});

/**
 * @typedef {object} Media  What an item plays.
 * @property {string} provider  library, file, youtube, …
 * @property {string} [ref]  the provider's own name of it
 * @property {string} url  an address; of provider `library` a path on this server
 * @property {string} [title]
 * @property {number} [duration]  ms
 * @property {string} [thumbnail]  address of a picture
 */

/**
 * @typedef {object} Item  One entry of the playlist; the same media may be in the list twice.
 * @property {string} id
 * @property {Media} media
 * @property {{client?: string, name?: string}} [addedBy]
 * @property {number} [addedAt]
 * @property {number|null} [start]  ms into the media
 * @property {number|null} [end]  ms into the media
 * @property {string|null} [failed]  why it did not play
 */

/**
 * @typedef {object} Playback
 * @property {'idle'|'playing'|'paused'|'ended'} status  what shall be, not what the player manages
 * @property {string|null} item
 * @property {number} position  ms into the media, at the time `at`
 * @property {number} at
 * @property {number} rate
 * @property {boolean} held  shall play, and waits
 */

/**
 * @typedef {object} State
 * @property {string} session
 * @property {readonly Item[]} items
 * @property {Playback} playback
 * @property {number} volume  0–100
 * @property {boolean} muted
 * @property {'none'|'one'|'all'} repeat
 * @property {boolean} shuffle
 * @property {string|null} captions
 */

/** @typedef {'loading'|'ready'|'playing'|'paused'|'buffering'|'ended'|'failed'|'blocked'} PlayerStatus */

/**
 * @typedef {object} Report  What a player sees; the data of `report`.
 * @property {string} item
 * @property {PlayerStatus} status
 * @property {number} position
 * @property {number} [duration]
 * @property {string} [reason]
 * @property {string[]} [can]
 */

/**
 * @typedef {object} PlayerReport  What everybody hears of a player.
 * @property {string} client
 * @property {PlayerStatus} status
 * @property {string|null} item
 * @property {number} position
 * @property {number} at
 * @property {number} [duration]
 * @property {string} [reason]
 * @property {string[]} [can]
 */

/**
 * @typedef {object} ClientInfo
 * @property {string} client
 * @property {'player'|'remote'} role
 * @property {string} [name]
 */

/**
 * @typedef {object} Envelope  A message from the server.
 * @property {string} event
 * @property {string} [id]
 * @property {number} [seq]
 * @property {number} [at]
 * @property {string} [by]  client that asked for it
 * @property {any} [data]
 * @property {{code: string, message: string, field?: string, seq?: number, retryAfter?: number}} [error]
 */

export {};
