/**
 * Builds the shipped workbook once and makes copies of it under other names, as a batch would. Tells the median of the time of a copy, and
 * the CPU time of one, in seconds.
 *   node tests/bench/copies.mjs copies
 */
import { createBuilder } from '../../.build/index.js';

const [count] = process.argv.slice(2);
/** The first copies run code that is not warm yet; a batch has many more. */
const WARM_UP = 20;

const copies = await createBuilder().personalCopies();
if (!copies.ok) throw new Error('the build failed');
const seconds = [];
let before = process.cpuUsage();
for (let number = -WARM_UP; number < Number(count); number += 1) {
  if (number === 0) before = process.cpuUsage();
  const copy = await copies.copy(`Zoë Łukasz ${number + WARM_UP}`);
  if (!copy.ok) throw new Error('a copy failed');
  if (number >= 0) seconds.push(copy.seconds);
}
const { user, system } = process.cpuUsage(before);
const wall = seconds.toSorted((one, other) => one - other)[Math.floor(seconds.length / 2)];
process.stderr.write(JSON.stringify({ wall, cpu: (user + system) / 1e6 / seconds.length }));
