// A folder of media as people have it: many titles, in folders within folders, some names longer than a phone is wide.

import {mkdir, mkdtemp, readFile, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import {MEDIA} from './paths.js';

const FILES = [
  ...['Aurora', 'Before the Rain', 'Cold Tea', 'Drift', 'Evening Train', 'Far from Here'].map((title) => `Music/The Lanterns/First Light/${title}.mp3`),
  ...['Harbour', 'Islands', 'Jasmine'].map((title) => `Music/The Lanterns/Harbour Songs/${title}.mp3`),
  ...['Slow Waltz', 'A Very Long Title That Somebody Once Gave to a Recording of a Rainy Afternoon in the Garden'].map((title) => `Music/Mara Quell/${title}.mp3`),
  'Films/Night Ferry.mp4',
  'Films/Short ones/The Clock.mp4',
  'Holidays/2025 Lakes/Boat.mp4',
];

/** Beside the film. */
const SUBTITLES = ['de', 'en', 'pt-BR'].map((language) => `Films/Night Ferry.${language}.srt`);

/**
 * Where files go by their names, as many at home do: what the test media say of themselves is taken out.
 * @param {Buffer} bytes
 */
function nameless(bytes) {
  if (bytes.toString('latin1', 0, 3) === 'ID3') return bytes.subarray(10 + [6, 7, 8, 9].reduce((size, at) => size * 128 + bytes[at], 0));
  const copy = Buffer.from(bytes);
  for (const tag of ['\xa9nam', '\xa9ART', '\xa9alb']) {
    const at = copy.indexOf(tag, 0, 'latin1');
    if (at >= 0) copy.write('skip', at, 'latin1');
  }
  return copy;
}

/** @returns {Promise<{path: string, remove: () => Promise<void>}>} */
export async function crowdedFolder() {
  const parent = await mkdtemp(join(tmpdir(), 'remoted-media-'));
  const path = join(parent, 'Shared');
  const [song, film] = await Promise.all(['tone.mp3', 'clock.mp4'].map(async (name) => nameless(await readFile(join(MEDIA, name)))));
  for (const file of FILES) {
    await mkdir(dirname(join(path, file)), {recursive: true});
    await writeFile(join(path, file), file.endsWith('.mp3') ? song : film);
  }
  for (const file of SUBTITLES) await writeFile(join(path, file), '1\n00:00:00,000 --> 00:00:15,000\nThe ferry leaves at night.\n');
  return {path, remove: () => rm(parent, {recursive: true, force: true})};
}
