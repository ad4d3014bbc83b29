// A picture for what has none: a calm colour of its own, always the same for the same media. Pure.

/** @import {Media} from '../protocol.js' */

/**
 * A hue in degrees from what the media is (FNV-1a: short, and near strings land far apart).
 * @param {Media} media
 */
export function hueOf(media) {
  let hash = 0x811c9dc5;
  for (const char of media.title || media.url || '') hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193);
  return (hash >>> 0) % 360;
}

const AUDIO = /\.(?:mp3|m4a|aac|flac|og[ga]|opus|wav|weba)(?:[?#]|$)/i;

/** The icon that says what kind of thing it is. @param {Media} media */
export function iconOf(media) {
  if (media.provider === 'picture') return 'image';
  if (media.provider === 'youtube' || media.provider === 'vimeo') return 'monitor-play';
  if (media.provider === 'soundcloud' || media.provider === 'spotify' || AUDIO.test(media.url)) return 'music';
  return 'film';
}

/**
 * An address that an <img> may load; anything but the web's own schemes and this server's paths shows the tile.
 * @param {Media} media
 */
export function pictureOf(media) {
  return /^(?:https?:\/\/|\/(?!\/))/i.test(media.thumbnail ?? '') ? media.thumbnail : undefined;
}
