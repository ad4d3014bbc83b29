// Words of captions, for the remote and the screen, English.

/** @typedef {typeof captions} CaptionWords */

export const captions = {
  heading: 'Captions',
  close: 'Close',
  off: 'Off',
  none: 'This one has no captions that can be chosen from here.',
  /** What is chosen from now on. */
  now: (/** @type {string} */ name) => `Captions: ${name}`,
  nowOff: 'Captions off',
  unknownLanguage: 'Unknown language',
  sdh: (/** @type {string} */ language) => `${language}, with sounds`,
};
