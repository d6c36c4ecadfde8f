/**
 * Rebuilds a copy of the shipped workbook in one process, each time after one word was changed. Tells how long each takes, in seconds.
 *   node tests/bench/rebuild.mjs times
 */
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createBuilder } from '../../.build/index.js';

const times = Number(process.argv[2]);
/** The first rebuilds run code that is not warm yet. */
const WARM_UP = 5;

const cwd = await mkdtemp(join(tmpdir(), 'mendbook-rebuild-'));
await cp(fileURLToPath(new URL('../../content/rebuilding-trust', import.meta.url)), join(cwd, 'book'), { recursive: true });
const file = join(cwd, 'book/en/steps/apologize.yaml');
const text = await readFile(file, 'utf8');
const builder = createBuilder();
for (let number = -WARM_UP; number < times; number += 1) {
  await writeFile(file, text.replace('purpose: ', `purpose: ${String.fromCharCode(96 + ((number + WARM_UP) % 26) + 1)} `));
  const [began, before] = [performance.now(), process.cpuUsage()];
  const built = await builder.build({ workbook: './book', cwd });
  if (!built.ok) throw new Error('the build failed');
  const { user, system } = process.cpuUsage(before);
  if (number >= 0) process.stderr.write(`${JSON.stringify({ wall: (performance.now() - began) / 1000, cpu: (user + system) / 1e6 })}\n`);
}
await rm(cwd, { recursive: true });
