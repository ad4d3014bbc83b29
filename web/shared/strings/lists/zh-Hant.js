// Words about whole lists in the remote, Chinese in traditional characters.

/** @type {import('./en.js').Lists} */
export const lists = {
  // saved by name
  savedLists: '已儲存的清單',
  noLists: '還沒有。可以替目前的清單取名儲存，以後在這裡隨時取用。',
  listsFailed: '無法載入已儲存的清單。',
  listName: '這份清單的名稱',
  savedAs: (/** @type {string} */ name, /** @type {number} */ n) => `已儲存為「${name}」：${n} 個項目。`,
  listExists: (/** @type {string} */ name) => `已經有名為「${name}」的清單。`,
  overwrite: '取代它',
  badListName: (/** @type {number} */ n) => `名稱最多 ${n} 個字元，不能有斜線。`,
  listGone: '這份清單已經不在了。',
  listChanged: '清單在這期間有變動，請再試一次。',
  removeAsk: (/** @type {string} */ name) => `要為所有人刪除「${name}」嗎？此動作無法復原。`,
  removeYes: '刪除',
  removedList: (/** @type {string} */ name) => `已刪除「${name}」。`,
  replaceList: '取代清單',
  noAnswer: '伺服器沒有回應。',

  // from a file
  fromFile: '從檔案',
  fromFileHint: '這支手機上的清單：M3U、XSPF、JSPF、JSON，或含有連結的文字。',
  openFile: '開啟清單檔案',
  fileHolds: (/** @type {string} */ name, /** @type {number} */ n) => `${name}：${n} 個項目`,
  andMore: (/** @type {number} */ n) => `還有 ${n} 個`,
  fileSkips: (/** @type {number} */ n) => `${n} 個項目無法加入`,
  fileEmpty: (/** @type {string} */ name) => `${name} 裡沒有連結。`,
  fileTooLarge: '這個檔案太大：清單最多 4 MB。',
  fileIsStream: '這個檔案描述的是串流，請改為加入串流的連結。',
  fileUnreadable: '這個檔案不是清單。',

  // as a file
  takeAlong: '帶走這份清單',
  takeAlongHint: '存成檔案：M3U 和 XSPF 給其他播放器，TXT 用來傳送，JSON 可以完整帶回這裡。',
  thisList: '這份清單',
  asFile: (/** @type {string} */ of) => `將「${of}」存成檔案`,
  asFormat: (/** @type {string} */ of, /** @type {string} */ format) => `將「${of}」存成 ${format}`,
};
