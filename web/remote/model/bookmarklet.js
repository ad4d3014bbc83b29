// A bookmark whose address is a small program: opened on any page, it sends that page's address to a session. Pure.

/**
 * @param {string} remote  address of the session's remote page
 * @returns {string}
 */
export function bookmarklet(remote) {
  const page = new URL(remote);
  page.searchParams.set('as', 'remote'); // on a desktop, too: it is there to add
  return `javascript:void open(${JSON.stringify(`${page.href}&add=`)}+encodeURIComponent(location.href))`;
}
