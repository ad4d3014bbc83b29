// A real picture, made here: a PNG of stripes, as large as a test wants it.

import {crc32, deflateSync} from 'node:zlib';

/** @param {number} width @param {number} height  px @returns {Buffer} */
export function png(width, height) {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2], 8); // eight bits a channel, in red, green and blue
  const row = (/** @type {number} */ y) => Buffer.from([0, ...Array.from({length: width}, (_, x) => [(x * 4) & 255, (y * 4) & 255, ((x >> 5) ^ (y >> 5)) & 1 ? 200 : 60]).flat()]);
  const pixels = Buffer.concat(Array.from({length: height}, (_, y) => row(y)));
  return Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), chunk('IHDR', header), chunk('IDAT', deflateSync(pixels)), chunk('IEND', Buffer.alloc(0))]);
}

/** @param {string} type @param {Buffer} data */
function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  const sum = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}
