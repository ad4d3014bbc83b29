import assert from 'node:assert/strict';
import {test} from 'node:test';
import {addAndName, addItems, takeBack} from './adding.js';
import {RequestError} from '../connection/requests.js';

/** @import {Snapshot} from '../store.js' */

/**
 * A page whose server refuses links with "bad" in them, and says which unless the refusal is about all.
 * @param {string} status  of playback
 * @param {string} [code]
 */
function page(status, code = 'unsupported') {
  /** @type {string[]} */
  const calls = [];
  const app = new EventTarget();
  const state = {items: /** @type {any[]} */ ([]), playback: {status}};
  app.addEventListener('ask', (event) => {
    const {detail} = /** @type {CustomEvent} */ (event);
    detail.answer = Promise.resolve(answer(detail));
  });
  /** @param {{event: string, data: any}} asked */
  function answer({event, data}) {
    const urls = data.items?.map((/** @type {any} */ item) => item.url ?? item) ?? [];
    calls.push(event === 'command' ? data.name : `${event} ${data.place ?? data.mode ?? ''} ${urls.length > 5 ? urls.length : urls.join(' ')}`);
    const bad = event === 'remove' ? -1 : urls.findIndex((/** @type {string} */ url) => url.includes('bad'));
    if (bad >= 0) return {ok: false, error: new RequestError({code, field: code === 'unsupported' ? `items[${bad}].url` : undefined})};
    if (event === 'add') state.items.push(...urls.map((/** @type {string} */ url) => ({id: `id of ${url}`, addedBy: {client: 'me'}})));
    return {ok: true, seq: 1};
  }
  return {calls, to: {app, latest: () => /** @type {Snapshot} */ (/** @type {unknown} */ ({client: 'me', state}))}};
}

/** @param {string[]} urls */
const items = (...urls) => urls.map((url) => ({url}));

test('adds, and starts what was quiet', async () => {
  const {calls, to} = page('ended');
  assert.deepEqual(await addItems(to, items('a', 'b'), 'end'), [{url: 'a', error: null}, {url: 'b', error: null}]);
  assert.deepEqual(calls, ['add end a b', 'play']);
});

test('what plays goes on; what is added to play now needs no start', async () => {
  for (const [status, place] of /** @type {const} */ ([['playing', 'next'], ['idle', 'now']])) {
    const {calls, to} = page(status);
    await addItems(to, items('a'), place);
    assert.deepEqual(calls, [`add ${place} a`]);
  }
});

test('a link that is refused costs only itself', async () => {
  const {calls, to} = page('playing');
  const settled = await addItems(to, items('a', 'bad1', 'b', 'bad2'), 'end');
  assert.deepEqual(settled.map(({url, error}) => [url, error?.code]), [['a', undefined], ['bad1', 'unsupported'], ['b', undefined], ['bad2', 'unsupported']]);
  assert.equal(calls.at(-1), 'add end a b');
});

test('a refusal that names no link is about all of them, and nothing starts', async () => {
  const {calls, to} = page('idle', 'limit_reached');
  const settled = await addItems(to, items('bad', 'b'), 'end');
  assert.deepEqual(settled.map(({error}) => error?.code), ['limit_reached', 'limit_reached']);
  assert.deepEqual(calls, ['add end bad b']);
});

test('more than fits into an add goes to the end in one piece, and each part is told of', async () => {
  const {calls, to} = page('playing');
  /** @type {number[]} */
  const done = [];
  await addItems(to, items(...Array.from({length: 150}, (_, i) => `l${i}`)), 'next', (n) => done.push(n));
  assert.deepEqual(calls, ['upload append 150']);
  assert.deepEqual(done, [150]);
});

test('what came of it is named, and taken back', async () => {
  const {calls, to} = page('playing');
  await addItems(to, items('before'), 'end');
  const {ids} = await addAndName(to, items('a', 'b'), 'end');
  assert.deepEqual(ids, ['id of a', 'id of b']);
  await takeBack(to, [...ids, 'gone meanwhile']);
  assert.equal(calls.at(-1), 'remove  id of a id of b');
});
