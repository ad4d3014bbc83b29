// Follows histories as a page does, and says where it arrives elsewhere than the rules. Each line of the input is one:
// {"state": the first, "steps": [{"data": of the event, "next"?: the state, "now"?: Unix ms, "position"?: ms}, …]}

import assert from 'node:assert/strict';
import {createInterface} from 'node:readline';
import {applyEvent, position} from '../../web/shared/reducer.js';

let histories = 0;
let compared = 0;
for await (const line of createInterface({input: process.stdin})) {
  let {state, steps} = JSON.parse(line);
  for (const [i, {data, next, now, position: at}] of steps.entries()) {
    state = applyEvent(state, data);
    if (next === undefined) continue;
    const where = `history ${histories}, event ${i + 1}: ${JSON.stringify(data)}`;
    assert.deepEqual(state, next, where);
    assert.equal(Math.trunc(position(state.playback, now)), at, `${where}: the position`);
    compared += 1;
  }
  histories += 1;
}
console.log(JSON.stringify({histories, compared}));
