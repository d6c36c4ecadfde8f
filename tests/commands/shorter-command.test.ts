import { beforeAll, expect, test } from 'vitest';
import { Builder } from '../../src/builder/builder.ts';
import type { PdfOptions } from '../../src/builder/make-pdf.ts';
import { resolveOptions } from '../../src/builder/resolve-options.ts';
import type { AskedOptions } from '../../src/options/option-values.ts';
import { shorterCommand } from '../../src/commands/shorter-command.ts';

const readyFor = async (request: Parameters<typeof resolveOptions>[0]): Promise<PdfOptions> => {
  const { ready } = await new Builder().prepare(await resolveOptions(request));
  if (!ready) throw new Error('expected a copy');
  return ready;
};
const WHOLE = { workbook: 'rebuilding-trust', cwd: '/' };
let whole: PdfOptions;
beforeAll(async () => {
  whole = await readyFor(WHOLE);
});

test('the whole workbook leads to its first packet, for one reader, as this build was typed', async () => {
  expect(await shorterCommand(WHOLE, whole, {})).toBe('mendbook build --packet first-talk --for was-hurt');
  expect(await shorterCommand({ ...WHOLE, lang: 'en', country: 'us' }, whole, { npm_lifecycle_event: 'start' })).toBe(
    'npm start -- --packet first-talk --lang en --for was-hurt --country us',
  );
});

test('what this copy looks like, and that it is discreet, is asked for again; what is written in it is not', async () => {
  const asked = { ...WHOLE, template: 'warm', discreet: true, inkSaver: true, name: 'Ana', note: 'Words.', without: ['today'] };
  expect(await shorterCommand(asked, whole, {})).toBe('mendbook build --packet first-talk --for was-hurt --discreet --template warm --ink-saver');
});

test.each([{ protect: true }, { passwordFd: 3 }])('a build with %j leads to no file that opens without a password', async (guarded) => {
  expect(await shorterCommand({ ...WHOLE, ...guarded }, whole, {})).toBe('mendbook build --packet first-talk --for was-hurt --protect');
});

test('a workbook of one’s own is named, and roles only where it has pages for them', async () => {
  const own = { workbook: 'starter', cwd: '/' };
  expect(await shorterCommand(own, await readyFor(own), {})).toBe('mendbook build starter --packet one-talk');
});

const CHOSEN: AskedOptions[] = [{ steps: '1' }, { only: ['today'] }, { packet: 'first-talk' }, { edition: 'counselor' }];

test.each(CHOSEN)('%j leads nowhere', async (chosen) => {
  expect(await shorterCommand(WHOLE, { ...whole, options: { ...whole.options, ...chosen } }, {})).toBeUndefined();
});
