// The page to join by. Its form works alone; this tidies the code, and offers what a form cannot: the language of the
// browser, sessions that this phone has been in, a photo of the QR code, and to add what another app shared.

import {insist} from '../shared/insist.js';
import {splitLinks} from '../shared/model/links.js';
import {forget, knownSessions} from '../shared/known-sessions.js';
import {keepShared, sharedText} from '../shared/shared-link.js';

/** @import {Known} from '../shared/known-sessions.js' */
/** @import {Sheets} from '../shared/strings/sheets/en.js' */

/** @param {string} selector @returns {HTMLElement} */
const find = (selector) => /** @type {HTMLElement} */ (document.querySelector(selector));
const input = /** @type {HTMLInputElement} */ (find('#code'));

/** What codes are written with, once spaces and dashes that people add are gone. */
const PLAIN = /[^0-9a-z]/gi;

input.form?.addEventListener('submit', () => {
  input.value = input.value.replace(PLAIN, '').toUpperCase();
});

/** What another app shared with this one, as links where there are any. */
const shared = linksOf(sharedText(new URLSearchParams(location.search)));
keepShared(shared);

const {sheets} = await import('../shared/strings/sheets.js');
const words = sheets.join;
translate(words);
const offered = await stillThere(knownSessions());
if (shared && offered.length === 1) location.replace(addressOf(offered[0]));
else if (offered.length > 0) offer(offered, shared ? words.addWhere : words.known);
else if (shared) find('#hint').textContent = words.noneToAdd;
offerPhoto();

/** @param {string} text */
function linksOf(text) {
  const {links} = splitLinks(text);
  return links.length > 0 ? links.join('\n') : text;
}

/** @param {Sheets['join']} words */
function translate(words) {
  document.title = `${words.title} · remoted`;
  for (const element of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('[data-text]'))) {
    element.textContent = words[/** @type {'heading'} */ (element.dataset.text)];
  }
}

/**
 * Those that have not ended; the others are forgotten. Without an answer all of them are offered.
 * @param {Known[]} known
 */
async function stillThere(known) {
  const ended = await Promise.all(known.map(async ({session}) => {
    const answer = await fetch(`/api/sessions/${session}/qr.svg`, {cache: 'no-store'}).catch(() => null); // the smallest thing that a session has
    return answer?.status === 404;
  }));
  return known.filter(({session}, i) => {
    if (ended[i]) forget(session);
    return !ended[i];
  });
}

/** @param {Known} known */
function addressOf({session}) {
  return `/s/${session}?as=remote${shared ? `&add=${encodeURIComponent(shared)}` : ''}`;
}

/** @param {Known[]} known @param {string} heading */
function offer(known, heading) {
  find('#known-heading').textContent = heading;
  find('#known ul').replaceChildren(...known.map(row));
  find('#known').hidden = false;
}

/** @param {Known} known */
function row(known) {
  const [item, link, name, when, button] = ['li', 'a', 'strong', 'span', 'button'].map((tag) => document.createElement(tag));
  name.textContent = known.screen || known.code;
  when.textContent = [known.screen && known.code, whenWas(known.at)].filter(Boolean).join(' · ');
  /** @type {HTMLAnchorElement} */ (link).href = addressOf(known);
  link.append(name, when);
  button.textContent = '×';
  button.setAttribute('aria-label', words.forget(name.textContent));
  button.addEventListener('click', () => {
    forget(known.session);
    item.remove();
    find('#known').hidden = find('#known ul').childElementCount === 0;
    input.focus();
  });
  item.append(link, button);
  return item;
}

/** "yesterday", "3 days ago". @param {number} at */
function whenWas(at) {
  const days = Math.round((new Date(at).setHours(0, 0, 0, 0) - new Date().setHours(0, 0, 0, 0)) / 86_400_000);
  return new Intl.RelativeTimeFormat(document.documentElement.lang, {numeric: 'auto'}).format(days, 'day');
}

function offerPhoto() {
  const place = find('#photo');
  const status = /** @type {HTMLElement} */ (place.querySelector('[role=status]'));
  const chooser = /** @type {HTMLInputElement} */ (place.querySelector('input'));
  place.hidden = false;
  chooser.addEventListener('change', async () => {
    const photo = chooser.files?.[0];
    if (!photo) return;
    status.textContent = words.reading;
    const {addressIn} = await insist(() => import('./qr-photo.js'));
    const {found, address} = await addressIn(photo);
    chooser.value = '';
    status.textContent = address ? '' : found ? words.otherCode : words.noCode;
    if (address) location.assign(address);
  });
}
