// Words of captions, German.

/** @type {import('./en.js').CaptionWords} */
export const captions = {
  heading: 'Untertitel',
  close: 'Schließen',
  off: 'Aus',
  none: 'Hier gibt es keine Untertitel zur Auswahl.',
  now: (name) => `Untertitel: ${name}`,
  nowOff: 'Untertitel aus',
  unknownLanguage: 'Unbekannte Sprache',
  sdh: (language) => `${language}, mit Geräuschen`,
};
