import assert from 'node:assert/strict';
import test from 'node:test';
import {fakePage} from '../../testing/fake-page.js';
import {loadScript} from './script.js';

/** @param {(script: any, page: any) => void} bring */
function load(bring) {
  const {page, scripts} = fakePage({bring});
  const find = () => /** @type {any} */ (page).Api;
  return {page, scripts, load: (options = {}) => loadScript('https://x.example/api.js', {page, find, ...options})};
}

test('resolves to what the script brought; a second time there is no second script', async () => {
  const {load: ask, scripts} = load((script, page) => {
    page.Api = {name: 'api'};
    script.onload();
  });
  assert.deepEqual(await ask(), {name: 'api'});
  assert.deepEqual(await ask(), {name: 'api'});
  assert.equal(scripts.length, 1);
});

test('waits until the API says that it is there, where it does', async () => {
  const {load: ask, page} = load((script) => script.onload?.());
  let say = () => {};
  const asked = ask({announce: (/** @type {() => void} */ done) => (say = done)});
  await null;
  Object.assign(page, {Api: 'there'});
  say();
  assert.equal(await asked, 'there');
});

for (const [name, bring, want] of /** @type {[string, (script: any) => void, RegExp][]} */ ([
  ['does not load', (script) => script.onerror(), /did not load/],
  ['hangs', () => {}, /in time/],
  ['brings nothing', (script) => script.onload(), /nothing/],
])) {
  test(`a script that ${name} is an error`, async () => {
    await assert.rejects(load(bring).load({within: 5}), want);
  });
}
