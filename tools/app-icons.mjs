// Renders web/icons/logo.svg to the PNGs that systems want for an installed page; run it after changing the logo.
//
//   CHROMIUM=/usr/bin/chromium node tools/app-icons.mjs

import {readFile, writeFile} from 'node:fs/promises';
import {chromium} from '@playwright/test';

const dir = new URL('../web/icons/', import.meta.url);

/** `inset`: a maskable icon may lose 10 % at each side, so its drawing is smaller and its ground fills the square. */
const ICONS = [
  {file: 'logo-192.png', size: 192, inset: 0},
  {file: 'logo-512.png', size: 512, inset: 0},
  {file: 'logo-maskable-512.png', size: 512, inset: 0.1},
];

const svg = (await readFile(new URL('logo.svg', dir), 'utf8')).trim();
const ground = svg.match(/<rect[^>]*fill="([^"]+)"/)?.[1] ?? '#000';
const browser = await chromium.launch({executablePath: process.env.CHROMIUM});
const page = await browser.newPage();
for (const {file, size, inset} of ICONS) {
  await page.setViewportSize({width: size, height: size});
  const padding = Math.round(size * inset);
  await page.setContent(`<style>body{margin:0;padding:${padding}px;background:${inset ? ground : 'transparent'}}svg{display:block}</style>${svg}`);
  await page.locator('svg').evaluate((element, width) => element.setAttribute('width', String(width)), size - 2 * padding);
  await writeFile(new URL(file, dir), await page.screenshot({omitBackground: true}));
}
await browser.close();
