// What is told at one time. A crowd that adds at once, and somebody who skips ten times, take the room of one. Pure.

import {desktop} from '../../shared/strings/desktop.js';

const words = desktop.toast;

/**
 * @typedef {object} News
 * @property {string} text
 * @property {string} [who]
 * @property {'added'|'removed'|'moved'|'captions'} [did]  more of it by the same person takes the place of what was told; absent: stands alone
 * @property {number} [count]  items
 */

/** `also`: who else did the same; first comes who did it first. @typedef {News & {key: number, also?: readonly string[]}} Told */

/** So many people who add at once are told of one by one. */
const ONE_BY_ONE = 2;

/**
 * What is told after some news, the newest last. What changed has a new object and keeps its key, unless it stands elsewhere.
 * @param {readonly Told[]} told
 * @param {News} news
 * @param {number} key  one that was never used
 * @returns {readonly Told[]}
 */
export function withNews(told, news, key) {
  const same = told.find(({text, did, who, also}) => (news.did ? did === news.did && (who === news.who || also?.includes(news.who ?? '')) : text === news.text));
  if (same) return told.map((other) => (other === same ? joined(same, news) : other));
  const adders = news.did === 'added' ? told.filter(({did}) => did === 'added') : [];
  const crowd = adders.find(({also}) => also) ?? (adders.length >= ONE_BY_ONE ? adders[0] : undefined);
  if (!crowd) return [...told, {...news, key}];
  const others = [...adders.filter((adder) => adder !== crowd), news];
  const all = together(crowd, others);
  return told.filter((other) => !others.includes(other)).map((other) => (other === crowd ? all : other));
}

/** The same people once more. @param {Told} told @param {News} news @returns {Told} */
function joined(told, news) {
  const count = (told.count ?? 0) + (news.count ?? 0);
  if (told.also) return {...told, count, text: words.addedTogether(told.who ?? '', told.also.length, count)};
  const many = news.did === 'added' ? words.addedMany : news.did === 'removed' ? words.removedMany : null;
  return {...news, key: told.key, count, text: many ? many(news.who ?? '', count) : news.text};
}

/** @param {Told} first @param {readonly News[]} others @returns {Told} */
function together(first, others) {
  const also = [...(first.also ?? []), ...others.map(({who}) => who ?? '')];
  const count = [first, ...others].reduce((sum, news) => sum + (news.count ?? 0), 0);
  return {...first, also, count, text: words.addedTogether(first.who ?? '', also.length, count)};
}
