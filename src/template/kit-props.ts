/** Checks the props of the kit's components: a misspelt one would have no effect, a missing one would leave out something that readers need. */
import { CheckField, TextField } from '../kit/fields.tsx';
import type { CheckFieldProps, TextFieldProps } from '../kit/fields.tsx';
import { Box, Decoration, Prose, Words } from '../kit/elements.tsx';
import type { BoxProps, DecorationProps, ProseProps, TypeName, WordsProps } from '../kit/elements.tsx';
import { Logo, type LogoProps } from '../kit/logo.tsx';
import { type Marks, ROLES } from '../kit/marks.ts';
import { Motif } from '../kit/motif.tsx';
import type { MotifProps } from '../kit/template.ts';
import { nearest, quoted } from '../yaml/index.ts';
import { wrongPropValues } from './prop-values.ts';
import { tokens } from '../theme/schema.ts';

/** Every prop of a component; the compiler holds the keys against its type. */
type Props<T> = Record<keyof T, true>;

const MARKS: Props<Marks> = {
  role: true,
  artifact: true,
  alt: true,
  language: true,
  scope: true,
  numbered: true,
  destination: true,
  bookmark: true,
  link: true,
  pageOf: true,
  field: true,
  rules: true,
  drawing: true,
  flow: true,
  grow: true,
};
const BOX: Props<BoxProps> = { ...MARKS, style: true, children: true };
const WORDS: Props<WordsProps> = { ...BOX, type: true };
const DECORATION: Props<DecorationProps> = { style: true, children: true, as: true };
const PROSE: Props<ProseProps> = { of: true };
const LOGO: Props<LogoProps> = { decorative: true };
const MOTIF: Props<MotifProps> = { width: true, joined: true, place: true };
const TEXT_FIELD: Props<TextFieldProps> = {
  name: true,
  label: true,
  lines: true,
  look: true,
  height: true,
  grow: true,
  growWith: true,
  ground: true,
  spellcheck: true,
  beside: true,
  expects: true,
  style: true,
};
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

/** The type styles that `Words` takes. */
const TYPES = Object.keys(tokens.type.unwrap().shape).filter((name): name is TypeName => name !== 'field');

export interface PropFault {
  code: 'unknown-prop' | 'missing-prop' | 'wrong-prop' | 'image-damaged' | 'image-too-large';
  message: string;
  hint?: string;
}

const outOf = (what: string, value: unknown, known: readonly string[]): PropFault[] => {
  if (value === undefined || known.includes(String(value))) return [];
  const near = nearest(String(value), known);
  return [
    {
      code: 'wrong-prop',
      message: `expected a known ${what}, found ${quoted(String(value))}`,
      hint: near ? `did you mean "${near}"?` : `known are ${known.join(', ')}`,
    },
  ];
};

/** Faults in values that would stop the layout, or leave out something that readers need. */
function wrongValues(type: unknown, props: Record<string, unknown>): PropFault[] {
  const faults: PropFault[] = [];
  const fault = (code: PropFault['code'], message: string, hint: string): void => void faults.push({ code, message, hint });
  const given = (key: string): boolean => props[key] !== undefined && props[key] !== null;
  if (type === Prose && !Array.isArray(props['of']))
    fault(
      'wrong-prop',
      `expected the words of an author for Prose, found ${given('of') ? `a ${typeof props['of']}` : 'nothing'}`,
      'give "of" what a block has, such as of={block.question}; plain text needs no Prose',
    );
  for (const { key, expected, found } of wrongPropValues(props))
    faults.push({ code: 'wrong-prop', message: `expected ${expected} for ${key}, found ${found}` });
  if (type !== Box && type !== Words) return faults;
  const { link, role, alt } = props as Partial<Record<'link' | 'role' | 'alt', unknown>>;
  const { to, description } = (link ?? {}) as Partial<Record<'to' | 'description', unknown>>;
  if (given('link') && (typeof to !== 'string' || typeof description !== 'string'))
    fault(
      'wrong-prop',
      'expected an address and a description for the link, found something else',
      'write link={{ to: "https://…", description: "…" }}: a screen reader says the description',
    );
  else if (typeof to === 'string' && !isAddress(to))
    fault('wrong-prop', `expected an address for the link, found ${quoted(to)}`, 'write https://…, mailto:…, or # and the name of a destination');
  if (role === 'Figure' && (typeof alt !== 'string' || alt.trim() === ''))
    fault('missing-prop', 'expected words for those who cannot see the figure, found none', 'write alt="…"; what only decorates stands in Decoration');
  return faults;
}

/** Whether a link may lead there: an anchor or an address with valid percent escapes. */
const isAddress = (to: string): boolean => /^(?:#.|https?:\/\/.|mailto:.|tel:.)/i.test(to) && !/%(?![\da-f]{2})/i.test(to);

/** The faults in the props of an element; none for components that are not the kit's. */
export function propFaults(type: unknown, props: Record<string, unknown>): PropFault[] {
  const known = KNOWN.get(type);
  if (!known) return [];
  const keys = Object.keys(known.props);
  const unknown = Object.keys(props)
    .filter((key) => !(key in known.props) && props[key] !== undefined)
    .map((key): PropFault => {
      const near = nearest(key, keys);
      return {
        code: 'unknown-prop',
        message: `expected a prop that ${known.name} has, found ${quoted(key)}`,
        hint: near ? `did you mean "${near}"?` : `it has ${keys.join(', ')}`,
      };
    });
  const missing = 'label' in known.props ? (['name', 'label'] as const).filter((key) => typeof props[key] !== 'string' || props[key].trim() === '') : [];
  return [
    ...unknown,
    ...wrongValues(type, props),
    ...missing.map((key): PropFault => ({
      code: 'missing-prop',
      message: `expected a ${key} for the ${known.name}, found ${props[key] === '' ? 'an empty one' : 'none'}`,
      hint: `${NEEDED[key]}; each field of a page has its own`,
    })),
    ...(type === Words ? outOf('type of words', props['type'], TYPES) : []),
    ...outOf('role', 'role' in known.props ? props['role'] : undefined, ROLES),
  ];
}
