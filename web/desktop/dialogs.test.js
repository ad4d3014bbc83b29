import assert from 'node:assert/strict';
import test from 'node:test';
import {Dialogs} from './dialogs.js';

/** A page with these dialogs open, by element. @param {...string} open */
function page(...open) {
  /** @type {string[]} */
  const closed = [];
  const renderRoot = {
    querySelector: (/** @type {string} */ name) => ({isOpen: open.includes(name), close: () => closed.push(name)}),
  };
  return {closed, dialogs: new Dialogs(/** @type {any} */ ({controller: {}, renderRoot}))};
}

test('Escape closes the one in front, and no other', () => {
  const {dialogs, closed} = page('help-dialog', 'screen-dialog');
  assert.equal(dialogs.closeFront(), true);
  assert.deepEqual(closed, ['screen-dialog']);
});

test('with none open, nothing is closed', () => {
  const {dialogs, closed} = page();
  assert.equal(dialogs.closeFront(), false);
  assert.deepEqual(closed, []);
});

test('before their parts are loaded, none is open', () => {
  const renderRoot = {querySelector: () => ({})}; // elements that nobody has defined yet
  assert.equal(new Dialogs(/** @type {any} */ ({controller: null, renderRoot})).closeFront(), false);
});
