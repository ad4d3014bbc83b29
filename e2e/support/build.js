// Builds the server once for all tests.

import {execFileSync} from 'node:child_process';
import {BINARY, ROOT} from './paths.js';

export default function build() {
  execFileSync('go', ['build', '-o', BINARY, './cmd/remoted'], {cwd: ROOT, stdio: 'inherit'});
}
