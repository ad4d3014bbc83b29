// Words about media that players alone need, in every language of the pages. Reasons have no full stop of their own.

/** @type {Record<string, {noPicture: string, noSound: string, stream: string}>} */
const WORDS = {
  en: {
    noPicture: 'Plays without a picture: the file has none, or one that this browser cannot show',
    noSound: 'Plays without sound: the file has none, or some that this browser cannot play',
    stream: 'The stream cannot be fetched from here, or its server does not let other pages read it',
  },
  de: {
    noPicture: 'Läuft ohne Bild: Die Datei hat keines, oder eines, das dieser Browser nicht zeigen kann',
    noSound: 'Läuft ohne Ton: Die Datei hat keinen, oder einen, den dieser Browser nicht abspielen kann',
    stream: 'Der Stream ist von hier nicht zu erreichen, oder sein Server gibt ihn anderen Seiten nicht frei',
  },
  es: {
    noPicture: 'Se reproduce sin imagen: el archivo no tiene, o este navegador no puede mostrarla',
    noSound: 'Se reproduce sin sonido: el archivo no tiene, o este navegador no puede reproducirlo',
    stream: 'No se puede acceder a la transmisión desde aquí, o su servidor no permite que otras páginas la lean',
  },
  fr: {
    noPicture: 'Lecture sans image : le fichier n’en a pas, ou ce navigateur ne peut pas l’afficher',
    noSound: 'Lecture sans son : le fichier n’en a pas, ou ce navigateur ne peut pas le lire',
    stream: 'Le flux est inaccessible d’ici, ou son serveur n’autorise pas d’autres pages à le lire',
  },
  ja: {
    noPicture: '映像なしで再生中：ファイルに映像がないか、このブラウザーでは表示できません',
    noSound: '音声なしで再生中：ファイルに音声がないか、このブラウザーでは再生できません',
    stream: 'ここからストリームを取得できないか、サーバーが他のページからの読み取りを許可していません',
  },
  'zh-Hant': {
    noPicture: '播放中但沒有畫面：檔案沒有畫面，或此瀏覽器無法顯示',
    noSound: '播放中但沒有聲音：檔案沒有聲音，或此瀏覽器無法播放',
    stream: '無法從這裡取得串流，或其伺服器不允許其他頁面讀取',
  },
};

/** Those of the page's language. */
export const words = () => WORDS[globalThis.document?.documentElement.lang ?? 'en'] ?? WORDS.en;

export {WORDS};
