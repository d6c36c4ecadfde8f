/** The browser that the preview is measured in, where there is one. */
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';

/** Debian's Chromium. */
export const BROWSER = '/usr/bin/chromium';

/** Whether it is there, with the library that drives it. */
export const hasBrowser = () => {
  try {
    createRequire(import.meta.url).resolve('playwright-core');
  } catch {
    return false;
  }
  return existsSync(BROWSER);
};
