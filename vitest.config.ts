/** Tests that need Node alone, in two projects: quick ones, and those that lay out whole books (*.book.test.ts). */
import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vitest/config';

// React as it is in the program that is shipped: the one for developers takes more time, and tells each error that a test asks for at length.
process.env.NODE_ENV = 'production';

const module = <T>(file: string): Promise<T> => import(new URL(`./src/packaging/${file}`, import.meta.url).href);
interface Patch {
  file: string;
  changes: [string, string][];
}
const { wordSpaces } = await module<{ wordSpaces: Patch[] }>('word-spaces.mjs');
const { changed, fileFilter } = await module<{
  changed: (text: string, changes: Patch['changes'], file: string) => string;
  fileFilter: (file: string) => RegExp;
}>('patches.mjs');

/** Lays out the texts of tests as the program does, whose bundles have these patches. */
const patched: Plugin = {
  name: 'word-spaces',
  transform(code, id) {
    const patch = wordSpaces.find(({ file }) => fileFilter(file).test(id));
    return patch && { code: changed(code, patch.changes, patch.file), map: null };
  },
};

const BOOK = 'tests/**/*.book.test.{ts,tsx}';

export default defineConfig({
  plugins: [patched],
  resolve: { alias: { 'mendbook/kit': fileURLToPath(new URL('./src/kit/index.ts', import.meta.url)) } },
  test: {
    projects: [
      { extends: true, test: { name: 'quick', include: ['tests/**/*.test.{ts,tsx}'], exclude: [BOOK, '**/node_modules/**'] } },
      { extends: true, test: { name: 'book', include: [BOOK] } },
    ],
    env: { NODE_ENV: 'production' },
    setupFiles: ['tests/config-folder.ts'],
    // What fails, with what was printed meanwhile, and a summary.
    reporters: ['dot'],
    // The console goes where that of the program goes: what the program keeps from it is kept from it here too.
    disableConsoleIntercept: true,
    // A process loads the layout engine once for all of its files: most of the time goes there. Nothing of ours keeps what a build notes;
    // what the process keeps (registered fonts, what was measured) is known by its content.
    isolate: false,
    server: { deps: { inline: [/@react-pdf[\\/](?:layout|textkit)/] } },
    // Otherwise one of two processors would be idle.
    maxWorkers: '100%',
    // Typing into hundreds of fields takes seconds on a busy machine.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
