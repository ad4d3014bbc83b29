// Words of captions, Spanish.

/** @type {import('./en.js').CaptionWords} */
export const captions = {
  heading: 'Subtítulos',
  close: 'Cerrar',
  off: 'No',
  none: 'Esto no tiene subtítulos que se puedan elegir desde aquí.',
  now: (name) => `Subtítulos: ${name}`,
  nowOff: 'Sin subtítulos',
  unknownLanguage: 'Idioma desconocido',
  sdh: (language) => `${language}, con sonidos`,
};
