import assert from 'node:assert/strict';
import test from 'node:test';
import {Controller} from './controller.js';
import {LOAD_TIMEOUT_MS} from './playthrough.js';
import {FakeAdapter, FakeStore} from '../testing/fake-player.js';

/** @import {TestContext} from 'node:test' */
/** @import {Report} from '../../shared/protocol.js' */

/** A controller with a fake player under a fake clock. */
function setUp(/** @type {TestContext} */ t) {
  t.mock.timers.enable({apis: ['setTimeout', 'setInterval']});
  const session = new FakeStore();
  const adapter = new FakeAdapter();
  /** @type {Report[]} */
  const reports = [];
  const controller = new Controller({
    store: session.store,
    report: (report) => reports.push(report),
    choose: ({provider}) => (provider === 'file' ? {adapter} : {adapter: null, reason: 'no such player'}),
    now: () => session.time,
  });
  return {
    session, adapter, reports, controller,
    /** Lets time pass; the media plays on, if it does, at its rate. */
    tick(/** @type {number} */ ms, /** @type {{stalled?: boolean}} */ {stalled = false} = {}) {
      for (let left = ms; left > 0; left -= 50) {
        session.time += 50;
        if (!adapter.isPaused && !stalled) adapter.time += (50 / 1000) * adapter.rate;
        t.mock.timers.tick(50);
      }
    },
    /** Carries out a new playback. */
    ask(/** @type {Parameters<FakeStore['set']>[0]} */ playback) {
      session.set(playback);
      controller.follow();
    },
    statuses: () => reports.map(({status}) => status),
  };
}

/** Plays item a from its start. */
async function playing(/** @type {TestContext} */ t) {
  const s = setUp(t);
  s.ask({status: 'playing', item: 'a'});
  s.adapter.emit('canplay');
  await null;
  s.adapter.emit('playing');
  s.adapter.calls.length = 0;
  return s;
}

test('loads, plays and reports both', async (t) => {
  const s = setUp(t);
  s.ask({status: 'playing', item: 'a', position: 3000});
  assert.deepEqual(s.adapter.calls, ['load a 3']);
  s.adapter.emit('canplay');
  assert.deepEqual(s.adapter.calls, ['load a 3', 'play']);
  s.adapter.emit('playing');
  assert.deepEqual(s.reports, [
    {item: 'a', status: 'loading', duration: 60_000, position: 3000},
    {item: 'a', status: 'playing', duration: 60_000, can: ['seek', 'rate', 'volume'], position: 3000},
  ]);
  s.tick(5000);
  assert.deepEqual(s.reports.slice(2).map(({status, position}) => [status, position]), [['playing', 8000]]);
});

test('after a reload it loads at the place that has been reached', (t) => {
  const s = setUp(t);
  s.session.set({status: 'playing', item: 'a', position: 1000});
  s.session.time += 9000;
  s.controller.follow();
  assert.deepEqual(s.adapter.calls, ['load a 10']);
});

test('a held item is loaded, reported ready and started when it is let go', async (t) => {
  const s = setUp(t);
  s.ask({status: 'playing', item: 'a', held: true});
  s.adapter.emit('canplay');
  assert.deepEqual(s.statuses(), ['loading', 'ready']);
  assert.ok(!s.adapter.calls.includes('play'));
  s.ask({held: false});
  assert.equal(s.adapter.calls.at(-1), 'play');
});

test('a start in the future is waited for', (t) => {
  const s = setUp(t);
  s.ask({status: 'playing', item: 'a', held: true});
  s.adapter.emit('canplay');
  s.ask({held: false, at: s.session.time + 700});
  s.tick(650);
  assert.ok(!s.adapter.calls.includes('play'), 'not before its time');
  s.tick(50);
  assert.equal(s.adapter.calls.at(-1), 'play');
});

test('pauses, seeks and goes on as asked', async (t) => {
  const s = await playing(t);
  s.ask({status: 'paused', position: 100});
  assert.deepEqual(s.adapter.calls, ['pause'], 'latency is not worth a seek');
  assert.equal(s.statuses().at(-1), 'paused');
  s.ask({status: 'paused', position: 20_000});
  assert.equal(s.adapter.calls.at(-1), 'seek 20');
  s.ask({status: 'playing', position: 20_000});
  assert.equal(s.adapter.calls.at(-1), 'play');
  s.adapter.emit('playing');
  s.ask({position: 20_600});
  assert.equal(s.adapter.calls.at(-1), 'seek 20.6', 'a small seek counts too');
});

test('sets volume, mute and rate', async (t) => {
  const s = await playing(t);
  s.session.state = {...s.session.state, volume: 30, muted: true};
  s.ask({rate: 1.5});
  assert.deepEqual([s.adapter.volume, s.adapter.muted, s.adapter.playbackRate], [0.3, true, 1.5]);
});

test('captions: what there are is reported once it is known, and the chosen language is the player\'s, live', async (t) => {
  const s = await playing(t);
  assert.equal(s.reports.at(-1)?.captions, undefined);
  Object.assign(s.adapter, {offered: [{language: 'en'}, {language: 'de', label: 'Kommentar'}], abilities: ['seek', 'captions']});
  s.adapter.emit('abilities');
  assert.deepEqual([s.reports.at(-1)?.can, s.reports.at(-1)?.captions, s.reports.at(-1)?.captionLabels], [['seek', 'captions'], ['en', 'de'], ['', 'Kommentar']]);
  for (const captions of ['de', null]) {
    s.session.state = {...s.session.state, captions};
    s.controller.follow();
    assert.equal(s.adapter.chosen, captions);
  }
});

test('a player that is off its place is put back, after a grace', async (t) => {
  const s = await playing(t);
  s.tick(2000);
  s.adapter.time += 0.9;
  s.tick(500);
  assert.deepEqual(s.adapter.calls, [], 'less than a second is left alone');
  s.adapter.time += 5;
  s.tick(1000);
  assert.equal(s.adapter.calls.length, 1);
  assert.match(s.adapter.calls[0], /^seek 3\.[0-5]/);
  assert.equal(s.adapter.rate, 1);
});

test('beside other screens a small error is made good by the rate, which is changed back', async (t) => {
  const s = await playing(t);
  s.session.players = 2;
  s.tick(6000);
  s.adapter.time -= 0.06;
  s.tick(2000);
  assert.ok(s.adapter.rate > 1 && s.adapter.rate <= 1.01, `rate ${s.adapter.rate}, want a little above 1`);
  s.tick(15_000);
  assert.equal(s.adapter.rate, 1);
  assert.ok(Math.abs(s.adapter.time - s.session.place) < 0.02, `at ${s.adapter.time}, want ${s.session.place}`);
  assert.deepEqual(s.adapter.calls, [], 'no jump');
  s.adapter.time -= 0.06;
  s.tick(2000);
  s.ask({item: 'b', position: 0});
  assert.equal(s.adapter.rate, 1, 'another item starts without the correction');
});

test('a player without rates keeps its own while the session’s is another, and is not jumped after it', async (t) => {
  const s = await playing(t);
  s.adapter.abilities = ['seek', 'volume'];
  Object.defineProperty(s.adapter, 'rate', {get: () => 1, set() {}});
  s.session.players = 2;
  s.ask({position: s.session.place * 1000, rate: 1.5});
  s.tick(20_000);
  assert.deepEqual(s.adapter.calls, [], 'no jump');
  s.ask({position: s.session.place * 1000, rate: 1});
  s.tick(2000);
  assert.match(s.adapter.calls.join(), /seek 3\d/, 'where the others are, when they are as fast again');
});

test('beside other screens a start is called before its time by what it takes', async (t) => {
  const s = setUp(t);
  s.session.players = 2;
  s.ask({status: 'playing', item: 'a', held: true});
  s.adapter.emit('canplay');
  const at = s.session.time + 1000;
  s.ask({held: false, at});
  s.tick(900);
  assert.ok(!s.adapter.calls.includes('play'), 'long before its time');
  s.tick(100);
  assert.equal(s.adapter.calls.at(-1), 'play');
  s.adapter.emit('playing');
  assert.equal(s.controller.sync.alone, false);
});

test('a latecomer is put ahead of the others, waits for them there, and starts', async (t) => {
  const s = setUp(t);
  s.session.players = 2;
  s.session.set({status: 'playing', item: 'a', position: 0});
  s.controller.follow();
  s.tick(2000);
  s.adapter.emit('canplay');
  const [, seek] = s.adapter.calls;
  const to = Number(/^seek (.*)$/.exec(seek)?.[1]);
  assert.ok(to > s.session.place, `put at ${to}, want after ${s.session.place}`);
  assert.ok(!s.adapter.calls.includes('play'), 'not yet');
  s.adapter.emit('seeked');
  for (let i = 0; i < 40 && !s.adapter.calls.includes('play'); i += 1) s.tick(50);
  assert.equal(s.adapter.calls.at(-1), 'play');
  const early = to - s.session.place;
  assert.ok(early > -0.06 && early < 0.1, `play() ${early} s before its place`);
});

test('settings of this screen: its share of the volume, silence, and sound that comes out late', async (t) => {
  const s = await playing(t);
  s.session.state = {...s.session.state, volume: 50};
  s.controller.settings.set({trim: 50, muted: true});
  assert.deepEqual([s.adapter.volume, s.adapter.muted], [0.25, true]);
  s.session.players = 2;
  s.controller.settings.set({delay: 1500});
  s.tick(3000);
  assert.ok(s.adapter.time - s.session.place > 1.2, `at ${s.adapter.time}, want some 1.5 s ahead of ${s.session.place}`);
  s.adapter.hasEnded = true;
  s.adapter.emit('ended');
  assert.notEqual(s.statuses().at(-1), 'ended', 'the room still hears it');
  s.tick(1500);
  assert.equal(s.statuses().at(-1), 'ended');
});

test('what is missing while it plays is told', async (t) => {
  const s = await playing(t);
  s.adapter.missing = 'no picture';
  s.tick(250);
  assert.equal(s.controller.view.note, 'no picture');
  const {status, reason} = s.reports.at(-1) ?? {};
  assert.deepEqual([status, reason], ['playing', 'no picture']);
});

test('a live stream is left at its own place', async (t) => {
  const s = setUp(t);
  s.session.players = 2;
  s.adapter.abilities = ['volume'];
  s.ask({status: 'playing', item: 'a'});
  s.adapter.emit('canplay');
  await null;
  s.adapter.emit('playing');
  s.adapter.time = 40;
  s.tick(10_000);
  assert.deepEqual(s.adapter.calls, ['load a 0', 'play']);
});

test('the media ends: reported once, whatever else comes', async (t) => {
  const s = await playing(t);
  s.adapter.time = 60;
  s.adapter.hasEnded = true;
  s.adapter.emit('ended');
  s.adapter.emit('ended');
  s.tick(2000);
  s.controller.follow();
  assert.deepEqual(s.statuses().filter((status) => status === 'ended'), ['ended']);
  assert.ok(!s.adapter.calls.includes('play'), 'play() would start from the beginning');
});

test('the same item again: it starts anew and may end again', async (t) => {
  const s = await playing(t);
  const end = () => {
    s.adapter.hasEnded = true;
    s.adapter.emit('ended');
  };
  end();
  s.session.time += 100;
  s.ask({position: 0});
  assert.deepEqual(s.adapter.calls.slice(-2), ['seek 0', 'play']);
  end();
  assert.equal(s.statuses().filter((status) => status === 'ended').length, 2);
});

test('a range plays from its start and ends at its end', async (t) => {
  const s = setUp(t);
  s.session.state = {...s.session.state, items: [{id: 'a', media: {provider: 'file', url: 'a'}, start: 5000, end: 7000}]};
  s.ask({status: 'playing', item: 'a', position: 5000});
  assert.deepEqual(s.adapter.calls, ['load a 5']);
  s.adapter.emit('canplay');
  await null;
  s.adapter.emit('playing');
  s.tick(1950);
  assert.equal(s.statuses().includes('ended'), false);
  s.tick(100);
  assert.equal(s.statuses().at(-1), 'ended');
  assert.equal(s.adapter.isPaused, true);
  assert.ok(s.adapter.time <= 7.05, `stopped at ${s.adapter.time}`);
});

test('joining after the end of the media reports the end instead of starting over', (t) => {
  const s = setUp(t);
  s.session.set({status: 'playing', item: 'a'});
  s.session.time += 90_000;
  s.controller.follow();
  s.session.time += 1;
  s.session.set({position: 90_000});
  s.controller.follow();
  s.adapter.emit('canplay');
  assert.equal(s.statuses().at(-1), 'ended');
  assert.ok(!s.adapter.calls.includes('play'));
});

test('autoplay refused: blocked, until a gesture', async (t) => {
  const s = setUp(t);
  s.adapter.refusal = 'NotAllowedError';
  s.ask({status: 'playing', item: 'a'});
  s.adapter.emit('canplay');
  await null;
  assert.equal(s.statuses().at(-1), 'blocked');
  s.tick(1000);
  assert.equal(s.adapter.calls.filter((call) => call === 'play').length, 1, 'no tries without a gesture');
  s.adapter.refusal = null;
  s.controller.unblock();
  await null;
  s.adapter.emit('playing');
  assert.equal(s.statuses().at(-1), 'playing');
});

test('while the session holds a blocked player it stays blocked; after the gesture it is ready', async (t) => {
  const s = setUp(t);
  s.adapter.refusal = 'NotAllowedError';
  s.ask({status: 'playing', item: 'a'});
  s.adapter.emit('canplay');
  await null;
  s.ask({held: true});
  s.tick(1000);
  assert.equal(s.statuses().at(-1), 'blocked', 'ready would make the session start, and hold, and start …');
  s.ask({held: true, item: 'b'});
  s.adapter.emit('canplay');
  assert.equal(s.statuses().at(-1), 'blocked', 'another item is refused just as well');
  s.adapter.refusal = null;
  s.controller.unblock();
  assert.equal(s.statuses().at(-1), 'ready');
  assert.equal(s.adapter.isPaused, true);
  s.ask({held: false});
  assert.equal(s.adapter.calls.at(-1), 'play');
});

test('an error is reported with its reason, once; another start tries again', (t) => {
  const s = setUp(t);
  s.ask({status: 'playing', item: 'a'});
  s.adapter.why = 'damaged';
  s.adapter.emit('error');
  s.adapter.emit('error');
  s.controller.follow();
  assert.deepEqual(s.reports.filter(({status}) => status === 'failed').map(({reason}) => reason), ['damaged']);
  assert.equal(s.controller.view.reason, 'damaged');
  s.session.time += 1000;
  s.ask({position: 0});
  assert.equal(s.adapter.calls.at(-1), 'load a 0');
});

test('an item that nothing here can play fails with the reason', (t) => {
  const s = setUp(t);
  s.session.state = {...s.session.state, items: [{id: 'a', media: {provider: 'telepathy', url: 'x'}}]};
  s.ask({status: 'playing', item: 'a'});
  assert.deepEqual(s.reports, [{item: 'a', status: 'failed', reason: 'no such player', position: 0}]);
});

test('an item that does not load in time fails', (t) => {
  const s = setUp(t);
  s.ask({status: 'playing', item: 'a'});
  s.tick(LOAD_TIMEOUT_MS - 50);
  assert.equal(s.statuses().at(-1), 'loading');
  s.tick(50);
  assert.equal(s.statuses().at(-1), 'failed');
});

test('buffering shows after half a second, and a lone screen loses nothing by it', async (t) => {
  const s = await playing(t);
  s.tick(2000);
  s.adapter.emit('waiting');
  s.tick(450, {stalled: true});
  assert.equal(s.statuses().at(-1), 'playing');
  s.tick(2550, {stalled: true});
  assert.equal(s.statuses().at(-1), 'buffering');
  s.adapter.emit('playing');
  assert.equal(s.statuses().at(-1), 'playing');
  assert.deepEqual(s.session.commands, [['seek', {position: 2000, expect: 'a'}]]);
  assert.deepEqual(s.adapter.calls, []);
});

test('beside other screens, one that had to wait catches up', async (t) => {
  const s = await playing(t);
  s.session.players = 2;
  s.tick(2000);
  s.adapter.emit('waiting');
  s.tick(3000, {stalled: true});
  s.adapter.emit('playing');
  assert.deepEqual(s.session.commands, []);
  assert.equal(s.adapter.calls.length, 1);
  assert.match(s.adapter.calls[0], /^seek 5/);
});

test('a browser that pauses by itself is told to go on', async (t) => {
  const s = await playing(t);
  s.adapter.isPaused = true;
  s.adapter.emit('pause');
  s.tick(250);
  assert.equal(s.adapter.calls.at(-1), 'play');
});

test('another item replaces the first, whose events no longer count', async (t) => {
  const s = await playing(t);
  s.ask({item: 'b', position: 0});
  assert.deepEqual(s.adapter.calls, ['unload', 'load b 0']);
  assert.equal(s.reports.at(-1)?.item, 'b');
});

test('stop and the end of the list free the player; nothing is reported of what is not current', async (t) => {
  const s = await playing(t);
  const count = s.reports.length;
  s.ask({status: 'ended'});
  assert.deepEqual(s.adapter.calls, ['unload']);
  s.adapter.emit('ended');
  s.tick(10_000);
  assert.equal(s.reports.length, count);
  assert.equal(s.controller.view.status, null);
});

test('after a lost connection the last word is said again', async (t) => {
  const s = await playing(t);
  s.adapter.emit('ended');
  s.controller.repeat();
  assert.deepEqual(s.statuses().slice(-2), ['ended', 'ended']);
});

test('a list is waited for, however long, until its items come or it failed', (t) => {
  const s = setUp(t);
  const list = (/** @type {string|undefined} */ failed) => {
    const item = {id: 'l', media: {provider: 'list', url: 'https://x.example/list'}, ...(failed && {failed})};
    s.session.state = {...s.session.state, items: [item, ...s.session.state.items.slice(-2)]};
    s.ask({status: 'playing', item: 'l', held: true});
  };
  list(undefined);
  s.tick(LOAD_TIMEOUT_MS + 1000);
  assert.equal(s.controller.view.status, 'loading');
  list('nobody is there');
  assert.deepEqual([s.controller.view.status, s.controller.view.reason], ['failed', 'nobody is there']);
  list(undefined); // somebody tries it again
  assert.equal(s.controller.view.status, 'loading');
  s.ask({item: 'a', held: false});
  assert.deepEqual(s.adapter.calls, ['load a 0']);
});
