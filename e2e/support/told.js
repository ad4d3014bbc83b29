// What a session tells its clients of its player: why it is not all well.

/** @import {Page} from '@playwright/test' */

/** Listens from now on. @param {Page} page @param {string} session */
export function listen(page, session) {
  return page.evaluate((session) => {
    const heard = {reason: ''};
    Object.assign(window, {heard});
    return new Promise((resolve) => {
      const socket = new WebSocket(`${location.origin.replace('http', 'ws')}/ws`);
      socket.onopen = () => socket.send(JSON.stringify({event: 'register', id: '1', data: {protocol: 1, session, role: 'remote'}}));
      socket.onmessage = ({data}) => {
        const message = JSON.parse(data);
        if (message.event === 'registered') resolve(undefined);
        if (message.event === 'players') heard.reason = message.data.players[0]?.reason ?? '';
      };
    });
  }, session);
}

/** What was heard last. @param {Page} page @returns {Promise<string>} */
export const heard = (page) => page.evaluate(() => /** @type {any} */ (window).heard.reason);
