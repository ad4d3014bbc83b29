// A window with no room for a screen: beside a film, in a side bar, embedded in another page. It becomes a remote, unless its
// address says that it shall be a player. A player that is made narrow later goes on playing.

/** Widths from here on are a screen's, CSS px. */
export const SCREEN_FROM = 480;

/**
 * The address that a window of this width goes to, or null when it stays.
 * @param {number} width  CSS px
 * @param {string} address
 */
export function remoteFor(width, address) {
  const url = new URL(address);
  if (width <= 0 || width >= SCREEN_FROM || url.searchParams.has('as')) return null;
  url.searchParams.set('as', 'remote');
  return url.href;
}
