/** The builds of the preview tell its page what a build on the command line tells in its summary. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { BuildRequest } from '../../src/builder/resolve-options.ts';
import { PreviewBuilds } from '../../src/preview/builds.ts';
import type { State } from '../../src/preview/protocol.ts';
import { type SmallBook, smallBook } from '../fixtures/small-book.ts';

let book: SmallBook;
let builds: PreviewBuilds;
const ending = new AbortController();
const asked = (options: Partial<BuildRequest> = {}): BuildRequest => ({ cwd: book.home, workbook: 'book', country: 'gb', ...options });
beforeAll(async () => {
  book = await smallBook();
  builds = new PreviewBuilds(asked(), { signal: ending.signal });
});
afterAll(async () => {
  ending.abort();
  await builds.ended;
  await book.remove();
});

const built = (options: BuildRequest): Promise<State> =>
  new Promise((resolve) => {
    const stop = builds.listen(options, (state) => {
      if (state.status === 'building') return;
      resolve(state);
      setImmediate(() => stop());
    });
  });

test('a paper that nobody has chosen is told of, where people print on another one', async () => {
  expect((await built(asked())).paper).toBe('on Letter paper; in the country "gb" people print on A4: choose A4 under Options');
  expect((await built(asked({ paper: 'a4' }))).paper).toBe('');
  expect((await built(asked({ country: 'us' }))).paper).toBe('');
});
