import assert from 'node:assert/strict';
import {test} from 'node:test';
import {sessionAddress} from './session-address.js';

const ID = '7d0f8a54-0000-4000-8000-000000000000';

/** @type {[string, string][]} */
const cases = [
  [`http://192.168.1.5:8080/s/${ID}`, `http://192.168.1.5:8080/s/${ID}`],
  ['HTTP://192.168.1.5:8080/j/ABC123', 'http://192.168.1.5:8080/j/ABC123'],
  [`http://h/s/${ID}?as=remote`, `http://h/s/${ID}?as=remote`],
  ['https://x.example/', ''],
  [`javascript:alert(1)//s/${ID}`, ''],
  [`http://h/s/${ID}/qr.svg`, ''],
  ['WIFI:S:home;P:secret;;', ''],
  ['', ''],
];
for (const [text, want] of cases) test(`a QR code that says “${text}”`, () => assert.equal(sessionAddress(text), want));
