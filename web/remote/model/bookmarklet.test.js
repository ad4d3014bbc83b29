import assert from 'node:assert/strict';
import {test} from 'node:test';
import vm from 'node:vm';
import {bookmarklet} from './bookmarklet.js';

test('the bookmark opens the session with the page that one looks at', () => {
  for (const remote of ['http://192.168.1.5:8080/s/7d0f', 'http://192.168.1.5:8080/s/7d0f?as=remote']) {
    /** @type {string[]} */
    const opened = [];
    const program = bookmarklet(remote).replace(/^javascript:/, '');
    vm.runInNewContext(program, {open: (/** @type {string} */ url) => opened.push(url), location: {href: 'https://x.example/a?b=1&c=ä#d'}, encodeURIComponent});
    const address = new URL(opened[0]);
    assert.equal(address.pathname, '/s/7d0f');
    assert.equal(address.searchParams.get('as'), 'remote');
    assert.equal(address.searchParams.get('add'), 'https://x.example/a?b=1&c=ä#d');
  }
});

test('an address cannot break out of its quotes', () => {
  assert.doesNotMatch(bookmarklet('http://h/s/x?"-alert(1)-"'), /""|"-alert/);
});
