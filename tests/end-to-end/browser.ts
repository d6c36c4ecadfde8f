/** Debian's Chromium, driven as a person would. */
import { type Browser, chromium } from 'playwright-core';

/** Nothing of its own that asks anything of the network. */
const QUIET = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export const openChromium = (): Promise<Browser> => chromium.launch({ executablePath: '/usr/bin/chromium', args: QUIET });
