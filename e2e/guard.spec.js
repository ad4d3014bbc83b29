// The guard of all other tests has to see what it is there to see.

import {expect, test} from './support/fixtures.js';
import {Guard} from './support/guard.js';

test('a request that leaves this machine is stopped, and told', async ({browser}) => {
  const guard = new Guard();
  const context = await browser.newContext();
  await guard.watch(context);
  const page = await context.newPage();
  await page.setContent('<img src="http://example.org/a.png">');
  await expect.poll(() => guard.left).toEqual(['http://example.org/a.png']);
  await page.evaluate(() => void new WebSocket('ws://example.org/ws'));
  await expect.poll(() => guard.left).toEqual(['http://example.org/a.png', 'ws://example.org/ws']);
  await context.close();
});

test('what a page complains of is told, unless it is expected', async ({browser, server}) => {
  const guard = new Guard();
  guard.allow(server.url);
  const context = await browser.newContext();
  await guard.watch(context);
  const page = await context.newPage();
  await page.goto(`${server.url}/join`);
  await page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'document.title = "taken"';
    document.body.append(script); // refused by the Content-Security-Policy
    setTimeout(() => {
      throw new Error('nobody caught this');
    });
  });
  await expect.poll(() => guard.complaints).toHaveLength(2);
  expect(guard.complaints.join()).toMatch(/Content Security Policy[^]*nobody caught this/);
  guard.expect(/^all is well/);
  await page.evaluate(() => console.error('all is well'));
  await page.evaluate(() => console.warn('all is not well'));
  await expect.poll(() => guard.complaints.length).toBe(3);
  expect(guard.complaints[2]).toContain('all is not well');
  await context.close();
});
