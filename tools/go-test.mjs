// Reads `go test -json` and shows what people read: a line a package, and all that a failed test wrote.
//
//   go test -json ./... | node tools/go-test.mjs
//
// Its closing line counts tests and subtests, as go test itself does not. Exit status 1 if anything failed.

import {createInterface} from 'node:readline';

/**
 * @typedef {object} TestEvent  See `go doc test2json`.
 * @property {string} Action
 * @property {string} [Package]
 * @property {string} [ImportPath]
 * @property {string} [Test]
 * @property {string} [Output]
 */

const counts = {pass: 0, fail: 0, skip: 0};
let broken = false;
/** What tests wrote that are not over yet. @type {Map<string, string>} */
const written = new Map();

/** @param {TestEvent} event */
function hear({Action, Package = '', Test, Output = ''}) {
  const key = `${Package} ${Test ?? ''}`;
  switch (Action) {
    case 'output':
      return Test ? written.set(key, (written.get(key) ?? '') + Output) : said(Output);
    case 'build-output':
      return process.stdout.write(Output);
    case 'build-fail':
      return (broken = true);
    case 'pass':
    case 'fail':
    case 'skip':
      return Test ? ended(Action, key) : (broken ||= Action === 'fail');
    default:
      return undefined;
  }
}

/** A package's own words: its closing line, or why it did not get there. @param {string} output */
function said(output) {
  if (!/^(PASS|\?|coverage:)/.test(output)) process.stdout.write(output);
}

/** @param {'pass'|'fail'|'skip'} action @param {string} key */
function ended(action, key) {
  counts[action] += 1;
  if (action === 'fail') process.stdout.write(written.get(key) ?? '');
  written.delete(key);
}

for await (const line of createInterface({input: process.stdin})) {
  if (!line.startsWith('{')) process.stdout.write(`${line}\n`);
  else hear(JSON.parse(line));
}
for (const [key, output] of written) process.stdout.write(`--- not over: ${key}\n${output}`); // a panic or a timeout
console.log(`go test: ${counts.pass} passed, ${counts.fail} failed, ${counts.skip} skipped`);
process.exitCode = broken || counts.fail > 0 || counts.pass === 0 ? 1 : 0;
