/** Each file of tests has folders of its own for settings and caches: what a test allows or keeps, neither the next test nor the person who runs them finds. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll } from 'vitest';

const folder = mkdtempSync(path.join(tmpdir(), 'mendbook-settings-'));
process.env.XDG_CONFIG_HOME = folder;
process.env.XDG_CACHE_HOME = path.join(folder, 'cache');
afterAll(() => rmSync(folder, { recursive: true, force: true }));
