// Words of the page that says what went wrong, English.

/** @typedef {typeof message} Message */

export const message = {
  /** By the server's error code; `code_not_found` is a mistyped code. */
  titles: {
    session_not_found: 'This session is over',
    code_not_found: 'No session has this code',
    not_found: 'Nothing is here',
    rate_limited: 'One moment, please',
    limit_reached: 'This server is full',
    unavailable: 'Not just now',
    other: 'That did not work',
  },
  texts: {
    session_not_found: 'There is no such session, or it ended. Start a new one, or type the code that a screen shows.',
    code_not_found: 'Look at the screen again: the code stands beside the QR code. It may also have ended.',
    not_found: 'There is no such page.',
    rate_limited: 'That was too often. Wait a moment, then try again.',
    limit_reached: 'It cannot take more sessions. Try again later.',
    unavailable: 'The server is starting or stopping. Try again in a moment.',
    other: 'Something went wrong. Try again.',
  },
  join: 'Type a code',
  start: 'New session',
};
