// How Chromium is started: the system's own, kept from talking to anybody but this machine.

/** Debian's package; tools/install-chromium.sh brings it. */
const EXECUTABLE = '/usr/bin/chromium';

const QUIET = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-quic',
  '--disable-sync',
  '--host-resolver-rules=MAP localhost 127.0.0.1, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1', // the wall behind guard.js, which tells of tries
];

/** What a page may do that got its click, on every page from the start. */
const MAY_PLAY = '--autoplay-policy=no-user-gesture-required';

/** @param {{autoplay: boolean}} options */
export function chromium({autoplay}) {
  return {executablePath: EXECUTABLE, args: autoplay ? [...QUIET, MAY_PLAY] : QUIET};
}
