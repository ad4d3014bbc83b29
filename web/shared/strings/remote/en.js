// Words of the remote that are on its page from the start, English; what opens on a tap has its own in sheets.*.js. Short,
// plain, no jargon: a guest reads them once. One file a language has the same keys; what varies is a function of plain values.

/** @param {number} n @param {string} one @param {string} many */
const count = (n, one, many) => `${n} ${n === 1 ? one : many}`;

const ORDINALS = ['First', 'Second', 'Third', 'Fourth', 'Fifth', 'Sixth', 'Seventh', 'Eighth', 'Ninth', 'Tenth'];

/** @typedef {typeof remote} Remote */

export const remote = {
  people: (/** @type {number} */ n) => `Who is here: ${count(n, 'person', 'people')}`,
  share: 'Invite others',
  undo: 'Undo',
  stop: '. ', // between two sentences
  by: (/** @type {string} */ name) => `Added by ${name}`,
  from: (/** @type {string} */ name) => `From ${name}`,
  you: 'you',

  // now playing
  nothing: 'What shall we play?',
  nothingHint: 'Add the first thing. It starts right away.',
  pasteLink: 'Find a song or paste a link',
  browseLibrary: 'Browse the library',
  nowPlaying: 'Now playing',
  howToConnect: 'How to connect one',

  // how it goes; `screens` are names of screens, one or several
  condition: {
    connecting: 'Connecting…',
    closed: 'Disconnected',
    empty: 'The screen is ready.',
    emptyOn: (/** @type {string} */ screens) => `Plays on ${screens}`,
    ready: 'Ready. Press play.',
    ended: 'That was the last one.',
    noScreen: 'No screen connected',
    blocked: 'Waits for a tap on the screen',
    blockedOn: (/** @type {string} */ screens) => `Waits for a tap on ${screens}`,
    loading: 'Loading…',
    buffering: 'Buffering…',
    waiting: 'About to start…',
    paused: 'Paused',
    playing: 'Playing',
    playingOn: (/** @type {string} */ screens) => `Playing on ${screens}`,
  },
  didNotPlay: 'Did not play',
  didNotPlayFor: (/** @type {string} */ reason) => `Did not play: ${reason}`,

  // transport
  controls: 'Controls',
  play: 'Play',
  pause: 'Pause',
  next: 'Next',
  previous: 'Previous, or from the start',
  back: (/** @type {number} */ s) => `Back ${s} seconds`,
  forward: (/** @type {number} */ s) => `Forward ${s} seconds`,
  position: 'Position',
  positionValue: (/** @type {string} */ at, /** @type {string} */ of) => `${at} of ${of}`,
  noSeek: 'This cannot be wound.',
  volume: 'Volume of the screen',
  volumeValue: (/** @type {number} */ n) => `${n} percent`,
  volumeMuted: (/** @type {number} */ n) => `${n} percent, muted`,
  mute: 'Mute the screen',
  unmute: 'Unmute the screen',
  noVolume: 'The volume of this is set at the screen.',

  // options
  options: 'Speed and captions',

  // the list
  upNext: 'Up next',
  items: (/** @type {number} */ n) => count(n, 'item', 'items'),
  itemsToGo: (/** @type {number} */ n, /** @type {string} */ left) => `${count(n, 'item', 'items')} · ${left} to go`,
  minutes: (/** @type {number} */ n) => `${n} min`,
  hours: (/** @type {number} */ h, /** @type {number} */ min) => `${h} h ${min} min`,
  soon: (/** @type {string} */ span) => `in ${span}`,
  now: 'Now',
  shuffle: 'Shuffle',
  repeat: {none: 'Repeat: off', one: 'Repeat: this one', all: 'Repeat: all'},
  clear: 'Clear the list',
  playNow: 'Play now',
  playNext: 'Play next',
  remove: 'Remove',
  moveUp: 'Up',
  moveDown: 'Down',
  moveTop: 'To top',
  moveEnd: 'To end',
  actionsFor: (/** @type {string} */ title) => `Actions for ${title}`,
  playThis: (/** @type {string} */ title) => `Play ${title} now`,
  removeThis: (/** @type {string} */ title) => `Remove ${title}`,
  reorder: (/** @type {string} */ title) => `Move ${title}: drag, or use the arrow keys`,
  adding: (/** @type {number} */ n) => `Adding ${count(n, 'item', 'items')}…`,
  removed: (/** @type {string} */ title) => `Removed “${title}”`,
  moved: (/** @type {string} */ title) => `Moved “${title}”`,
  showPlayed: (/** @type {number} */ n) => `Show ${count(n, 'item', 'items')} before this`,
  hidePlayed: 'Hide what was before',
  undone: 'Taken back',
  nothingToUndo: 'There is nothing to take back.',

  // adding
  addBar: 'Add something…',
  library: 'Library',
  added: (/** @type {number} */ n) => (n === 1 ? 'Added' : `${n} added`),
  playsNow: 'Plays now.',
  comesNext: 'Comes next.',
  inLine: (/** @type {number} */ place) => `${ORDINALS[place - 1] ?? `Number ${place}`} in line.`,

  // what was played
  playedLately: 'What was played',

  // people
  askName: 'Show your name beside what you add?',

  // sharing
  code: 'Code',

  // connection
  offline: 'No connection. What you tap is kept and sent when it is back.',
  online: 'Connected again',

  // provoked by a refusal; the server's own sentence is used where there is none
  refused: {
    stale: 'Somebody else was faster.',
    item_not_found: 'It is no longer in the list.',
    forbidden: 'You may not do that here.',
    rate_limited: 'Too fast. Wait a moment, then try again.',
    expired: 'That did not get through. Try again.',
    closed: 'The session is closed.',
    unavailable: 'The server cannot store anything just now.',
    internal: 'Something went wrong on the server.',
  },
  failed: 'That did not work.',

  // where things are played from; other services go by their own names
  sources: {library: 'Library', upload: 'From a phone', picture: 'Picture', file: 'Web', hls: 'Stream', dash: 'Stream', list: 'List'},
  opening: 'Opening the list…',
};
