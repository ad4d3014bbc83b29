// How times, items and providers read. Pure; no DOM.

/** @import {Item, Media} from './protocol.js' */

/** @param {number} n */
const two = (n) => String(n).padStart(2, '0');

/**
 * 3:07, 1:02:33; an unknown time is –:––.
 * @param {number|null|undefined} ms
 */
export function formatTime(ms) {
  if (ms === null || ms === undefined || !Number.isFinite(ms)) return '–:––';
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const s = two(seconds % 60);
  const m = Math.floor(seconds / 60) % 60;
  const h = Math.floor(seconds / 3600);
  return h > 0 ? `${h}:${two(m)}:${s}` : `${m}:${s}`;
}

/** Names of the services that play; anything unknown shows under its own name. */
const PROVIDER_NAMES = new Map([
  ['library', 'Library'],
  ['upload', 'Phone'],
  ['picture', 'Picture'],
  ['file', 'Web'],
  ['hls', 'Stream'],
  ['dash', 'Stream'],
  ['youtube', 'YouTube'],
  ['vimeo', 'Vimeo'],
  ['twitch', 'Twitch'],
  ['soundcloud', 'SoundCloud'],
  ['dailymotion', 'Dailymotion'],
  ['spotify', 'Spotify'],
]);

/** @param {string} provider */
export function providerName(provider) {
  return PROVIDER_NAMES.get(provider) ?? provider;
}

/** Whether it stands for a list whose items are to come in its place. @param {Media} media */
export const isList = ({provider}) => provider === 'list';

/**
 * The title of a media; while it is not known, what a person recognises of its address.
 * @param {Media} media
 */
export function mediaTitle(media) {
  return media.title?.trim() || addressTitle(media.url) || media.ref || providerName(media.provider);
}

/**
 * The file name of an address, else its host: "https://x.org/a/My%20film.webm?t=1" reads "My film.webm".
 * @param {string|undefined} url
 */
function addressTitle(url) {
  if (!url) return '';
  try {
    const {hostname, pathname} = new URL(url, 'http://localhost');
    const name = pathname.split('/').findLast(Boolean);
    return name ? decodeURIComponent(name) : hostname;
  } catch {
    return url;
  }
}

/** Letters that are written from right to left. */
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;

/** A text inside another that keeps its own direction, and leaves the sentence around it in order. @param {string} text */
export const isolated = (text) => (RIGHT_TO_LEFT.test(text) ? `\u2068${text}\u2069` : text);

/**
 * At most so many characters as people count them: a family of emoji is one.
 * @param {string} text
 * @param {number} most
 */
export function shortened(text, most) {
  if (text.length <= most) return text;
  const letters = Array.from(new Intl.Segmenter().segment(text), ({segment}) => segment);
  return letters.length <= most ? text : `${letters.slice(0, most - 1).join('').trimEnd()}…`;
}

/**
 * Where a media is played from, such as "YouTube" or, for a file on the web, its host.
 * @param {Media} media
 */
export function mediaSource(media) {
  if (media.provider !== 'file') return providerName(media.provider);
  try {
    return new URL(media.url).hostname;
  } catch {
    return providerName(media.provider);
  }
}

/**
 * An item as rows and screens show it. `length` is the time it will play: its range, where it has one.
 * @param {Item} item
 * @returns {{title: string, by: string, source: string, length: number|null}}
 */
export function describeItem(item) {
  const end = item.end ?? item.media.duration ?? null;
  return {
    title: mediaTitle(item.media),
    by: item.addedBy?.name?.trim() ?? '',
    source: mediaSource(item.media),
    length: end === null ? null : Math.max(0, end - (item.start ?? 0)),
  };
}
