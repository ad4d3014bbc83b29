// Browsers play what they can of a file and say nothing of the rest: HEVC gives sound alone, AC-3 a picture alone.

import {words} from './words.js';

/** Files of these kinds are films: they have a picture and sound. Not webm: who plays it plays all that may be in it. */
const FILM = /\.(mp4|m4v|mov|mkv|avi|ts|m2ts|mts|mpg|mpeg|flv|3gp)$/i;

/** Sound that was not decoded after this much was played is not there, s. */
const SOUND_AFTER_S = 3;

/**
 * What a file ought to have and does not play with.
 *
 * @typedef {object} Playing  The part of an HTMLVideoElement that tells.
 * @property {string} src
 * @property {string} currentSrc
 * @property {number} readyState
 * @property {number} videoWidth
 * @property {TimeRanges} played
 * @property {number} [webkitAudioDecodedByteCount]  Chromium and WebKit
 * @property {boolean} [mozHasAudio]  Firefox
 */

/** What a media ought to have. @typedef {{picture: boolean, sound: boolean}} Expected */

/**
 * What is missing, in words; empty when nothing is, or while that is not known.
 * @param {Playing} video
 * @param {Expected} [expected]  what a stream says of itself; of a file its name tells
 */
export function missing(video, {picture, sound} = promisedBy(video)) {
  if (video.readyState < 1) return '';
  if (picture && video.videoWidth === 0) return words().noPicture;
  return sound && isSilent(video) ? words().noSound : '';
}

/** A film has both. @param {Playing} video @returns {Expected} */
function promisedBy({currentSrc, src}) {
  const film = isFilm(currentSrc || src);
  return {picture: film, sound: film};
}

/** @param {Playing} video */
function isSilent({played, webkitAudioDecodedByteCount: bytes, mozHasAudio}) {
  let seconds = 0;
  for (let i = 0; i < played.length; i += 1) seconds += played.end(i) - played.start(i);
  return seconds >= SOUND_AFTER_S && (bytes === 0 || mozHasAudio === false);
}

/** @param {string} address */
function isFilm(address) {
  try {
    return FILM.test(new URL(address, 'http://localhost').pathname);
  } catch {
    return false;
  }
}
