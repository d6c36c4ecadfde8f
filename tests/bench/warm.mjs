/**
 * Builds the shipped workbook several times in one process, as a program that stays open would.
 *   node tests/bench/warm.mjs out.pdf times
 */
import { Writable } from 'node:stream';

const [target, times] = process.argv.slice(2);
const { build } = await import('../../.build/commands/build.js');

const silence = new Writable({ write: (_chunk, _encoding, done) => done() });
const options = { workbook: 'rebuilding-trust', lang: 'en', template: 'calm', paper: 'letter', for: 'both', relationship: 'other', force: true };
for (let round = 0; round < Number(times); round += 1) {
  const began = performance.now();
  const code = await build({ ...options, out: target, quiet: true, cwd: process.cwd(), stdout: silence, stderr: silence });
  if (code !== 0) throw new Error(`the build ended with ${code}`);
  process.stderr.write(`${(performance.now() - began) / 1000}\n`);
}
