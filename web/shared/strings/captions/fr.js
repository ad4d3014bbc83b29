// Words of captions, French.

/** @type {import('./en.js').CaptionWords} */
export const captions = {
  heading: 'Sous-titres',
  close: 'Fermer',
  off: 'Non',
  none: 'Pas de sous-titres à choisir d’ici.',
  now: (name) => `Sous-titres : ${name}`,
  nowOff: 'Sans sous-titres',
  unknownLanguage: 'Langue inconnue',
  sdh: (language) => `${language}, avec les sons`,
};
