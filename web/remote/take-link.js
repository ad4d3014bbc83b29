// What the way into the session brought along to be added.

import {sharedText, takeShared} from '../shared/shared-link.js';

/**
 * What the page was opened to add: by `?add=` of its address, or by another app before this phone had joined. It is taken
 * out of both: a reload, or a link that is passed on, must not ask again.
 */
export function takeLink() {
  const kept = takeShared();
  const address = new URL(location.href);
  if (!address.searchParams.has('add')) return kept;
  const link = sharedText(new URLSearchParams(address.searchParams.getAll('add').map((value) => ['add', value])));
  address.searchParams.delete('add');
  history.replaceState(history.state, '', address);
  return link;
}
