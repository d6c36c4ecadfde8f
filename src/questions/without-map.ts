/** Finds the questions of a copy that does not say what it asks: by the names and the accessible names of its fields. */
import type { RecordedField, RecordedQuestion } from '../record/question-map.ts';
import { isGrid } from './grid-cells.ts';

/** A field as it is found in a file. */
export interface FoundField {
  name: string;
  label: string;
  kind: 'text' | 'check';
}

/** What stands between the words of a field and those of its question in an accessible name. */
const BETWEEN = ' – ';

/** A box of a rating: “3 of 10”, in any language of a copy. */
const RATING = /^\d{1,2} \p{L}+ \d{1,2}(?: |$)/u;

/** Kinds by what the names of their fields end in. */
const KINDS: readonly { kind: string; suffix: RegExp }[] = [
  { kind: 'compare', suffix: /^_(?:before|now)_\d+$/ },
  { kind: 'letter', suffix: /^_(?:date|to|copy|from|check_\d+)$/ },
  { kind: 'agreement', suffix: /^_(?:review|name_\d+|date_\d+)$/ },
  { kind: 'feelings', suffix: /^_own$/ },
];

/** The questions of a copy, in the order of its fields. */
export const questionsWithoutMap = (fields: readonly FoundField[]): RecordedQuestion[] => {
  const byId = new Map<string, FoundField[]>();
  for (const field of fields) {
    const id = field.name.split('_').slice(0, 2).join('_');
    byId.set(id, [...(byId.get(id) ?? []), field]);
  }
  return [...byId].map(([id, own]) => {
    const shared = sharedEnd(own.map(({ label }) => label));
    const found = own.map(({ name, kind, label }): RecordedField => [
      name.slice(id.length),
      kind,
      own.length === 1 ? '' : label.slice(0, label.length - shared.length),
    ]);
    const question = own.length === 1 ? (own[0]?.label ?? id) : shared.replace(BETWEEN, '') || id;
    return { id, kind: kindOf(found), place: id.split('_')[0] ?? '', part: id.split('_')[0] ?? '', question, fields: found };
  });
};

const kindOf = (fields: readonly RecordedField[]): string => {
  const named = KINDS.find(({ suffix }) => fields.some(([name]) => suffix.test(name)));
  if (named) return named.kind;
  if (isGrid(fields)) return 'table';
  if (fields.every(([, kind, words]) => kind === 'check' && RATING.test(words))) return 'scale';
  return fields.length === 1 ? 'question' : 'unknown';
};

/** What all names have in common at their ends, from a place where words of a field may end. */
const sharedEnd = ([first = '', ...rest]: readonly string[]): string => {
  for (let at = first.indexOf(BETWEEN); at >= 0; at = first.indexOf(BETWEEN, at + 1)) {
    const end = first.slice(at);
    if (rest.every((label) => label.endsWith(end))) return end;
  }
  return '';
};
