// Videos found by words, where the server can do that.

import {formatTime, mediaTitle} from '../format.js';

/** @import {Row} from './library.js' */
/** @import {Media} from '../protocol.js' */

/** ms of no typing before such a search goes out: each one counts against what the service allows in a day. */
export const VIDEO_PAUSE_MS = 500;

/** Videos asked for: what one looks through before trying other words. */
const VIDEOS = 12;

/**
 * @param {string} session
 * @param {string} query
 * @param {AbortSignal} signal
 * @returns {Promise<Media[]>}
 */
export async function searchVideos(session, query, signal) {
  const response = await fetch(`/api/sessions/${encodeURIComponent(session)}/search?${new URLSearchParams({q: query, limit: String(VIDEOS)})}`, {signal});
  if (!response.ok) throw new Error(`search: HTTP ${response.status}`);
  return (await response.json()).items;
}

/** A video as a row; its title goes along, so that it stands in the list at once. @param {Media} media @returns {Row} */
export function videoRow(media) {
  const title = mediaTitle(media);
  return {key: media.url, title, meta: media.duration ? formatTime(media.duration) : '', media, item: {url: media.url, ...(media.title && {title: media.title})}};
}
