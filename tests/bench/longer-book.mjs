/** Makes a longer workbook of the shipped one, to show how time and memory grow: its steps stand in it several times. */
import { cp, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Keys whose names may stand once in a workbook, and those that name them again. */
const NAMES = /^([ -]*(?:id|from|step|page|again|show): *)([a-z][a-z0-9-]*) *$/gm;

/**
 * @param {string} from the folder of a workbook
 * @param {string} folder that is to be made
 * @param {number} times how often each step stands in it
 * @returns {Promise<string>} the folder
 */
export const longerBook = async (from, folder, times) => {
  await cp(from, folder, { recursive: true });
  const steps = join(folder, 'en/steps');
  const files = (await readdir(steps)).filter((name) => name.endsWith('.yaml'));
  const listed = [];
  for (let number = 1; number < times; number += 1) {
    for (const file of files) {
      const text = await readFile(join(from, 'en/steps', file), 'utf8');
      const name = `${file.slice(0, -'.yaml'.length)}-${number}`;
      listed.push(name);
      await writeFile(join(steps, `${name}.yaml`), text.replaceAll(NAMES, `$1$2-${number}`));
    }
  }
  const head = join(folder, 'en/workbook.yaml');
  await writeFile(
    head,
    (await readFile(head, 'utf8')).replace(/^steps: \[(.*)\]$/m, (_, first) => `steps: [${[first, ...listed].join(', ')}]`),
  );
  return folder;
};
