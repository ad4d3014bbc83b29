// Takes the pictures of docs/images: the real pages, playing a real file; and every state of the pages, to be looked at, in
// e2e/.artifacts/states. `make screenshots` runs it; `make screenshots E2E=states/screen` takes some of them.

import {defineConfig} from '@playwright/test';
import config from './playwright.config.js';

export default defineConfig({
  ...config,
  testMatch: ['pictures.js', 'states/{screen,remote}.js'],
  use: {...config.use, colorScheme: 'dark'},
  projects: config.projects?.filter(({name}) => name === 'evening').map((project) => ({...project, testIgnore: []})),
});
