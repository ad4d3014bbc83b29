// Where a media is played from, in the language of the page.

import {mediaSource} from '../shared/format.js';
import {desktop} from '../shared/strings/desktop.js';

/** @import {Media} from '../shared/protocol.js' */

/** What has a name in each language; services go by their own. @type {Map<string, string>} */
const NAMES = new Map([
  ['library', desktop.source.library],
  ['upload', desktop.source.upload],
  ['picture', desktop.source.picture],
  ['hls', desktop.source.stream],
  ['dash', desktop.source.stream],
  ['list', desktop.source.list],
]);

/** @param {Media} media */
export function sourceName(media) {
  const source = mediaSource(media);
  return NAMES.get(media.provider) ?? (source === 'Web' ? desktop.source.file : source);
}
