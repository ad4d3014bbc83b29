// Captions of an item: what there is to choose from, what it is called, and which are shown when a session asks for a
// language. Pure.

import {LIMITS} from '../protocol.js';

/** What can be chosen: a tag (BCP 47) that no other has, and what else people call it. @typedef {{language: string, label?: string}} Captions */

/** What a player finds. `kind`: what special ones are for. @typedef {{language: string, label: string, kind?: 'sdh'|'forced'}} Found */

/** Words for people. @typedef {{unknownLanguage: string, sdh: (language: string) => string}} Words */

/** The mark of captions for foreign speech and signs only: nobody who turns captions on means those. */
const FORCED = 'x-forced';

/** The mark of captions for those who do not hear the sound. */
const SDH = 'x-sdh';

const UNKNOWN = 'und';

/** @param {string} tag */
const base = (tag) => tag.split('-', 1)[0].toLowerCase();

/** Whether a tag is of captions that do not give all that is said. @param {string} tag */
export const isForced = (tag) => tag.toLowerCase().includes(FORCED);

/**
 * What is offered of what was found: whole captions only, each with a tag of its own, as many as a report may hold.
 * @template {Found} T
 * @param {readonly T[]} found
 * @returns {T[]}
 */
export function offerCaptions(found) {
  const whole = found.map((one) => ({...one, language: tagOf(one)})).filter(({language}) => !isForced(language)).slice(0, LIMITS.CAPTIONS);
  /** @type {Set<string>} */
  const taken = new Set();
  return whole.map((one) => {
    const language = apart(one.language, taken);
    taken.add(language);
    return {...one, language};
  });
}

/** @param {Found} found */
function tagOf({language, kind}) {
  const tag = canonical(language);
  const mark = kind === 'sdh' ? SDH : kind === 'forced' ? FORCED : '';
  return mark && !tag.includes('-x-') ? `${tag}-${mark}` : tag;
}

/** A tag as browsers write it; what is none, or longer than the wire takes, is an unknown language. @param {string} language */
function canonical(language) {
  try {
    const [tag = UNKNOWN] = Intl.getCanonicalLocales(language.replaceAll('_', '-'));
    return tag.length + SDH.length + 4 <= LIMITS.LANGUAGE_CHARS ? tag : UNKNOWN;
  } catch {
    return UNKNOWN;
  }
}

/** The tag, counted on while another has it. @param {string} tag @param {ReadonlySet<string>} taken */
function apart(tag, taken) {
  const more = tag.includes('-x-') ? `${tag}-` : `${tag}-x-`;
  for (let n = 2, name = tag; ; name = `${more}${n}`, n += 1) if (!taken.has(name)) return name;
}

/**
 * The captions to show: those of exactly this tag, else those that begin with the same language, else none.
 * @param {string|null|undefined} wanted  a tag
 * @param {readonly string[]} offered
 * @returns {string|null}
 */
export function pickCaptions(wanted, offered) {
  if (!wanted) return null;
  const exact = offered.find((tag) => tag.toLowerCase() === wanted.toLowerCase());
  return exact ?? offered.find((tag) => base(tag) === base(wanted)) ?? null;
}

/**
 * What comes after what is shown, when a key is pressed: off, each of them, off again.
 * @param {string|null} shown
 * @param {readonly string[]} offered
 * @returns {string|null}
 */
export function nextCaptions(shown, offered) {
  return offered[shown === null ? 0 : offered.indexOf(shown) + 1] ?? null;
}

/**
 * What people call them: the language by its own name and what is special about it, a label where that is not enough, and
 * a number where that is not either.
 * @param {readonly Captions[]} offered
 * @param {Words} words
 * @returns {{language: string, name: string}[]}
 */
export function captionNames(offered, words) {
  const plain = offered.map(({language}) => plainName(language, words));
  const labelled = offered.map(({language, label = ''}, i) => {
    if (base(language) === UNKNOWN && label) return label;
    const more = isTwice(plain, i) ? beyond(label, plain[i]) : '';
    return more ? `${plain[i]} · ${more}` : plain[i];
  });
  return offered.map(({language}, i) => ({language, name: isTwice(labelled, i) ? `${labelled[i]} ${placeAmong(labelled, i)}` : labelled[i]}));
}

/** @param {readonly string[]} names @param {number} i */
const isTwice = (names, i) => names.filter((name) => name === names[i]).length > 1;

/** @param {readonly string[]} names @param {number} i */
const placeAmong = (names, i) => names.slice(0, i + 1).filter((name) => name === names[i]).length;

/** What a label says that the name does not: "commentary" of "English (commentary)". @param {string} label @param {string} name */
function beyond(label, name) {
  const rest = label.toLowerCase().startsWith(name.toLowerCase()) ? label.slice(name.length) : label;
  return rest.replace(/^[\s,:;.·–—-]+/, '').replace(/^\((.*)\)$/, '$1').trim();
}

/** @param {string} tag @param {Words} words */
function plainName(tag, words) {
  const [language, mark = ''] = tag.split(/-(?=x-)/i, 2);
  const name = language.toLowerCase() === UNKNOWN ? words.unknownLanguage : languageName(language);
  return mark.toLowerCase().startsWith(SDH) ? words.sdh(name) : name;
}

/** @param {string} code */
function languageName(code) {
  try {
    return new Intl.DisplayNames([code, 'en'], {type: 'language'}).of(code) ?? code;
  } catch {
    return code; // not a tag that the browser knows
  }
}
