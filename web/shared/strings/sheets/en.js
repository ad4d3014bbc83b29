// Words of what opens on a tap in the remote, and of the page to join by, English. They are loaded after the page: what
// it shows from the start stands in remote.*.js. The same rules hold.

/** @param {number} n @param {string} one @param {string} many */
const count = (n, one, many) => `${n} ${n === 1 ? one : many}`;

/** @typedef {typeof sheets} Sheets */

export const sheets = {
  connecting: 'Connecting…',
  close: 'Close',
  pageFailed: 'This could not be loaded.',
  cancel: 'Cancel',

  // options
  speed: 'Speed',
  normal: 'Normal',
  noRate: 'The speed of this one cannot be changed.',

  // the list
  cleared: 'List cleared',
  clearTitle: 'Clear the list?',
  clearText: (/** @type {number} */ n) => `${count(n, 'item goes', 'items go')} away for everyone. What plays now goes on.`,
  clearYes: 'Clear',

  // adding from a list file
  myFiles: 'My files',
  lists: 'Lists',
  addAll: (/** @type {number} */ n) => (n === 1 ? 'Add it' : `Add all ${n}`),

  // what was played
  played: 'Played',
  nothingPlayed: 'Nothing was played here yet.',
  playedFailed: 'That could not be loaded.',

  // people
  peopleTitle: 'Who is here',
  screens: 'Screens',
  remotes: 'Phones and remotes',
  yourName: 'Your name',
  yourNameHint: 'Shown beside what you add. Not needed.',
  save: 'Save',
  noName: 'Guest',
  noScreenYet: 'None yet. Open this session on the computer at the TV.',
  isYou: (/** @type {string} */ name) => `${name} (you)`,

  // screens
  screenNumber: (/** @type {number} */ n) => `Screen ${n}`,
  screenDoes: {idle: 'Ready', loading: 'Loading', ready: 'Ready', playing: 'Plays', paused: 'Paused', buffering: 'Loading', ended: 'Finished', failed: 'Did not play this', blocked: 'Waits for a tap', silent: 'Silent'},
  screenMuted: 'muted there',
  screenTrim: (/** @type {number} */ n) => `volume ${n} %`,
  screenDelay: (/** @type {number} */ ms) => `delay ${ms} ms`.replace('-', '−'),
  screenDrift: (/** @type {number} */ ms) => (ms === 0 ? 'in step' : ms > 0 ? `${ms} ms ahead` : `${-ms} ms behind`),
  playOnly: 'Only here',
  playOnlyOn: (/** @type {string} */ name) => `Play on ${name} only`,
  playAlso: 'Also here',
  playAlsoOn: (/** @type {string} */ name) => `Play on ${name} too`,
  playEverywhere: 'Play everywhere',

  // what plays while nothing is queued
  whenEmpty: 'When nothing is queued',
  fallbackHint: 'Plays quietly, and gives way as soon as somebody adds something.',
  fallbackFailed: 'Nothing in it could be played. Choose something else, or the same again.',
  fallbackStopped: 'Stopped',
  fallbackNone: 'Nothing',
  fallbackAll: 'Everything in the library',
  fallbackLists: 'Saved lists',
  allOf: (/** @type {string} */ name) => `All of ${name}`,
  openFolder: (/** @type {string} */ name) => `Open ${name}`,

  // sharing
  shareTitle: 'Invite others',
  shareHint: 'Scan it with another phone, or open the link.',
  qr: 'QR code of this session',
  copy: 'Copy the link',
  copied: 'Link copied',
  notCopied: 'Press and hold the link to copy it.',
  sendLink: 'Send the link',
  screenTitle: 'Connect a screen',
  screenHint: 'Open this address on the computer at the TV, then press Start there:',
  bookmark: 'A bookmark that adds',
  bookmarkHint: 'Drag it to your bookmarks, or make a bookmark of the copied text. Opened on any page, it adds that page here.',
  bookmarkName: 'Add to the list',
  copyBookmark: 'Copy the bookmark',
  bookmarkCopied: 'Bookmark copied',
  bookmarkNotCopied: 'It could not be copied here.',

  // connection
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
  newSession: 'Start a new session',
  goOnHere: 'Go on here',

  // the page to join by
  join: {
    title: 'Join',
    heading: 'Type the code on the screen',
    code: 'Code',
    button: 'Join',
    hint: 'It stands beside the QR code. Capitals and spaces do not matter.',
    known: 'You were here before',
    addWhere: 'Add it to which list?',
    noneToAdd: 'Join first: then what you shared can be added.',
    forget: (/** @type {string} */ name) => `Forget ${name}`,
    photo: 'Photograph the QR code',
    reading: 'Reading the photo…',
    noCode: 'No QR code was found in it. Go closer, and hold it straight.',
    otherCode: 'This QR code leads somewhere else.',
  },
};
