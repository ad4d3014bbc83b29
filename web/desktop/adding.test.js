import assert from 'node:assert/strict';
import test from 'node:test';
import {addLinks, linksIn} from './adding.js';
import {RequestError} from '../shared/requests.js';
import {FakeStore} from './testing/fake-player.js';

/** @param {'idle'|'playing'|'ended'} status */
function state(status) {
  const session = new FakeStore();
  session.set({status});
  return session.state;
}

/**
 * A server that refuses links with "bad" in them, and says which.
 * @param {string} [code]
 */
function server(code = 'unsupported') {
  /** @type {string[]} */
  const calls = [];
  /** @type {import('./adding.js').Send} */
  const send = async (event, data) => {
    calls.push(event === 'add' ? `add ${data.place} ${data.items.map((/** @type {{url: string}} */ {url}) => url).join(' ')}` : `${event} ${data.name}`);
    const bad = event === 'add' ? data.items.findIndex((/** @type {{url: string}} */ {url}) => url.includes('bad')) : -1;
    return bad < 0 ? {ok: true, seq: 1} : {ok: false, error: new RequestError({code, field: code === 'unsupported' ? `items[${bad}].url` : undefined})};
  };
  return {calls, send};
}

test('links are found in what was pasted; without any the server has the word', () => {
  assert.deepEqual(linksIn('see https://a.example/x.mp4, and https://b.example/y'), ['https://a.example/x.mp4', 'https://b.example/y']);
  assert.deepEqual(linksIn('  no link at all '), ['no link at all']);
  assert.deepEqual(linksIn('   '), []);
});

test('adds, and starts what was quiet', async () => {
  const {calls, send} = server();
  assert.deepEqual(await addLinks(['a', 'b'], 'end', state('ended'), send), {added: 2, refused: []});
  assert.deepEqual(calls, ['add end a b', 'command play']);
});

test('what plays goes on', async () => {
  const {calls, send} = server();
  await addLinks(['a'], 'next', state('playing'), send);
  assert.deepEqual(calls, ['add next a']);
});

test('a link that is refused costs only itself', async () => {
  const {calls, send} = server();
  const {added, refused} = await addLinks(['a', 'bad1', 'b', 'bad2'], 'end', state('playing'), send);
  assert.equal(added, 2);
  assert.deepEqual(refused.map(({url, error}) => [url, error.code]), [['bad1', 'unsupported'], ['bad2', 'unsupported']]);
  assert.equal(calls.at(-1), 'add end a b');
});

test('a refusal that names no link is about all of them, and nothing starts', async () => {
  const {calls, send} = server('limit_reached');
  const {added, refused} = await addLinks(['bad', 'b'], 'end', state('idle'), send);
  assert.equal(added, 0);
  assert.deepEqual(refused.map(({url}) => url), ['bad', 'b']);
  assert.deepEqual(calls, ['add end bad b']);
});

test('more than fit a message keep their order', async () => {
  const links = Array.from({length: 150}, (_, i) => `l${i}`);
  const end = server();
  await addLinks(links, 'end', state('playing'), end.send);
  assert.deepEqual(end.calls.map((call) => call.split(' ')[2]), ['l0', 'l100']);
  const next = server();
  await addLinks(links, 'next', state('playing'), next.send);
  assert.deepEqual(next.calls.map((call) => call.split(' ')[2]), ['l100', 'l0']);
});
