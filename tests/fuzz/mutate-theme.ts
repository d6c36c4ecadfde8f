/** Themes whose tokens are each allowed, or nearly so, and that nobody would choose. */
import { parseDocument, visit } from 'yaml';
import { mutateYaml } from './mutate-yaml.ts';
import type { Random } from './random.ts';

const color = (random: Random): string => `#${random.below(0x1000000).toString(16).padStart(6, '0')}`;

/** Another value for a token: near the old one, at an end of what there is, or of another kind. */
const valueFor = (old: unknown, random: Random): unknown => {
  // Dark enough to be read.
  const dark = (): string => `#${Array.from({ length: 3 }, () => random.below(0x70).toString(16).padStart(2, '0')).join('')}`;
  if (typeof old === 'number') {
    const odd = random.pick<unknown>([
      0,
      0.2,
      1,
      6,
      14,
      60,
      100,
      200,
      500,
      800,
      2000,
      -1,
      1e9,
      1e-9,
      Number.NaN,
      Number.POSITIVE_INFINITY,
      '12mm',
      '2in',
      '1e3',
      '0x10',
      null,
      [],
      'large',
    ]);
    const scale = random.chance(0.5) ? 0.8 + random.next() * 0.5 : 0.3 + random.next() * 2.2;
    return random.chance(0.8) ? Number((old * scale).toFixed(random.below(6))) : odd;
  }
  if (typeof old !== 'string') return random.pick([0, '', null, []]);
  if (old.startsWith('#'))
    return random.chance(0.5) ? dark() : random.chance(0.6) ? color(random) : random.pick(['#fff', '#12345', 'teal', 0, '#GGGGGG', 'rgb(0,0,0)']);
  if (old.startsWith('packaged:'))
    return random.pick([
      'packaged:source-serif-4/400Regular',
      'packaged:atkinson-hyperlegible-next/800ExtraBold',
      'packaged:nothing',
      '../../etc/passwd',
      'theme.yaml',
      'https://example.org/a.ttf',
      '',
    ]);
  return random.pick(['regular', 'bold', 'title', 'italic', old, '210mm', '30mm', '12pt']);
};

/**
 * Changes a theme.
 *
 * @param source a theme.yaml that is right
 */
export const mutateTheme = (source: Buffer, random: Random): Buffer => {
  if (random.chance(0.15)) return mutateYaml(source, random);
  const document = parseDocument(source.toString('utf8'));
  const share = random.pick([0.01, 0.01, 0.03, 0.1, 0.4]);
  visit(document, {
    Scalar: (key, node) => (key !== 'key' && random.chance(share) ? document.createNode(valueFor(node.value, random)) : undefined),
  });
  const text = document.toString();
  return Buffer.from(random.chance(0.2) ? `extends: calm\n${text}` : text);
};
