/** The program as a user gets it: packed, and installed in a folder that knows nothing of this repository. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { run, type Ran, runWell } from './run.ts';

export const root = fileURLToPath(new URL('../..', import.meta.url));

export interface Packed {
  /** An empty folder for each test. */
  folder(): Promise<string>;
  /** Runs `mendbook` in a folder. */
  mendbook(cwd: string, args: readonly string[], options?: Parameters<typeof run>[2]): Promise<Ran>;
  /** Where the package is installed. */
  installed: string;
}

const pack = async (): Promise<Packed> => {
  const top = await mkdtemp(path.join(tmpdir(), 'mendbook-e2e-'));
  process.once('beforeExit', () => rm(top, { recursive: true, force: true }));
  const { stdout } = await runWell('npm', ['pack', '--silent', '--pack-destination', top], { cwd: root });
  const home = path.join(top, 'home');
  await mkdir(home);
  await writeFile(path.join(home, 'package.json'), '{ "private": true }\n');
  const tarball = stdout.toString('utf8').trim().split('\n').at(-1) ?? '';
  await runWell('npm', ['install', '--no-audit', '--no-fund', '--prefer-offline', path.join(top, tarball)], { cwd: home });
  let count = 0;
  return {
    installed: path.join(home, 'node_modules/mendbook'),
    folder: async () => {
      const folder = path.join(top, `test-${(count += 1)}`);
      await mkdir(folder);
      return folder;
    },
    // `npx` would do no more than find this file.
    mendbook: (cwd, args, options) => run(path.join(home, 'node_modules/.bin/mendbook'), args, { cwd, ...options }),
  };
};

let once: Promise<Packed> | undefined;

/** Packs and installs the program, the first time. */
export const packed = (): Promise<Packed> => (once ??= pack());
