// Words of captions, Chinese in traditional characters.

/** @type {import('./en.js').CaptionWords} */
export const captions = {
  heading: '字幕',
  close: '關閉視窗',
  off: '關閉',
  none: '這個項目沒有可在此選擇的字幕。',
  now: (name) => `字幕：${name}`,
  nowOff: '字幕已關閉',
  unknownLanguage: '未知語言',
  sdh: (language) => `${language}（含音效）`,
};
