// A client that is no page of ours: says over the wire what our pages would not.

/** @import {Page} from '@playwright/test' */

/**
 * Registers with a session and sends requests, each after the one before is answered.
 * @param {Page} page  any page of the server; its origin is what the server asks for
 * @param {object} register  data of the `register` message
 * @param {{event: string, data: object}[]} requests
 * @returns {Promise<any[]>}  the answers
 */
export function sayAs(page, register, requests) {
  return page.evaluate(
    ({register, requests}) =>
      new Promise((resolve, reject) => {
        const socket = new WebSocket(`${location.origin.replace('http', 'ws')}/ws`);
        /** @type {any[]} */
        const answers = [];
        const messages = [{event: 'register', data: register}, ...requests];
        const send = () => socket.send(JSON.stringify({...messages[answers.length], id: String(answers.length)}));
        socket.onopen = send;
        socket.onerror = () => reject(new Error('no connection'));
        socket.onmessage = ({data}) => {
          const message = JSON.parse(data);
          if (message.id !== String(answers.length)) return;
          answers.push(message);
          if (answers.length === messages.length) resolve(answers);
          else send();
        };
      }),
    {register, requests},
  );
}
