/**
 * Runs a tool that tests/package.json names: node tests/tools.mjs oxlint --fix. Before that it installs them into tests/node_modules,
 * where they are not there yet: the linter, the browser's driver, the validator and the rest that `npm ci && npm test` does without.
 * Without the name of a tool it does no more than install.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('./', import.meta.url));

/** The packages of a lock file with their versions, but for those of other machines. */
const packagesIn = (file) => {
  const { packages } = JSON.parse(readFileSync(new URL(file, import.meta.url), 'utf8'));
  return Object.entries(packages).flatMap(([name, { version, optional }]) => (name === '' || optional ? [] : `${name} ${version}`));
};

/** Whether all of them lie there, in the versions of the lock. */
const isInstalled = () => {
  try {
    const there = new Set(packagesIn('node_modules/.package-lock.json'));
    return packagesIn('package-lock.json').every((one) => there.has(one));
  } catch {
    // Nothing was installed yet.
    return false;
  }
};

const install = () => {
  process.stderr.write('installing the tools of the checks into tests/node_modules (once; about 110 MB)\n');
  try {
    // npm says where it lies itself; without it, Windows would need a shell to find it.
    const npm = process.env.npm_execpath;
    if (!npm) throw new Error('expected to be run by npm, such as: npm run lint');
    execFileSync(process.execPath, [npm, 'ci', '--prefix', here, '--no-audit', '--no-fund', '--loglevel=error'], { stdio: ['ignore', 'ignore', 'inherit'] });
  } catch (error) {
    process.stderr.write(
      `the tools of the checks cannot be installed: ${error.message}\n  what tests/package.json names comes from the npm registry: look at the network, then run "npm ci --prefix tests"\n`,
    );
    process.exit(1);
  }
};

const [tool, ...rest] = process.argv.slice(2);
if (!isInstalled()) install();
if (tool !== undefined) {
  // The file itself, by node: a name in node_modules/.bin is another one on Windows.
  const { bin } = JSON.parse(readFileSync(new URL(`node_modules/${tool}/package.json`, import.meta.url), 'utf8'));
  const file = fileURLToPath(new URL(`node_modules/${tool}/${typeof bin === 'string' ? bin : bin[tool]}`, import.meta.url));
  process.exit(spawnSync(process.execPath, [file, ...rest], { stdio: 'inherit' }).status ?? 1);
}
