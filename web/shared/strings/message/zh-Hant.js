// Words of the page that says what went wrong, Traditional Chinese.

/** @type {import('./en.js').Message} */
export const message = {
  titles: {
    session_not_found: '這個工作階段已結束',
    code_not_found: '沒有使用此代碼的工作階段',
    not_found: '這裡什麼都沒有',
    rate_limited: '請稍候',
    limit_reached: '這台伺服器已滿',
    unavailable: '目前無法使用',
    other: '沒有成功',
  },
  texts: {
    session_not_found: '沒有這個工作階段，或它已經結束。請開始新的，或輸入螢幕上顯示的代碼。',
    code_not_found: '請再看一次螢幕：代碼就在 QR 碼旁邊。也可能工作階段已經結束。',
    not_found: '沒有這個頁面。',
    rate_limited: '次數太多了。請稍等一下再試。',
    limit_reached: '無法再接受更多工作階段。請稍後再試。',
    unavailable: '伺服器正在啟動或停止。請稍後再試。',
    other: '發生問題。請再試一次。',
  },
  join: '輸入代碼',
  start: '新的工作階段',
};
