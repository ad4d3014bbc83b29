// Words about whole lists in the remote, French.

/** @param {number} n @param {string} one @param {string} many */
const count = (n, one, many) => `${n} ${n === 1 ? one : many}`;

/** @type {import('./en.js').Lists} */
export const lists = {
  // saved by name
  savedLists: 'Listes enregistrées',
  noLists: 'Aucune pour l’instant. Le contenu de la liste peut être enregistré sous un nom, pour n’importe quelle soirée ici.',
  listsFailed: 'Les listes enregistrées n’ont pas pu être chargées.',
  listName: 'Nom pour cette liste',
  savedAs: (/** @type {string} */ name, /** @type {number} */ n) => `Enregistrée sous « ${name} » : ${count(n, 'élément', 'éléments')}.`,
  listExists: (/** @type {string} */ name) => `Il existe déjà une liste « ${name} ».`,
  overwrite: 'La remplacer',
  badListName: (/** @type {number} */ n) => `Un nom a au plus ${n} caractères, sans barre oblique.`,
  listGone: 'Cette liste n’existe plus.',
  listChanged: 'La liste a changé entre-temps. Réessayez.',
  removeAsk: (/** @type {string} */ name) => `Supprimer « ${name} » pour tout le monde ? C’est définitif.`,
  removeYes: 'Supprimer',
  removedList: (/** @type {string} */ name) => `« ${name} » supprimée.`,
  replaceList: 'Remplacer la liste',
  noAnswer: 'Le serveur n’a pas répondu.',

  // from a file
  fromFile: 'Depuis un fichier',
  fromFileHint: 'Une liste sur ce téléphone : M3U, XSPF, JSPF, JSON ou texte avec des liens.',
  openFile: 'Ouvrir un fichier de liste',
  fileHolds: (/** @type {string} */ name, /** @type {number} */ n) => `${name} : ${count(n, 'élément', 'éléments')}`,
  andMore: (/** @type {number} */ n) => `et ${n} de plus`,
  fileSkips: (/** @type {number} */ n) => `${count(n, 'entrée non reprise', 'entrées non reprises')}`,
  fileEmpty: (/** @type {string} */ name) => `${name} ne contient aucun lien.`,
  fileTooLarge: 'Ce fichier est trop gros : une liste fait au plus 4 Mo.',
  fileIsStream: 'Ce fichier décrit un flux. Ajoutez plutôt le lien vers le flux.',
  fileUnreadable: 'Ce fichier n’est pas une liste.',

  // as a file
  takeAlong: 'Emporter cette liste',
  takeAlongHint: 'En fichier : M3U et XSPF pour d’autres lecteurs, TXT pour l’envoyer, JSON pour tout retrouver ici.',
  thisList: 'Cette liste',
  asFile: (/** @type {string} */ of) => `${of} en fichier`,
  asFormat: (/** @type {string} */ of, /** @type {string} */ format) => `${of} en ${format}`,
};
