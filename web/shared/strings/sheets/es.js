// Words of what opens on a tap in the remote, and of the page to join by, Spanish.

/** @param {number} n @param {string} one @param {string} many */
const count = (n, one, many) => `${n} ${n === 1 ? one : many}`;

/** @type {import('./en.js').Sheets} */
export const sheets = {
  connecting: 'Conectando…',
  close: 'Cerrar',
  pageFailed: 'No se ha podido cargar.',
  cancel: 'Cancelar',

  speed: 'Velocidad',
  normal: 'Normal',
  noRate: 'La velocidad de esto no se puede cambiar.',

  cleared: 'Lista vaciada',
  clearTitle: '¿Vaciar la lista?',
  clearText: (n) => `${count(n, 'título desaparece', 'títulos desaparecen')} para todos. Lo que suena ahora sigue.`,
  clearYes: 'Vaciar',

  myFiles: 'Mis archivos',
  lists: 'Listas',
  addAll: (n) => (n === 1 ? 'Añadirlo' : `Añadir los ${n}`),

  played: 'Historial',
  nothingPlayed: 'Aquí aún no ha sonado nada.',
  playedFailed: 'No se pudo cargar.',

  peopleTitle: 'Quién está',
  screens: 'Pantallas',
  remotes: 'Teléfonos y mandos',
  yourName: 'Tu nombre',
  yourNameHint: 'Se muestra junto a lo que añades. No hace falta.',
  save: 'Guardar',
  noName: 'Invitado',
  noScreenYet: 'Ninguna todavía. Abre esta sesión en el ordenador junto al televisor.',
  isYou: (name) => `${name} (tú)`,

  // screens
  screenNumber: (n) => `Pantalla ${n}`,
  screenDoes: {idle: 'Lista', loading: 'Cargando', ready: 'Lista', playing: 'Reproduce', paused: 'En pausa', buffering: 'Cargando', ended: 'Terminado', failed: 'No pudo reproducirlo', blocked: 'Espera un toque', silent: 'En silencio'},
  screenMuted: 'silenciada allí',
  screenTrim: (n) => `volumen ${n} %`,
  screenDelay: (ms) => `retardo ${ms} ms`.replace('-', '−'),
  screenDrift: (ms) => (ms === 0 ? 'a la par' : ms > 0 ? `${ms} ms adelantada` : `${-ms} ms atrasada`),
  playOnly: 'Solo aquí',
  playOnlyOn: (name) => `Reproducir solo en ${name}`,
  playAlso: 'También aquí',
  playAlsoOn: (name) => `Reproducir también en ${name}`,
  playEverywhere: 'Reproducir en todas',

  // what plays while nothing is queued
  whenEmpty: 'Cuando no hay nada en cola',
  fallbackHint: 'Suena bajito y deja paso en cuanto alguien añade algo.',
  fallbackFailed: 'No se pudo reproducir nada de ahí. Elige otra cosa, o lo mismo otra vez.',
  fallbackStopped: 'Parado',
  fallbackNone: 'Nada',
  fallbackAll: 'Toda la biblioteca',
  fallbackLists: 'Listas guardadas',
  allOf: (name) => `Todo de ${name}`,
  openFolder: (name) => `Abrir ${name}`,

  shareTitle: 'Invitar a otros',
  shareHint: 'Escanéalo con otro teléfono o abre el enlace.',
  qr: 'Código QR de esta sesión',
  copy: 'Copiar el enlace',
  copied: 'Enlace copiado',
  notCopied: 'Mantén pulsado el enlace para copiarlo.',
  sendLink: 'Enviar el enlace',
  screenTitle: 'Conectar una pantalla',
  screenHint: 'Abre esta dirección en el ordenador junto al televisor y pulsa allí Iniciar:',
  bookmark: 'Un marcador que añade',
  bookmarkHint: 'Arrástralo a tus marcadores, o crea uno con el texto copiado. Si lo abres en cualquier página, la añade aquí.',
  bookmarkName: 'A la lista',
  copyBookmark: 'Copiar el marcador',
  bookmarkCopied: 'Marcador copiado',
  bookmarkNotCopied: 'Aquí no se pudo copiar.',

  closedTitle: {ended: 'Esta sesión ha terminado', elsewhere: 'Abierto en otra pestaña', other: 'Desconectado'},
  closedText: {
    ended: 'Escanea otra vez el código de la pantalla o escríbelo.',
    elsewhere: 'Este mando sigue en la otra pestaña.',
    other: 'El servidor cerró la conexión.',
  },
  enterCode: 'Escribir un código',
  newSession: 'Empezar una sesión nueva',
  goOnHere: 'Seguir aquí',

  join: {
    title: 'Unirse',
    heading: 'Escribe el código de la pantalla',
    code: 'Código',
    button: 'Unirse',
    hint: 'Está junto al código QR. Dan igual las mayúsculas y los espacios.',
    known: 'Ya estuviste aquí',
    addWhere: '¿A qué lista lo añadimos?',
    noneToAdd: 'Únete primero: después se podrá añadir lo compartido.',
    forget: (name) => `Olvidar ${name}`,
    photo: 'Fotografiar el código QR',
    reading: 'Leyendo la foto…',
    noCode: 'No se encontró ningún código QR. Acércate más y mantén el teléfono recto.',
    otherCode: 'Este código QR lleva a otro sitio.',
  },
};
