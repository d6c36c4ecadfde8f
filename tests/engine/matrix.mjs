/**
 * Builds the shipped workbook in every template, language, paper and edition, with the engine and with @react-pdf/layout, and tells where
 * the two PDFs are not the same bytes.
 *   npm run compare:engines -- [words that the name of a copy must have …]
 */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';

const wanted = process.argv.slice(2);
const { build } = await import('../../.build/commands/build.js');

const TEMPLATES = ['calm', 'bold', 'plain', 'warm'];
const LANGUAGES = ['en', 'es'];
/** A5 has no room for large print. */
const FORMATS = [
  { paper: 'letter' },
  { paper: 'a4' },
  { paper: 'a5' },
  { paper: 'letter', largePrint: true },
  { paper: 'a4', largePrint: true },
  { paper: 'letter', inkSaver: true, binding: '3-hole' },
  { paper: 'a5', flat: true, binding: 'booklet' },
];
const EDITIONS = [
  {},
  { for: 'was-hurt', country: 'us' },
  { edition: 'counselor', for: 'broke-trust', relationship: 'partner' },
  { discreet: true, name: 'Ana Łuczak' },
];

const copies = TEMPLATES.flatMap((template) =>
  LANGUAGES.flatMap((lang) => FORMATS.flatMap((format) => EDITIONS.map((edition) => ({ template, lang, ...format, ...edition })))),
).filter((copy) => wanted.every((word) => Object.values(copy).includes(word)));

const folder = await mkdtemp(join(tmpdir(), 'mendbook-engines-'));
let said = '';
const words = new Writable({ write: (chunk, _encoding, done) => ((said += chunk), done()) });
const pdfOf = async (copy, engine) => {
  const out = join(folder, 'copy.pdf');
  said = '';
  const code = await build({
    workbook: 'rebuilding-trust',
    ...copy,
    ...engine,
    out,
    force: true,
    quiet: true,
    cwd: process.cwd(),
    stdout: words,
    stderr: words,
  });
  if (code !== 0) throw new Error(`the build ended with ${code}: ${said}`);
  return readFile(out);
};

let different = 0;
for (const copy of copies) {
  const name = Object.values(copy).join(' ');
  const theirs = await pdfOf(copy, { engine: 'react-pdf' });
  const ours = await pdfOf(copy, {});
  const same = ours.equals(theirs);
  if (!same) different += 1;
  process.stdout.write(`${same ? 'same' : 'DIFFERENT'}  ${name}\n`);
}
await rm(folder, { recursive: true });
process.stdout.write(`${copies.length} copies, ${different} different\n`);
process.exitCode = different > 0 ? 1 : 0;
