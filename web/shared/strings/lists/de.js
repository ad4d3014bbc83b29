// Words about whole lists in the remote, German.

/** @param {number} n @param {string} one @param {string} many */
const count = (n, one, many) => `${n} ${n === 1 ? one : many}`;

/** @type {import('./en.js').Lists} */
export const lists = {
  // saved by name
  savedLists: 'Gespeicherte Listen',
  noLists: 'Noch keine. Was in der Liste steht, lässt sich unter einem Namen speichern, für jeden Abend hier.',
  listsFailed: 'Die gespeicherten Listen konnten nicht geladen werden.',
  listName: 'Name für diese Liste',
  savedAs: (/** @type {string} */ name, /** @type {number} */ n) => `Gespeichert als „${name}“: ${count(n, 'Titel', 'Titel')}.`,
  listExists: (/** @type {string} */ name) => `Es gibt schon eine Liste „${name}“.`,
  overwrite: 'Ersetzen',
  badListName: (/** @type {number} */ n) => `Ein Name hat bis zu ${n} Zeichen und keine Schrägstriche.`,
  listGone: 'Diese Liste gibt es nicht mehr.',
  listChanged: 'Die Liste hat sich inzwischen geändert. Bitte noch einmal.',
  removeAsk: (/** @type {string} */ name) => `„${name}“ für alle löschen? Das lässt sich nicht rückgängig machen.`,
  removeYes: 'Löschen',
  removedList: (/** @type {string} */ name) => `„${name}“ gelöscht.`,
  replaceList: 'Liste ersetzen',
  noAnswer: 'Der Server hat nicht geantwortet.',

  // from a file
  fromFile: 'Aus einer Datei',
  fromFileHint: 'Eine Liste auf diesem Handy: M3U, XSPF, JSPF, JSON oder Text mit Links.',
  openFile: 'Listendatei öffnen',
  fileHolds: (/** @type {string} */ name, /** @type {number} */ n) => `${name}: ${count(n, 'Titel', 'Titel')}`,
  andMore: (/** @type {number} */ n) => `und ${n} weitere`,
  fileSkips: (/** @type {number} */ n) => `${count(n, 'Eintrag', 'Einträge')} nicht übernommen`,
  fileEmpty: (/** @type {string} */ name) => `${name} enthält keine Links.`,
  fileTooLarge: 'Diese Datei ist zu groß: Eine Liste hat höchstens 4 MB.',
  fileIsStream: 'Diese Datei beschreibt einen Stream. Füge stattdessen den Link zum Stream hinzu.',
  fileUnreadable: 'Diese Datei ist keine Liste.',

  // as a file
  takeAlong: 'Diese Liste mitnehmen',
  takeAlongHint: 'Als Datei: M3U und XSPF für andere Player, TXT zum Verschicken, JSON, um alles wieder hierher zu bringen.',
  thisList: 'Diese Liste',
  asFile: (/** @type {string} */ of) => `${of} als Datei`,
  asFormat: (/** @type {string} */ of, /** @type {string} */ format) => `${of} als ${format}`,
};
