// Takes the pictures of docs/images: the real pages, playing a real file. `make screenshots` runs it.

import {defineConfig} from '@playwright/test';
import config from './playwright.config.js';

export default defineConfig({
  ...config,
  testMatch: 'pictures.js',
  use: {...config.use, colorScheme: 'dark'},
  projects: config.projects?.filter(({name}) => name === 'evening').map((project) => ({...project, testIgnore: []})),
});
