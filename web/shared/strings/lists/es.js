// Words about whole lists in the remote, Spanish.

/** @param {number} n @param {string} one @param {string} many */
const count = (n, one, many) => `${n} ${n === 1 ? one : many}`;

/** @type {import('./en.js').Lists} */
export const lists = {
  // saved by name
  savedLists: 'Listas guardadas',
  noLists: 'Aún no hay ninguna. Lo que hay en la lista se puede guardar con un nombre, para cualquier noche aquí.',
  listsFailed: 'No se pudieron cargar las listas guardadas.',
  listName: 'Nombre para esta lista',
  savedAs: (/** @type {string} */ name, /** @type {number} */ n) => `Guardada como «${name}»: ${count(n, 'elemento', 'elementos')}.`,
  listExists: (/** @type {string} */ name) => `Ya hay una lista llamada «${name}».`,
  overwrite: 'Reemplazarla',
  badListName: (/** @type {number} */ n) => `Un nombre tiene hasta ${n} caracteres y ninguna barra.`,
  listGone: 'Esa lista ya no existe.',
  listChanged: 'La lista ha cambiado entretanto. Inténtalo otra vez.',
  removeAsk: (/** @type {string} */ name) => `¿Eliminar «${name}» para todos? No se puede deshacer.`,
  removeYes: 'Eliminar',
  removedList: (/** @type {string} */ name) => `«${name}» eliminada.`,
  replaceList: 'Reemplazar la lista',
  noAnswer: 'El servidor no respondió.',

  // from a file
  fromFile: 'Desde un archivo',
  fromFileHint: 'Una lista en este móvil: M3U, XSPF, JSPF, JSON o texto con enlaces.',
  openFile: 'Abrir un archivo de lista',
  fileHolds: (/** @type {string} */ name, /** @type {number} */ n) => `${name}: ${count(n, 'elemento', 'elementos')}`,
  andMore: (/** @type {number} */ n) => `y ${n} más`,
  fileSkips: (/** @type {number} */ n) => `${count(n, 'entrada', 'entradas')} sin incluir`,
  fileEmpty: (/** @type {string} */ name) => `${name} no contiene enlaces.`,
  fileTooLarge: 'Este archivo es demasiado grande: una lista tiene como máximo 4 MB.',
  fileIsStream: 'Este archivo describe una transmisión. Añade mejor el enlace a la transmisión.',
  fileUnreadable: 'Este archivo no es una lista.',

  // as a file
  takeAlong: 'Llevarse esta lista',
  takeAlongHint: 'Como archivo: M3U y XSPF para otros reproductores, TXT para enviarla, JSON para recuperarlo todo aquí.',
  thisList: 'Esta lista',
  asFile: (/** @type {string} */ of) => `${of} como archivo`,
  asFormat: (/** @type {string} */ of, /** @type {string} */ format) => `${of} como ${format}`,
};
