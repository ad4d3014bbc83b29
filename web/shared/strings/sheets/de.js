// Words of what opens on a tap in the remote, and of the page to join by, German.

/** @param {number} n @param {string} one @param {string} many */
const count = (n, one, many) => `${n} ${n === 1 ? one : many}`;

/** @type {import('./en.js').Sheets} */
export const sheets = {
  connecting: 'Verbindet…',
  close: 'Schließen',
  pageFailed: 'Das ließ sich nicht laden.',
  cancel: 'Abbrechen',

  speed: 'Tempo',
  normal: 'Normal',
  noRate: 'Das Tempo lässt sich hier nicht ändern.',

  cleared: 'Liste geleert',
  clearTitle: 'Liste leeren?',
  clearText: (n) => `${count(n, 'Titel verschwindet', 'Titel verschwinden')} für alle. Was gerade läuft, läuft weiter.`,
  clearYes: 'Leeren',

  myFiles: 'Meine Dateien',
  lists: 'Listen',
  addAll: (n) => (n === 1 ? 'Diesen hinzufügen' : `Alle ${n} hinzufügen`),

  played: 'Gespielt',
  nothingPlayed: 'Hier lief noch nichts.',
  playedFailed: 'Das ließ sich nicht laden.',

  peopleTitle: 'Wer da ist',
  screens: 'Bildschirme',
  remotes: 'Handys und Fernbedienungen',
  yourName: 'Dein Name',
  yourNameHint: 'Steht neben dem, was von dir kommt. Muss nicht sein.',
  save: 'Speichern',
  noName: 'Gast',
  noScreenYet: 'Noch keiner. Öffne diese Sitzung am Computer beim Fernseher.',
  isYou: (name) => `${name} (du)`,

  // screens
  screenNumber: (n) => `Bildschirm ${n}`,
  screenDoes: {idle: 'Bereit', loading: 'Lädt', ready: 'Bereit', playing: 'Spielt', paused: 'Angehalten', buffering: 'Lädt', ended: 'Zu Ende', failed: 'Konnte das nicht abspielen', blocked: 'Wartet auf ein Antippen', silent: 'Still'},
  screenMuted: 'dort stumm',
  screenTrim: (n) => `Lautstärke ${n} %`,
  screenDelay: (ms) => `Verzögerung ${ms} ms`.replace('-', '−'),
  screenDrift: (ms) => (ms === 0 ? 'im Takt' : ms > 0 ? `${ms} ms voraus` : `${-ms} ms zurück`),
  playOnly: 'Nur hier',
  playOnlyOn: (name) => `Nur auf ${name} abspielen`,
  playAlso: 'Auch hier',
  playAlsoOn: (name) => `Auch auf ${name} abspielen`,
  playEverywhere: 'Überall abspielen',

  // what plays while nothing is queued
  whenEmpty: 'Wenn nichts ansteht',
  fallbackHint: 'Spielt leise und macht Platz, sobald jemand etwas hinzufügt.',
  fallbackFailed: 'Nichts davon ließ sich abspielen. Wähle etwas anderes oder dasselbe noch einmal.',
  fallbackStopped: 'Angehalten',
  fallbackNone: 'Nichts',
  fallbackAll: 'Die ganze Mediathek',
  fallbackLists: 'Gespeicherte Listen',
  allOf: (name) => `Alles aus ${name}`,
  openFolder: (name) => `${name} öffnen`,

  shareTitle: 'Andere einladen',
  shareHint: 'Mit einem anderen Handy scannen, oder den Link öffnen.',
  qr: 'QR-Code dieser Sitzung',
  copy: 'Link kopieren',
  copied: 'Link kopiert',
  notCopied: 'Zum Kopieren lange auf den Link drücken.',
  sendLink: 'Link senden',
  screenTitle: 'Bildschirm verbinden',
  screenHint: 'Diese Adresse am Computer beim Fernseher öffnen und dort auf Start drücken:',
  bookmark: 'Ein Lesezeichen, das hinzufügt',
  bookmarkHint: 'Zieh es zu deinen Lesezeichen, oder leg aus dem kopierten Text eines an. Auf jeder Seite geöffnet, fügt es sie hier hinzu.',
  bookmarkName: 'Auf die Liste',
  copyBookmark: 'Lesezeichen kopieren',
  bookmarkCopied: 'Lesezeichen kopiert',
  bookmarkNotCopied: 'Das ließ sich hier nicht kopieren.',

  closedTitle: {ended: 'Diese Sitzung ist zu Ende', elsewhere: 'In einem anderen Tab geöffnet', other: 'Getrennt'},
  closedText: {
    ended: 'Scanne den Code auf dem Bildschirm noch einmal, oder tippe ihn ein.',
    elsewhere: 'Diese Fernbedienung geht im anderen Tab weiter.',
    other: 'Der Server hat die Verbindung beendet.',
  },
  enterCode: 'Code eingeben',
  newSession: 'Neue Sitzung beginnen',
  goOnHere: 'Hier weitermachen',

  join: {
    title: 'Mitmachen',
    heading: 'Tippe den Code vom Bildschirm ein',
    code: 'Code',
    button: 'Mitmachen',
    hint: 'Er steht neben dem QR-Code. Großbuchstaben und Leerzeichen sind egal.',
    known: 'Hier warst du schon',
    addWhere: 'Auf welche Liste soll es?',
    noneToAdd: 'Mach zuerst mit: dann lässt sich das Geteilte hinzufügen.',
    forget: (name) => `${name} vergessen`,
    photo: 'QR-Code fotografieren',
    reading: 'Liest das Foto…',
    noCode: 'Darauf ist kein QR-Code zu finden. Geh näher heran und halte gerade.',
    otherCode: 'Dieser QR-Code führt woandershin.',
  },
};
