// Every text of the remote, in one place. Short, plain, no jargon: a guest reads them once.

/** @import {Condition} from './model/condition.js' */

/** @param {number} n @param {string} one @param {string} many */
const count = (n, one, many) => `${n} ${n === 1 ? one : many}`;

/** @param {readonly string[]} names @param {string} otherwise */
const named = (names, otherwise) => (names.length > 0 ? names.join(', ') : otherwise);

export const text = {
  connecting: 'Connecting…',
  people: (/** @type {number} */ n) => `Who is here: ${count(n, 'person', 'people')}`,
  share: 'Invite others',
  close: 'Close',
  cancel: 'Cancel',
  undo: 'Undo',
  tryAgain: 'Try again',
  by: (/** @type {string} */ name) => `Added by ${name}`,
  you: 'you',

  // now playing
  nothing: 'What shall we play?',
  nothingHint: 'Add the first thing. It starts right away.',
  pasteLink: 'Paste a link',
  browseLibrary: 'Browse the library',
  nowPlaying: 'Now playing',
  howToConnect: 'How to connect one',

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
  volumeValue: (/** @type {number} */ n, /** @type {boolean} */ muted) => (muted ? `${n} percent, muted` : `${n} percent`),
  mute: 'Mute the screen',
  unmute: 'Unmute the screen',
  noVolume: 'The volume of this is set at the screen.',

  // options
  options: 'Speed and captions',
  speed: 'Speed',
  normal: 'Normal',
  noRate: 'The speed of this one cannot be changed.',
  captions: 'Captions',
  captionsOff: 'Off',
  noCaptions: 'This one has no captions that can be chosen from here.',

  // the list
  upNext: 'Up next',
  listSummary: (/** @type {number} */ n, /** @type {string|null} */ left) => (left ? `${count(n, 'item', 'items')} · ${left} to go` : count(n, 'item', 'items')),
  minutes: (/** @type {number} */ n) => (n < 60 ? `${n} min` : `${Math.floor(n / 60)} h ${n % 60} min`),
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
  didNotPlay: (/** @type {string} */ reason) => (reason ? `Did not play: ${reason}` : 'Did not play'),
  adding: (/** @type {number} */ n) => `Adding ${count(n, 'item', 'items')}…`,
  removed: (/** @type {string} */ title) => `Removed “${title}”`,
  cleared: 'List cleared',
  moved: (/** @type {string} */ title) => `Moved “${title}”`,
  showPlayed: (/** @type {number} */ n) => `Show ${count(n, 'item', 'items')} before this`,
  hidePlayed: 'Hide what was before',
  undone: 'Taken back',
  nothingToUndo: 'There is nothing to take back.',
  clearTitle: 'Clear the list?',
  clearText: (/** @type {number} */ n) => `${count(n, 'item goes', 'items go')} away for everyone. What plays now goes on.`,
  clearYes: 'Clear',

  // adding
  add: 'Add',
  addBar: 'Add a link…',
  library: 'Library',
  addTitle: 'Add to the list',
  link: 'Link',
  linkLabel: 'Links, one a line',
  linkHint: 'https://… or a YouTube link',
  linkHelp: 'A video or audio file on the web, or YouTube. Several links: one a line.',
  paste: 'Paste',
  linksFound: (/** @type {number} */ n) => count(n, 'link', 'links'),
  notALink: (/** @type {string} */ line) => `“${line}” is not a link.`,
  searchInstead: 'Search the library for it',
  atMost: (/** @type {number} */ n) => `${n} at a time: the others are still in the field.`,
  added: (/** @type {number} */ n) => (n === 1 ? 'Added' : `${n} added`),
  addedTitle: (/** @type {string} */ title) => `Added “${title}”`,
  /** @param {number|null} ahead  items to come before it; -1: it plays; null: not known */
  place: (ahead) => {
    if (ahead === null || ahead < -1) return '';
    if (ahead <= 0) return ahead < 0 ? 'Plays now.' : 'Comes next.';
    return `${count(ahead, 'item comes', 'items come')} before it.`;
  },
  kept: 'Kept. It goes out as soon as the connection is back.',
  searchLibrary: 'Search the library',
  searchHint: 'Title, artist or folder',
  results: (/** @type {number} */ n) => count(n, 'title', 'titles'),
  noResults: (/** @type {string} */ q) => (q ? `Nothing called “${q}”.` : 'The library is empty.'),
  noLibrary: 'This server has no library.',
  noLibraryHint: 'Whoever runs it can start it with a folder of films or music. Links work all the same.',
  libraryFailed: 'The library did not answer.',
  more: 'Show more',
  addThis: (/** @type {string} */ title) => `Add ${title}`,
  nextThis: (/** @type {string} */ title) => `Play ${title} next`,

  // people
  peopleTitle: 'Who is here',
  screens: 'Screens',
  remotes: 'Phones and remotes',
  yourName: 'Your name',
  yourNameHint: 'Shown beside what you add. Not needed.',
  save: 'Save',
  noName: 'Guest',
  noScreenYet: 'None yet. Open this session on the computer at the TV.',
  screen: 'Screen',
  isYou: (/** @type {string} */ name) => `${name} (you)`,
  askName: 'Show your name beside what you add?',
  addName: 'Add name',

  // sharing
  shareTitle: 'Invite others',
  shareHint: 'Scan it with another phone, or open the link.',
  code: 'Code',
  qr: 'QR code of this session',
  copy: 'Copy the link',
  copied: 'Link copied',
  notCopied: 'Press and hold the link to copy it.',
  sendLink: 'Send the link',
  screenTitle: 'Connect a screen',
  screenHint: 'Open this address on the computer at the TV, then press Start there:',

  // connection
  offline: 'No connection. What you tap is kept and sent when it is back.',
  online: 'Connected again',
  closedTitle: {
    ended: 'This session has ended',
    elsewhere: 'Opened in another tab',
    other: 'Disconnected',
  },
  closedText: {
    ended: 'Scan the code on the screen again, or type it in.',
    elsewhere: 'This remote goes on in the other tab.',
    other: 'The server ended the connection.',
  },
  enterCode: 'Enter a code',
  goOnHere: 'Go on here',

  // provoked by a refusal; the server's own sentence is used where there is none
  refused: /** @type {Record<string, string>} */ ({
    stale: 'Somebody else was faster.',
    item_not_found: 'It is no longer in the list.',
    forbidden: 'You may not do that here.',
    rate_limited: 'Too fast. Wait a moment, then try again.',
    expired: 'That did not get through. Try again.',
    closed: 'The session is closed.',
    unavailable: 'The server cannot store anything just now.',
    internal: 'Something went wrong on the server.',
  }),
  failed: 'That did not work.',
};

/**
 * The condition in words.
 * @param {Condition} condition
 * @returns {string}
 */
export function conditionText({kind, reason, screens}) {
  switch (kind) {
    case 'connecting': return text.connecting;
    case 'closed': return text.closedTitle.other;
    case 'empty': return screens.length > 0 ? `Plays on ${named(screens, 'the screen')}` : 'The screen is ready.';
    case 'ready': return 'Ready. Press play.';
    case 'ended': return 'That was the last one.';
    case 'noScreen': return 'No screen connected';
    case 'blocked': return `Waits for a tap on ${named(screens, 'the screen')}`;
    case 'failed': return text.didNotPlay(reason ?? '');
    case 'loading': return 'Loading…';
    case 'buffering': return 'Buffering…';
    case 'waiting': return 'About to start…';
    case 'paused': return 'Paused';
    case 'playing': return screens.length > 0 ? `Playing on ${named(screens, 'the screen')}` : 'Playing';
  }
}

/**
 * A refusal in a sentence.
 * @param {{code?: string, message?: string}} error
 */
export function refusalText({code, message}) {
  return text.refused[code ?? ''] ?? (message ? sentence(message) : text.failed);
}

/** @param {string} message */
function sentence(message) {
  const trimmed = message.trim();
  const first = trimmed.charAt(0).toUpperCase() + trimmed.slice(1);
  return /[.!?…]$/.test(first) ? first : `${first}.`;
}
