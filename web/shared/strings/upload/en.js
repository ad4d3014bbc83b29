// Words for files from the phone, English.

/** @typedef {typeof upload} Upload */

export const upload = {
  hint: (/** @type {string} */ size) => `Videos, music and pictures of this phone, up to ${size} each. They leave with this session.`,
  choose: 'Choose files',
  chooseMore: 'Choose more',
  photo: 'Take a photo',
  chosen: (/** @type {number} */ n) => (n === 1 ? '1 file' : `${n} files`),
  leaveOut: (/** @type {string} */ name) => `Leave out ${name}`,
  transfers: 'Files on their way',
  percent: (/** @type {number} */ n, /** @type {string} */ sent, /** @type {string} */ of) => `${n} percent, ${sent} of ${of}`,
  sent: (/** @type {string} */ sent, /** @type {string} */ of) => `${sent} of ${of}`,
  waiting: 'Waits for its turn',
  preparing: 'Getting ready…',
  paused: 'Paused',
  lost: 'No connection. It goes on by itself.',
  checking: 'Almost there…',
  added: 'Added',
  pause: (/** @type {string} */ name) => `Pause ${name}`,
  goOn: (/** @type {string} */ name) => `Go on with ${name}`,
  stop: (/** @type {string} */ name) => `Do not send ${name}`,
  again: (/** @type {string} */ name) => `Try ${name} again`,
  dismiss: (/** @type {string} */ name) => `Hide ${name}`,
  unfinished: (/** @type {string} */ name) => `“${name}” was not sent completely. Choose it again, and it goes on where it was.`,
  refused: {
    tooLarge: (/** @type {string} */ size) => `Too large: a file has at most ${size} here.`,
    empty: 'This file is empty.',
    notMedia: 'This is no video, music or picture that a screen can show, or it is damaged.',
    heic: 'This picture is in a format (HEIC) that neither this phone nor most screens can convert. Send it as JPEG.',
    full: 'There is no room for it: too many files in this session, or the server’s disk is nearly full.',
    ended: 'This session has ended.',
    unreadable: 'The phone cannot read this file any more. Choose it again.',
    other: 'The server did not take it.',
  },
};
