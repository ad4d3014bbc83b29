// Words of the page that says what went wrong, Japanese.

/** @type {import('./en.js').Message} */
export const message = {
  titles: {
    session_not_found: 'このセッションは終了しました',
    code_not_found: 'このコードのセッションはありません',
    not_found: 'ここには何もありません',
    rate_limited: '少しお待ちください',
    limit_reached: 'このサーバーは満員です',
    unavailable: '今は利用できません',
    other: 'うまくいきませんでした',
  },
  texts: {
    session_not_found: 'そのセッションは存在しないか、終了しています。新しく始めるか、画面に表示されているコードを入力してください。',
    code_not_found: '画面をもう一度見てください。コードは QR コードの隣にあります。セッションが終了した可能性もあります。',
    not_found: 'このページは存在しません。',
    rate_limited: '回数が多すぎます。少し待ってからもう一度お試しください。',
    limit_reached: 'これ以上セッションを受け付けられません。後でもう一度お試しください。',
    unavailable: 'サーバーが起動中または停止中です。少ししてからもう一度お試しください。',
    other: '問題が発生しました。もう一度お試しください。',
  },
  join: 'コードを入力',
  start: '新しいセッション',
};
