import assert from 'node:assert/strict';
import test from 'node:test';
import {DELAY_MAX_MS, ScreenSettings} from './screen-settings.js';

/** A storage that holds one text. @param {string|null} text */
const storage = (text = null) => ({text, getItem: () => text, setItem: (/** @type {string} */ _, /** @type {string} */ v) => (text = v)});

/** @param {ScreenSettings} s */
const values = ({trim, muted, delay}) => ({trim, muted, delay});

test('nothing kept: the session’s volume, at its time', () => {
  assert.deepEqual(values(new ScreenSettings()), {trim: 100, muted: false, delay: 0});
});

test('what is set is kept, told once, and there again', () => {
  const kept = storage();
  const settings = new ScreenSettings(kept);
  let told = 0;
  settings.addEventListener('change', () => (told += 1));
  settings.set({trim: 40, delay: -120});
  settings.set({trim: 40});
  assert.equal(told, 1);
  assert.deepEqual(values(new ScreenSettings(kept)), {trim: 40, muted: false, delay: -120});
});

for (const {name, change, want} of /** @type {{name: string, change: any, want: object}[]} */ ([
  {name: 'too much', change: {trim: 300, delay: 1e9}, want: {trim: 100, muted: false, delay: DELAY_MAX_MS}},
  {name: 'too little', change: {trim: -1, delay: -1e9}, want: {trim: 0, muted: false, delay: -DELAY_MAX_MS}},
  {name: 'fractions', change: {trim: 33.4, delay: 10.6}, want: {trim: 33, muted: false, delay: 11}},
  {name: 'nonsense', change: {trim: 'loud', muted: 1, delay: NaN}, want: {trim: 100, muted: false, delay: 0}},
])) {
  test(`bounds: ${name}`, () => {
    const settings = new ScreenSettings();
    settings.set(change);
    assert.deepEqual(values(settings), want);
  });
}

for (const text of ['{', '7', 'null', '[]', '{"trim":"x"}']) {
  test(`a kept ${text} is no harm`, () => assert.deepEqual(values(new ScreenSettings(storage(text))), {trim: 100, muted: false, delay: 0}));
}

test('a storage that refuses is no harm', () => {
  const refuse = () => {
    throw new Error('denied');
  };
  const settings = new ScreenSettings({getItem: refuse, setItem: refuse});
  settings.set({muted: true});
  assert.equal(settings.muted, true);
});
