/** A practice.yaml that is right: a name, and any of what may stand beside it. */
import { stringify } from 'yaml';
import { PRACTICE_OPTIONS } from '../../src/options/option-values.ts';
import type { Random } from './random.ts';

const NAMES = [
  'Harbor Counseling',
  'Łódź',
  'A practice whose name is about as long as a name may ever be, and then some words more, until it ends',
  '“H&H” — c/o',
];
const LINES = [
  '12 Quay Street',
  'Ask for {{practice.name}}',
  'https://example.org/a/very/long/address/that/goes/on/and/on/and/on/without/any/space',
  'tel 555-0100',
  'é ü ﬁ',
];

/**
 * @param logo the file of its logo
 */
export const makePractice = (random: Random, logo?: string): Buffer => {
  const perhaps = <T>(share: number, value: () => T): T | undefined => (random.chance(share) ? value() : undefined);
  const given = {
    name: random.pick(NAMES),
    counselor: perhaps(0.4, () => random.pick(NAMES)),
    credentials: perhaps(0.3, () => random.pick(LINES)),
    contact: perhaps(0.5, () => Array.from({ length: 1 + random.below(6) }, () => random.pick(LINES))),
    logo,
    colors: perhaps(0.5, () => ({ accent: `#${random.below(0x1000000).toString(16).padStart(6, '0')}` })),
    footer: perhaps(0.4, () => random.pick<string | false>([false, ...LINES])),
    license: perhaps(0.3, () => random.pick(LINES)),
    ...Object.fromEntries(
      PRACTICE_OPTIONS.flatMap(({ key, option }) => (option.kind === 'choice' && random.chance(0.15) ? [[key, random.pick(option.values)]] : [])),
    ),
  };
  return Buffer.from(stringify(JSON.parse(JSON.stringify(given))));
};
