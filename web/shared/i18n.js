// The language of a page: chosen among those the browser asks for, one file loaded for it.
//
// The words of a page stand in strings/{page}/{language}.js, each of which exports an object under the page's name, with
// the same keys in every language. A page asks once, at its start, and waits: words do not change under the reader.

/** @typedef {import('./strings/adding/en.js').Adding} Adding */
/** @typedef {import('./strings/captions/en.js').CaptionWords} CaptionWords */
/** @typedef {import('./strings/desktop/en.js').Desktop} Desktop */
/** @typedef {import('./strings/lists/en.js').Lists} Lists */
/** @typedef {import('./strings/message/en.js').Message} Message */
/** @typedef {import('./strings/reasons/en.js').Reasons} Reasons */
/** @typedef {import('./strings/remote/en.js').Remote} Remote */
/** @typedef {import('./strings/sheets/en.js').Sheets} Sheets */
/** @typedef {import('./strings/upload/en.js').Upload} Upload */

/** @typedef {{adding: Adding, captions: CaptionWords, desktop: Desktop, lists: Lists, message: Message, reasons: Reasons, remote: Remote, sheets: Sheets, upload: Upload}} Pages  The words of each page, by its name; `adding`, `captions`, `reasons`, `sheets`, `lists` and `upload` are loaded later. */

/** Pages that speak every language. @type {readonly (keyof Pages)[]} */
export const PAGES = Object.freeze(['adding', 'captions', 'desktop', 'lists', 'message', 'reasons', 'remote', 'sheets', 'upload']);

/** Languages that each of these pages has, as BCP 47 tags. */
export const LANGUAGES = Object.freeze(['en', 'de', 'es', 'fr', 'ja', 'zh-Hant']);

/** What is spoken where nothing else is known. */
export const FALLBACK = 'en';

/** Regions that write Chinese in traditional characters where the tag names no script. */
const TRADITIONAL = new Set(['tw', 'hk', 'mo']);

/**
 * The first language asked for that there is.
 * @param {readonly string[]} wanted  BCP 47 tags, best first, as navigator.languages has them
 * @returns {string}  one of LANGUAGES
 */
export function chooseLanguage(wanted) {
  for (const tag of wanted) {
    const language = languageOf(tag);
    if (language) return language;
  }
  return FALLBACK;
}

/** @param {string} tag @returns {string|undefined} */
function languageOf(tag) {
  const [language, ...rest] = tag.toLowerCase().split(/[-_]/);
  if (language === 'zh') return isTraditional(rest) ? 'zh-Hant' : undefined;
  return LANGUAGES.find((known) => known === language);
}

/** A script counts before a region: zh-Hans-HK is written in simplified characters. @param {string[]} subtags */
function isTraditional(subtags) {
  if (subtags.includes('hant')) return true;
  return !subtags.includes('hans') && subtags.some((subtag) => TRADITIONAL.has(subtag));
}

/** What this browser asks for; English where there is no page, as in tests. */
function wantedHere() {
  return typeof document === 'undefined' ? [FALLBACK] : (navigator.languages ?? [navigator.language]);
}

/**
 * The words of a page, in the language of the browser; `lang` of the document says which. In English when their file
 * cannot be had: a screen in another language is better than none.
 * @template {keyof Pages} P
 * @param {P} page
 * @param {readonly string[]} [wanted]
 * @returns {Promise<Pages[P]>}
 */
export async function loadStrings(page, wanted = wantedHere()) {
  const chosen = chooseLanguage(wanted);
  const {language, words} = await read(page, chosen).catch((error) => {
    if (chosen === FALLBACK) throw error;
    console.warn(`no words in ${chosen}`, error);
    return read(page, FALLBACK);
  });
  if (typeof document !== 'undefined') document.documentElement.lang = language;
  return words;
}

/** @param {keyof Pages} page @param {string} language */
async function read(page, language) {
  const module = await import(fileOf(page, language));
  return {language, words: module[page]};
}

/** @param {keyof Pages} page @param {string} language */
function fileOf(page, language) {
  return new URL(`./strings/${page}/${language}.js`, import.meta.url).href;
}

/**
 * Has the browser fetch the file that loadStrings will want, while it still fetches the page's modules.
 * @param {keyof Pages} page
 */
export function preloadStrings(page) {
  const link = document.createElement('link');
  link.rel = 'modulepreload';
  link.href = fileOf(page, chooseLanguage(wantedHere()));
  document.head.append(link);
}

// The server's reasons, in the reader's language. Most visits see none: the words come with the first that is shown.

/** @type {((text: string) => string|null)|undefined} */
let find;

/** @type {Promise<unknown>|undefined} */
let coming;

/** reasons.js says that the words are there. @param {(text: string) => string|null} known */
export function learn(known) {
  find = known;
}

export const hasWords = () => find !== undefined;

/** A sentence of the server's in words of this page; null: it is none, or the words are not there yet. @param {string} text */
export const knownReason = (text) => find?.(text) ?? null;

/** The same, where something has to be said: a player's reason is in words already. @param {string} text */
export const reasonText = (text) => knownReason(text) ?? text;

/** Has the words fetched; a line that is down is tried again with the next reason. */
export function fetchReasons() {
  coming ??= import('./reasons.js').catch(() => {
    coming = undefined;
  });
  return coming;
}
