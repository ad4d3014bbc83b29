// Which captions of an item are shown when a session asks for a language. Pure.

/** The mark of captions for foreign speech and signs only. */
export const FORCED = 'x-forced';

/** The mark of captions for those who do not hear the sound. */
export const SDH = 'x-sdh';

/** @param {string} tag */
const base = (tag) => tag.split('-', 1)[0].toLowerCase();

/** Whether a tag is of captions that do not give all that is said. @param {string} tag */
const isForced = (tag) => tag.toLowerCase().includes(FORCED);

/**
 * The captions to show: those of exactly this tag, else those that begin with the same language, whole ones first;
 * else none.
 * @param {string|null|undefined} wanted  a language tag (BCP 47)
 * @param {readonly string[]} offered
 * @returns {string|null}
 */
export function pickCaptions(wanted, offered) {
  if (!wanted) return null;
  const exact = offered.find((tag) => tag.toLowerCase() === wanted.toLowerCase());
  if (exact !== undefined) return exact;
  const near = offered.filter((tag) => base(tag) === base(wanted));
  return near.find((tag) => !isForced(tag)) ?? near[0] ?? null;
}
