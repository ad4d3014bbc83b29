import assert from 'node:assert/strict';
import test from 'node:test';
import {actionFor, belongsToControl} from './keys.js';
import {joinAddress, spaced} from './session-info.js';
import {toastFor} from './model/toasts.js';
import {upNext} from './model/up-next.js';
import {FakeStore} from './testing/fake-player.js';

/** @import {State} from '../shared/protocol.js' */

/** Items a and b; a is current. @param {Partial<State>} [change] @returns {State} */
function state(change) {
  const session = new FakeStore();
  session.set({status: 'playing', item: 'a'});
  return {...session.state, ...change};
}

/** @param {Partial<KeyboardEvent>} event */
const key = (event) => ({key: '', repeat: false, ctrlKey: false, altKey: false, metaKey: false, isComposing: false, ...event});

for (const {name, change, want} of /** @type {{name: string, change: any, want: any}[]} */ ([
  {name: 'the one after', change: {}, want: 'b'},
  {name: 'nothing after the last', change: {items: [state().items[0]]}, want: 'none'},
  {name: 'the first again with repeat all', change: {items: [state().items[0]], repeat: 'all'}, want: 'a'},
  {name: 'the same with repeat one', change: {repeat: 'one'}, want: 'again'},
  {name: 'unknown with shuffle', change: {shuffle: true}, want: 'surprise'},
  {name: 'none with shuffle of one', change: {items: [state().items[0]], shuffle: true}, want: 'none'},
])) {
  test(`up next: ${name}`, () => {
    const next = upNext(state(change));
    assert.equal(next.kind === 'item' ? next.item.id : next.kind, want);
  });
}

for (const {name, event, want} of [
  {name: 'space', event: {key: ' '}, want: {command: 'toggle'}},
  {name: 'capital K', event: {key: 'K'}, want: {command: 'toggle'}},
  {name: 'left', event: {key: 'ArrowLeft', repeat: true}, want: {command: 'seek', data: {delta: -10_000, expect: 'a'}}},
  {name: 'up at full volume', event: {key: 'ArrowUp'}, want: {command: 'volume', data: {volume: 100}}},
  {name: 'down', event: {key: 'ArrowDown'}, want: {command: 'volume', data: {volume: 95}}},
  {name: 'n', event: {key: 'n'}, want: {command: 'next', data: {expect: 'a'}}},
  {name: 'n held down', event: {key: 'n', repeat: true}, want: null},
  {name: 'm', event: {key: 'm'}, want: {command: 'mute'}},
  {name: 's', event: {key: 's'}, want: {command: 'shuffle', data: {on: true}}},
  {name: 'r', event: {key: 'r'}, want: {command: 'repeat', data: {mode: 'all'}}},
  {name: 'u', event: {key: 'u'}, want: {event: 'undo'}},
  {name: 'q', event: {key: 'q'}, want: {act: 'list'}},
  {name: '/', event: {key: '/'}, want: {act: 'add'}},
  {name: '/ held down', event: {key: '/', repeat: true}, want: null},
  {name: 'c', event: {key: 'c'}, want: {act: 'captions'}},
  {name: 'i', event: {key: 'i'}, want: {act: 'code'}},
  {name: '?', event: {key: '?'}, want: {act: 'help'}},
  {name: 'k in a composition', event: {key: 'k', isComposing: true}, want: null},
  {name: 'Ctrl+P', event: {key: 'p', ctrlKey: true}, want: null},
  {name: 'a key without meaning', event: {key: 'x'}, want: null},
  {name: 'a name of every object', event: {key: 'constructor'}, want: null},
]) {
  test(`key: ${name}`, () => assert.deepEqual(actionFor(key(event), state()), want));
}

test('key: without a state only the page answers', () => {
  assert.equal(actionFor(key({key: 'n'}), null), null);
  assert.deepEqual(actionFor(key({key: '?'}), null), {act: 'help'});
});

test('key: shuffle goes off, and repeat all the way round', () => {
  assert.deepEqual(actionFor(key({key: 's'}), state({shuffle: true})), {command: 'shuffle', data: {on: false}});
  assert.deepEqual(actionFor(key({key: 'r'}), state({repeat: 'all'})), {command: 'repeat', data: {mode: 'one'}});
  assert.deepEqual(actionFor(key({key: 'r'}), state({repeat: 'one'})), {command: 'repeat', data: {mode: 'none'}});
});

for (const {control, key: name, want} of [
  {control: {tag: 'INPUT', type: 'text'}, key: 'k', want: true},
  {control: {tag: 'INPUT', type: 'url'}, key: ' ', want: true},
  {control: {tag: 'TEXTAREA'}, key: '?', want: true},
  {control: {tag: 'DIV', editable: true}, key: 'n', want: true},
  {control: {tag: 'INPUT', type: 'range'}, key: 'ArrowLeft', want: true},
  {control: {tag: 'INPUT', type: 'range'}, key: 'k', want: false},
  {control: {tag: 'BUTTON'}, key: ' ', want: true},
  {control: {tag: 'BUTTON'}, key: 'Enter', want: true},
  {control: {tag: 'BUTTON'}, key: 'ArrowUp', want: false},
  {control: {tag: 'BODY'}, key: ' ', want: false},
]) {
  test(`key ${JSON.stringify(name)} on ${control.tag} ${control.type ?? ''} is ${want ? 'its own' : 'the page’s'}`, () => assert.equal(belongsToControl(control, name), want));
}

const clients = [{client: 'ann', role: /** @type {const} */ ('remote'), name: 'Ann'}, {client: 'me', role: /** @type {const} */ ('player')}];
const item = {id: 'x', media: {provider: 'file', url: 'u', title: 'Song'}};

for (const {name, message, before, want} of /** @type {{name: string, message: any, before?: Partial<State>, want: string|null}[]} */ ([
  {name: 'add', message: {event: 'add', by: 'ann', data: {items: [item], index: 0}}, want: 'Ann added “Song”'},
  {name: 'add by one without a name', message: {event: 'add', by: 'zoe', data: {items: [item], index: 0}}, want: 'Someone added “Song”'},
  {name: 'add of two', message: {event: 'add', by: 'ann', data: {items: [item, item], index: 0}}, want: 'Ann added 2 items'},
  {name: 'a new list', message: {event: 'upload', by: 'ann', data: {items: [item]}}, want: 'Ann put up a new list'},
  {name: 'remove', message: {event: 'remove', by: 'ann', data: {items: ['b']}}, want: 'Ann removed “b”'},
  {name: 'clear', message: {event: 'remove', by: 'ann', data: {items: ['a', 'b']}}, want: 'Ann removed 2 items'},
  {name: 'next', message: {event: 'command', by: 'ann', data: {name: 'next'}}, want: 'Ann skipped “a”'},
  {name: 'previous', message: {event: 'command', by: 'ann', data: {name: 'previous'}}, want: 'Ann went back'},
  {name: 'jump', message: {event: 'command', by: 'ann', data: {name: 'jump', item: 'b'}}, want: 'Ann chose “b”'},
  {name: 'volume', message: {event: 'command', by: 'ann', data: {name: 'volume', volume: 3}}, want: null},
  {name: 'what this screen did', message: {event: 'command', by: 'me', data: {name: 'next'}}, want: null},
  {name: 'what the session did', message: {event: 'command', data: {name: 'advance'}}, want: null},
  {name: 'that it goes on after what failed', message: {event: 'command', data: {name: 'advance'}}, before: {items: [{...item, id: 'a', failed: 'It is gone'}]}, want: '“Song” did not play: It is gone.'},
  {name: 'that it ends with what failed', message: {event: 'command', data: {name: 'advance', playback: {status: 'ended'}}}, before: {items: [{...item, id: 'a', failed: 'It is gone'}]}, want: null},
  {name: 'a long title', message: {event: 'add', by: 'ann', data: {items: [{...item, media: {...item.media, title: 'long '.repeat(30)}}], index: 0}}, want: `Ann added “${'long '.repeat(11)}long…”`},
])) {
  test(`toast: ${name}`, () => assert.equal(toastFor(message, {before: state(before), clients, me: 'me'})?.text ?? null, want));
}

test('addresses and codes read as people type them', () => {
  assert.equal(joinAddress('http://192.168.1.20:8080/s/123?as=remote'), '192.168.1.20:8080/join');
  assert.equal(joinAddress('https://party.example/s/123'), 'https://party.example/join');
  assert.equal(spaced('K7F2QX'), 'K7F 2QX');
  assert.equal(spaced('K7F2'), 'K7F2');
});
