import assert from 'node:assert/strict';
import test from 'node:test';
import {captionsOffered} from './captions.js';
import {report, snapshot} from '../testing/snapshots.js';

test('captions of all screens that have the current item, each once, whole ones only', () => {
  const players = [
    report('playing', {captions: ['en', 'de', 'de-x-forced'], captionLabels: ['', 'Kommentar', '']}),
    report('playing', {client: 'p2', captions: ['de', 'fr']}),
  ];
  assert.deepEqual(captionsOffered(snapshot({players})), [{language: 'en', label: ''}, {language: 'de', label: 'Kommentar'}, {language: 'fr', label: ''}]);
  assert.equal(captionsOffered(snapshot({players: [report('playing')]})), null);
  assert.equal(captionsOffered(snapshot({players: [report('playing', {item: 'b', captions: ['en']})]})), null, 'of another item');
});
