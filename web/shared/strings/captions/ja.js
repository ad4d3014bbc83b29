// Words of captions, Japanese.

/** @type {import('./en.js').CaptionWords} */
export const captions = {
  heading: '字幕',
  close: '閉じる',
  off: 'オフ',
  none: 'ここから選べる字幕はありません。',
  now: (name) => `字幕：${name}`,
  nowOff: '字幕オフ',
  unknownLanguage: '不明な言語',
  sdh: (language) => `${language}（効果音つき）`,
};
