// Words about whole lists in the remote, Japanese.

/** @type {import('./en.js').Lists} */
export const lists = {
  // saved by name
  savedLists: '保存したリスト',
  noLists: 'まだありません。今のリストに名前を付けて保存すると、いつでもここで使えます。',
  listsFailed: '保存したリストを読み込めませんでした。',
  listName: 'このリストの名前',
  savedAs: (/** @type {string} */ name, /** @type {number} */ n) => `「${name}」として${n}件を保存しました。`,
  listExists: (/** @type {string} */ name) => `「${name}」というリストがすでにあります。`,
  overwrite: '置き換える',
  badListName: (/** @type {number} */ n) => `名前は${n}文字までで、スラッシュは使えません。`,
  listGone: 'そのリストはもうありません。',
  listChanged: 'その間にリストが変わりました。もう一度お試しください。',
  removeAsk: (/** @type {string} */ name) => `「${name}」を全員から削除しますか？元に戻せません。`,
  removeYes: '削除',
  removedList: (/** @type {string} */ name) => `「${name}」を削除しました。`,
  replaceList: 'リストを置き換える',
  noAnswer: 'サーバーから応答がありませんでした。',

  // from a file
  fromFile: 'ファイルから',
  fromFileHint: 'このスマートフォンにあるリスト：M3U、XSPF、JSPF、JSON、リンクの入ったテキスト。',
  openFile: 'リストファイルを開く',
  fileHolds: (/** @type {string} */ name, /** @type {number} */ n) => `${name}：${n}件`,
  andMore: (/** @type {number} */ n) => `ほか${n}件`,
  fileSkips: (/** @type {number} */ n) => `${n}件は追加できません`,
  fileEmpty: (/** @type {string} */ name) => `${name}にはリンクがありません。`,
  fileTooLarge: 'このファイルは大きすぎます。リストは4 MBまでです。',
  fileIsStream: 'このファイルはストリームの情報です。代わりにストリームのリンクを追加してください。',
  fileUnreadable: 'このファイルはリストではありません。',

  // as a file
  takeAlong: 'このリストを持ち出す',
  takeAlongHint: 'ファイルとして：M3UとXSPFはほかのプレーヤー用、TXTは送る用、JSONはすべてをここに戻す用です。',
  thisList: 'このリスト',
  asFile: (/** @type {string} */ of) => `${of}をファイルで`,
  asFormat: (/** @type {string} */ of, /** @type {string} */ format) => `${of}を${format}で`,
};
