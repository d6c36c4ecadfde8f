/** The props of the kit's components: what is misspelt would do nothing, what is left out is missed by somebody. */
import { CheckField, TextField } from '../kit/fields.tsx';
import type { CheckFieldProps, TextFieldProps } from '../kit/fields.tsx';
import { Box, Decoration, Prose, Words } from '../kit/elements.tsx';
import type { BoxProps, DecorationProps, ProseProps, TypeName, WordsProps } from '../kit/elements.tsx';
import { Logo, type LogoProps } from '../kit/logo.tsx';
import { type Marks, ROLES } from '../kit/marks.ts';
import { Motif } from '../kit/motif.tsx';
import type { MotifProps } from '../kit/template.ts';
import { nearest, quoted } from '../yaml/index.ts';
import { tokens } from './theme-schema.ts';

/** Every prop of a component; the compiler holds the keys against its type. */
type Props<T> = Record<keyof T, true>;

const MARKS: Props<Marks> = {
  role: true, artifact: true, alt: true, language: true, scope: true, numbered: true, destination: true, bookmark: true,
  link: true, pageOf: true, field: true, rules: true, drawing: true, flow: true, grow: true,
};
const BOX: Props<BoxProps> = { ...MARKS, style: true, children: true };
const WORDS: Props<WordsProps> = { ...BOX, type: true };
const DECORATION: Props<DecorationProps> = { style: true, children: true, as: true };
const PROSE: Props<ProseProps> = { of: true };
const LOGO: Props<LogoProps> = { decorative: true };
const MOTIF: Props<MotifProps> = { width: true, joined: true };
const TEXT_FIELD: Props<TextFieldProps> = { name: true, label: true, lines: true, look: true, height: true, grow: true, growWith: true, spellcheck: true, style: true };
const CHECK_FIELD: Props<CheckFieldProps> = { name: true, label: true, sign: true, style: true };

const KNOWN = new Map<unknown, { name: string; props: Record<string, true> }>([
  [Logo, { name: 'Logo', props: LOGO }],
  [Box, { name: 'Box', props: BOX }],
  [Words, { name: 'Words', props: WORDS }],
  [Decoration, { name: 'Decoration', props: DECORATION }],
  [Prose, { name: 'Prose', props: PROSE }],
  [Motif, { name: 'Motif', props: MOTIF }],
  [TextField, { name: 'TextField', props: TEXT_FIELD }],
  [CheckField, { name: 'CheckField', props: CHECK_FIELD }],
]);

const NEEDED = { name: 'its answer is kept under it', label: 'a screen reader says it' } as const;

/** The type styles that words are set in. */
const TYPES = Object.keys(tokens.type.unwrap().shape).filter((name): name is TypeName => name !== 'field');

export interface PropFault {
  code: 'unknown-prop' | 'missing-prop' | 'wrong-prop';
  message: string;
  hint?: string;
}

const outOf = (what: string, value: unknown, known: readonly string[]): PropFault[] => {
  if (value === undefined || known.includes(String(value))) return [];
  const near = nearest(String(value), known);
  return [{ code: 'wrong-prop', message: `expected a known ${what}, found ${quoted(String(value))}`, hint: near ? `did you mean "${near}"?` : `known are ${known.join(', ')}` }];
};

/** Looks at the props of an element; those of a component that is not the kit's are its own affair. */
export function propFaults(type: unknown, props: Record<string, unknown>): PropFault[] {
  const known = KNOWN.get(type);
  if (!known) return [];
  const keys = Object.keys(known.props);
  const unknown = Object.keys(props)
    .filter((key) => !(key in known.props) && props[key] !== undefined)
    .map((key): PropFault => {
      const near = nearest(key, keys);
      return { code: 'unknown-prop', message: `expected a prop that ${known.name} has, found ${quoted(key)}`, hint: near ? `did you mean "${near}"?` : `it has ${keys.join(', ')}` };
    });
  const missing = 'label' in known.props ? (['name', 'label'] as const).filter((key) => typeof props[key] !== 'string' || props[key].trim() === '') : [];
  return [
    ...unknown,
    ...missing.map((key): PropFault => ({ code: 'missing-prop', message: `expected a ${key} for the ${known.name}, found ${props[key] === '' ? 'an empty one' : 'none'}`, hint: `${NEEDED[key]}; each field of a page has its own` })),
    ...(type === Words ? outOf('type of words', props['type'], TYPES) : []),
    ...outOf('role', 'role' in known.props ? props['role'] : undefined, ROLES),
  ];
}
