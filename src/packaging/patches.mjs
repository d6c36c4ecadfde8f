/** Changes files of libraries while they are bundled; packing fails where a file or the text to change is missing. */
import { readFile } from 'node:fs/promises';

/**
 * A pattern for a file of a library, in paths of any system.
 *
 * @param {string} file the end of its path, with `/` between folders: `svg-to-pdfkit/source.js`
 */
export const fileFilter = (file) => new RegExp(`[\\\\/]${file.split('/').map(escaped).join('[\\\\/]')}$`);

const escaped = (text) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');

/**
 * Makes every change in a text.
 *
 * @param {string} text
 * @param {[from: string | RegExp, to: string][]} changes each in all places where it applies
 * @param {string} file for the error
 * @throws where a change changes nothing: the library is no longer as it was
 */
export const changed = (text, changes, file) =>
  changes.reduce((before, [from, to]) => {
    const after = before.replaceAll(from, to);
    if (after === before) throw new Error(`${file}: expected ${from} to be changed, found it nowhere: the library is no longer as it was`);
    return after;
  }, text);

/**
 * A plugin of esbuild that changes or replaces files of libraries.
 *
 * @param {string} name
 * @param {{ file: string, changes?: [string | RegExp, string][], contents?: string }[]} patches `contents` stands in for the whole file
 */
export const patchPlugin = (name, patches) => ({
  name,
  setup({ onLoad, onEnd }) {
    const met = new Set();
    for (const { file, changes = [], contents } of patches) {
      onLoad({ filter: fileFilter(file) }, async ({ path }) => {
        met.add(file);
        return { contents: contents ?? changed(await readFile(path, 'utf8'), changes, file), loader: 'js' };
      });
    }
    onEnd(() => ({
      errors: patches.filter(({ file }) => !met.has(file)).map(({ file }) => ({ text: `${name}: expected ${file} in the bundle, found no such file` })),
    }));
  },
});
