/** The licences of the libraries that the bundle carries: their terms ask that the notice goes along. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The folder of the package that a bundled file comes from. */
const packageOf = (input) => input.match(/^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/)?.[0];

/**
 * @param {string[]} inputs Paths of bundled files, relative to the root
 * @param {string} root Absolute path
 * @returns {Promise<string>} Name, version, licence and notice of each package, in order of names
 */
export const noticesOf = async (inputs, root) => {
  const folders = [...new Set(inputs.map(packageOf).filter((folder) => folder !== undefined))].toSorted();
  const notices = await Promise.all(
    folders.map(async (folder) => {
      const { name, version, license } = JSON.parse(await readFile(join(root, folder, 'package.json'), 'utf8'));
      const file = (await readdir(join(root, folder))).find((entry) => /^licen[cs]e/i.test(entry));
      const text = file ? await readFile(join(root, folder, file), 'utf8') : `Licence: ${license}`;
      return `${name} ${version} (${license})\n\n${text.trim()}\n`;
    }),
  );
  return notices.join(`\n${'-'.repeat(72)}\n\n`);
};
