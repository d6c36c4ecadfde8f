/** Each file of tests has a folder for settings of its own: what a test allows, neither the next test nor the person who runs them finds. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll } from 'vitest';

const folder = mkdtempSync(path.join(tmpdir(), 'mendbook-settings-'));
process.env.XDG_CONFIG_HOME = folder;
afterAll(() => rmSync(folder, { recursive: true, force: true }));
