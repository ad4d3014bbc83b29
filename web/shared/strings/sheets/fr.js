// Words of what opens on a tap in the remote, and of the page to join by, French.

/** @param {number} n @param {string} one @param {string} many */
const count = (n, one, many) => `${n} ${n < 2 ? one : many}`;

/** @type {import('./en.js').Sheets} */
export const sheets = {
  connecting: 'Connexion…',
  close: 'Fermer',
  pageFailed: 'Chargement impossible.',
  cancel: 'Annuler',

  speed: 'Vitesse',
  normal: 'Normale',
  noRate: 'La vitesse ne peut pas être changée ici.',

  cleared: 'Liste vidée',
  clearTitle: 'Vider la liste ?',
  clearText: (n) => `${count(n, 'titre disparaît', 'titres disparaissent')} pour tout le monde. La lecture en cours continue.`,
  clearYes: 'Vider',

  myFiles: 'Mes fichiers',
  lists: 'Listes',
  addAll: (n) => (n === 1 ? 'L’ajouter' : `Ajouter les ${n}`),

  played: 'Déjà lus',
  nothingPlayed: 'Rien n’est encore passé ici.',
  playedFailed: 'Le chargement a échoué.',

  peopleTitle: 'Qui est là',
  screens: 'Écrans',
  remotes: 'Téléphones et télécommandes',
  yourName: 'Votre nom',
  yourNameHint: 'Affiché à côté de vos ajouts. Pas obligatoire.',
  save: 'Enregistrer',
  noName: 'Invité',
  noScreenYet: 'Aucun pour l’instant. Ouvrez cette session sur l’ordinateur près de la télé.',
  isYou: (name) => `${name} (vous)`,

  // screens
  screenNumber: (n) => `Écran ${n}`,
  screenDoes: {idle: 'Prêt', loading: 'Chargement', ready: 'Prêt', playing: 'Lit', paused: 'En pause', buffering: 'Chargement', ended: 'Terminé', failed: 'N’a pas pu le lire', blocked: 'Attend un clic', silent: 'Silencieux'},
  screenMuted: 'muet là-bas',
  screenTrim: (n) => `volume ${n} %`,
  screenDelay: (ms) => `retard ${ms} ms`.replace('-', '−'),
  screenDrift: (ms) => (ms === 0 ? 'en phase' : ms > 0 ? `${ms} ms d’avance` : `${-ms} ms de retard`),
  playOnly: 'Ici seulement',
  playOnlyOn: (name) => `Lire sur ${name} seulement`,
  playAlso: 'Ici aussi',
  playAlsoOn: (name) => `Lire aussi sur ${name}`,
  playEverywhere: 'Lire partout',

  // what plays while nothing is queued
  whenEmpty: 'Quand rien n’est prévu',
  fallbackHint: 'Joue doucement et laisse la place dès que quelqu’un ajoute quelque chose.',
  fallbackFailed: 'Rien n’a pu être lu. Choisissez autre chose, ou la même chose encore une fois.',
  fallbackStopped: 'Arrêté',
  fallbackNone: 'Rien',
  fallbackAll: 'Toute la bibliothèque',
  fallbackLists: 'Listes enregistrées',
  allOf: (name) => `Tout ${name}`,
  openFolder: (name) => `Ouvrir ${name}`,

  shareTitle: 'Inviter d’autres personnes',
  shareHint: 'Scannez-le avec un autre téléphone, ou ouvrez le lien.',
  qr: 'Code QR de cette session',
  copy: 'Copier le lien',
  copied: 'Lien copié',
  notCopied: 'Appuyez longuement sur le lien pour le copier.',
  sendLink: 'Envoyer le lien',
  screenTitle: 'Connecter un écran',
  screenHint: 'Ouvrez cette adresse sur l’ordinateur près de la télé, puis appuyez là-bas sur Démarrer :',
  bookmark: 'Un favori qui ajoute',
  bookmarkHint: 'Glissez-le dans vos favoris, ou créez-en un avec le texte copié. Ouvert sur une page, il l’ajoute ici.',
  bookmarkName: 'Vers la liste',
  copyBookmark: 'Copier le favori',
  bookmarkCopied: 'Favori copié',
  bookmarkNotCopied: 'La copie n’a pas marché ici.',

  closedTitle: {ended: 'Cette session est terminée', elsewhere: 'Ouverte dans un autre onglet', other: 'Déconnecté'},
  closedText: {
    ended: 'Scannez à nouveau le code sur l’écran, ou tapez-le.',
    elsewhere: 'Cette télécommande continue dans l’autre onglet.',
    other: 'Le serveur a mis fin à la connexion.',
  },
  enterCode: 'Entrer un code',
  newSession: 'Commencer une nouvelle session',
  goOnHere: 'Continuer ici',

  join: {
    title: 'Rejoindre',
    heading: 'Tapez le code affiché à l’écran',
    code: 'Code d’accès',
    button: 'Rejoindre',
    hint: 'Il est à côté du code QR. Majuscules et espaces n’ont pas d’importance.',
    known: 'Vous étiez déjà ici',
    addWhere: 'L’ajouter à quelle liste ?',
    noneToAdd: 'Rejoignez d’abord une session : ensuite, votre partage pourra être ajouté.',
    forget: (name) => `Oublier ${name}`,
    photo: 'Photographier le code QR',
    reading: 'Lecture de la photo…',
    noCode: 'Aucun code QR trouvé. Approchez-vous et tenez le téléphone droit.',
    otherCode: 'Ce code QR mène ailleurs.',
  },
};
