/** Changes to YAML as people, editors and merges make them, and as nobody would. */
import { mutateBytes } from './mutate-bytes.ts';
import type { Random } from './random.ts';

/** What is put where something else stood. */
const ODD = [
  '',
  '~',
  'null',
  'true',
  '[]',
  '{}',
  '""',
  "'",
  '"',
  '- ',
  '? ',
  ': ',
  '|',
  '>-',
  '&a',
  '*a',
  '*',
  '&',
  '!!binary aGk=',
  '!!set {a}',
  '!tag x',
  '<<: *a',
  '%YAML 3.0',
  '---',
  '...',
  '#',
  '@',
  '`',
  '0',
  '-1',
  '1e400',
  '.inf',
  '-.inf',
  '.nan',
  '0x7fffffff',
  '99999999999999999999',
  '1.5',
  '12:30:45',
  '2026-13-45',
  '007',
  '1_000',
  '40',
  '600',
  '{{other}}',
  '{{nobody}}',
  '{{',
  '}}',
  '____',
  '__ ____ ___',
  '![a](b.png)',
  '[a](javascript:x)',
  '[a](#nowhere)',
  '[a](https://example.org/ä b)',
  '**',
  '*a **b* c**',
  '`code`',
  '<b>x</b>',
  '&hearts;',
  '&#0;',
  '&#x110000;',
  '\\',
  '\\u0000',
  '日本語',
  'שלום',
  '😀',
  '\u200B',
  '\u202E',
  '\uFEFF',
  '\u0007',
  '\u00AD',
  'e\u0301',
  '\uD83D',
  '\u2028',
  '\t',
  '\r',
  '\r\n',
  '\u0085',
  '\0',
  'a'.repeat(5000),
  'word '.repeat(2000),
  '['.repeat(300),
  '{a: '.repeat(300),
  '- '.repeat(300),
  '*'.repeat(2000),
  '['.repeat(2000) + ']('.repeat(2000),
  '> '.repeat(500),
  '\n'.repeat(500),
  'x'.repeat(200) + '\u0301'.repeat(3000),
];

const KEYS = [
  'text',
  'heading',
  'question',
  'checklist',
  'choice',
  'scale',
  'feelings',
  'complete',
  'letter',
  'columns',
  'table',
  'log',
  'boundary',
  'agreement',
  'plan',
  'compare',
  'space',
  'page-break',
  'image',
  'callout',
  'tips',
  'worksheet',
  'blocks',
  'id',
  'hint',
  'lines',
  'for',
  'labels',
  'items',
  'blanks',
  'parts',
  'rows',
  'sides',
  'title',
  'purpose',
  'minutes',
  'with',
  'from',
  'to',
  'other',
  'name',
  'alt',
  'width',
  'names',
  'groups',
  'extends',
  'help-lines',
];

type Change = (lines: string[], random: Random) => void;

const CHANGES: readonly Change[] = [
  // A line gone, doubled, or somewhere else.
  (lines, random) => void lines.splice(random.below(lines.length), random.few(1, 6)),
  (lines, random) => void lines.splice(random.below(lines.length), 0, ...lines.slice(random.below(lines.length)).slice(0, random.few(1, 12))),
  (lines, random) => {
    const [one, other] = [random.below(lines.length), random.below(lines.length)];
    [lines[one], lines[other]] = [lines[other] ?? '', lines[one] ?? ''];
  },
  // Indented otherwise.
  (lines, random) => {
    const from = random.below(lines.length);
    const by = random.pick([' ', '  ', '    ', '\t', '- ']);
    for (let at = from; at < Math.min(lines.length, from + random.few(1, 5)); at += 1)
      lines[at] = random.chance(0.5) ? by + lines[at] : (lines[at] ?? '').replace(/^ {1,2}/, '');
  },
  // A value, a key or a number replaced.
  (lines, random) => change(lines, random, (line) => line.replace(/:.*$/, () => `: ${random.pick(ODD)}`)),
  (lines, random) => change(lines, random, (line) => line.replace(/[\w-]+(?=:)/, () => random.pick(KEYS))),
  (lines, random) => change(lines, random, (line) => line.replace(/[\w-]+(?=:)/, () => random.pick(ODD))),
  (lines, random) =>
    change(lines, random, (line) =>
      line.replace(/-?\d+(?:\.\d+)?/, () =>
        random.pick(['0', '-1', '1', '2', '11', '12', '40', '41', '1000', '1e9', '1e400', '0.5', '.nan', '99999999999999999999']),
      ),
    ),
  (lines, random) => change(lines, random, (line) => line.replace(/^(\s*-? ?).*/, (_, start: string) => start + random.pick(ODD))),
  // Something odd put in, anywhere.
  (lines, random) =>
    change(lines, random, (line) => {
      const at = random.below(line.length + 1);
      return line.slice(0, at) + random.pick(ODD) + line.slice(at);
    }),
  // A value that means another.
  (lines, random) => {
    change(lines, random, (line) => line.replace(/: /, ': &fuzz '));
    change(lines, random, (line) => line.replace(/: .*$/, ': *fuzz'));
  },
  // One value made very long, or many.
  (lines, random) => change(lines, random, (line) => line.replace(/: (.+)$/, (_, value: string) => `: ${`${value} `.repeat(random.few(2, 300))}`)),
  (lines, random) => {
    const at = random.below(lines.length);
    lines.splice(at, 0, ...Array.from({ length: random.few(2, 60) }, () => lines[at] ?? ''));
  },
];

const change = (lines: string[], random: Random, by: (line: string) => string): void => {
  const at = random.below(lines.length);
  lines[at] = by(lines[at] ?? '');
};

/** Changes a file of YAML a few times. */
export const mutateYaml = (source: Buffer, random: Random): Buffer => {
  if (random.chance(0.1)) return mutateBytes(source, random);
  const lines = source.toString('utf8').split('\n');
  for (let count = random.few(1, 4); count > 0 && lines.length > 0; count -= 1) random.pick(CHANGES)(lines, random);
  return Buffer.from(lines.join(random.chance(0.05) ? '\r\n' : '\n'));
};
