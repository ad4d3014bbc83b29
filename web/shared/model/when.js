// When something was, as short as people say it. Pure.

const DAY_MS = 86_400_000;

/** Days back for which the name of the weekday says enough. */
const WEEK_DAYS = 6;

/**
 * "21:40" today, "Fri 21:40" this week, else the date.
 * @param {number} at  Unix ms
 * @param {number} now  Unix ms
 * @param {string} [language]  BCP 47; the browser's where it is missing
 */
export function whenText(at, now, language) {
  const today = new Date(now).toDateString() === new Date(at).toDateString();
  /** @type {Intl.DateTimeFormatOptions} */
  const time = {hour: 'numeric', minute: '2-digit'};
  if (today) return format(at, time, language);
  return now - at < WEEK_DAYS * DAY_MS ? format(at, {weekday: 'short', ...time}, language) : format(at, {dateStyle: 'medium'}, language);
}

/** @param {number} at @param {Intl.DateTimeFormatOptions} options @param {string} [language] */
function format(at, options, language) {
  return new Intl.DateTimeFormat(language || undefined, options).format(at);
}
