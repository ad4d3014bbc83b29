import assert from 'node:assert/strict';
import {test} from 'node:test';
import {MAX_SCROLL_PX, OVERSCAN, dragTarget, edgeScroll, listHeight, makeWay, rowTop, visibleRows} from './rows.js';

test('an open menu pushes the rows below it down', () => {
  const layout = {count: 5, height: 72, open: 1, extra: 140};
  assert.deepEqual([0, 1, 2, 4].map((i) => rowTop(layout, i)), [0, 72, 284, 428]);
  assert.equal(listHeight(layout), 500);
  assert.equal(listHeight({count: 5, height: 72}), 360);
});

test('a short list is rendered whole', () => {
  assert.deepEqual(visibleRows({count: 200, height: 72}, 9000, 600), [0, 200]);
});

/** @type {[string, number, [number, number]][]} */
const windows = [
  ['list below the fold', -2000, [0, 0]],
  ['at the top', 0, [0, 10 + OVERSCAN]],
  ['in the middle', 72_000, [1000 - OVERSCAN, 1010 + OVERSCAN]],
  ['at the end', 72 * 4995, [4995 - OVERSCAN, 5000]],
  ['beyond the end', 72 * 9000, [5000, 5000]],
];
for (const [name, top, want] of windows) {
  test(`rows rendered ${name}`, () => assert.deepEqual(visibleRows({count: 5000, height: 72}, top, 720), want));
}

test('the window covers the screen at every scroll position, with a menu open or not', () => {
  const layout = {count: 1000, height: 72, open: 500, extra: 140};
  for (let top = 0; top < listHeight(layout) - 700; top += 37) {
    const [first, last] = visibleRows(layout, top, 700);
    assert.ok(rowTop(layout, first) <= top, `top ${top}: first row ${first} begins at ${rowTop(layout, first)}`);
    const end = last === layout.count ? listHeight(layout) : rowTop(layout, last);
    assert.ok(end >= top + 700, `top ${top}: last row ${last} ends at ${end}`);
  }
});

test('a drag lands on the nearest place and stays in the list', () => {
  const layout = {count: 5, height: 72};
  assert.equal(dragTarget(2, 30, layout), 2);
  assert.equal(dragTarget(2, 40, layout), 3);
  assert.equal(dragTarget(2, -150, layout), 0);
  assert.equal(dragTarget(2, 9999, layout), 4);
  assert.equal(dragTarget(0, -9999, layout), 0);
  assert.equal(dragTarget(3, -9999, {...layout, floor: 1}), 1, 'below the item that plays');
});

test('rows between the old and the new place make way', () => {
  assert.deepEqual([0, 1, 2, 3, 4].map((i) => makeWay(i, 1, 3)), [0, 0, -1, -1, 0]);
  assert.deepEqual([0, 1, 2, 3, 4].map((i) => makeWay(i, 3, 1)), [0, 1, 1, 0, 0]);
  assert.deepEqual([0, 1, 2].map((i) => makeWay(i, 1, 1)), [0, 0, 0]);
});

test('near an edge the list scrolls, faster towards it, and no faster beyond', () => {
  assert.equal(edgeScroll(300, 60, 600), 0);
  assert.equal(edgeScroll(600, 60, 600), MAX_SCROLL_PX);
  assert.equal(edgeScroll(900, 60, 600), MAX_SCROLL_PX);
  assert.equal(edgeScroll(60, 60, 600), -MAX_SCROLL_PX);
  const half = edgeScroll(564, 60, 600);
  assert.ok(half > 0 && half < MAX_SCROLL_PX, `half way in: ${half}`);
});
