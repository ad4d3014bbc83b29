// Everything that is needed only once something plays. The idle screen does not wait for it.

import {Controller} from './playback/controller.js';
import {listenToMediaKeys} from './media-session.js';
import {LookAhead} from './playback/look-ahead.js';
import {Players} from './players/registry.js';
import {Whereabouts} from './playback/whereabouts.js';
import './elements/closed-screen.js';
import './elements/help-dialog.js';
import './elements/play-screen.js';

/** @import {Connection} from '../shared/connection/socket.js' */
/** @import {Report} from '../shared/protocol.js' */
/** @import {ScreenSettings} from './screen-settings.js' */
/** @import {Store} from '../shared/store.js' */

/** Between two looks at what is next and at how well this screen keeps time. */
const LOOK_MS = 1000;

/**
 * Lets players on the stage follow the session. The stage's `data-drift` says how far ahead of its place the media is,
 * in ms; it is not there while that is not known.
 * @param {object} parts
 * @param {Connection} parts.connection
 * @param {Store} parts.store
 * @param {HTMLElement} parts.stage
 * @param {ScreenSettings} parts.settings  of this screen alone
 */
export function startPlaying({connection, store, stage, settings}) {
  const players = new Players(stage);
  const report = (/** @type {Report} */ data) => connection.report(data);
  const whereabouts = new Whereabouts(store, () => controller.follow());
  /** @type {Controller} */
  const controller = new Controller({
    store,
    report,
    choose: (media) => players.choose(media),
    settings,
    isElsewhere: () => whereabouts.others !== null,
  });
  const next = new LookAhead({store, controller, check: (media, signal) => players.check(media, signal), report});
  store.subscribe(() => controller.follow()); // after whereabouts, which looks first
  connection.on('status', ({status}) => {
    if (status === 'online') controller.repeat();
  });
  setInterval(() => {
    next.look();
    showDrift(stage, controller.sync.drift);
  }, LOOK_MS);
  listenToMediaKeys(store);
  controller.follow();
  return controller;
}

/** @param {HTMLElement} stage @param {number|null} drift */
function showDrift(stage, drift) {
  if (drift === null) delete stage.dataset.drift;
  else stage.dataset.drift = drift.toFixed(1);
}
