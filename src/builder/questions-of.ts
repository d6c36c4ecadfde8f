/** Lists the questions of an edition with their fields, for the record in the copy. */
import { BLANK } from '../content/blocks/questions.ts';
import type { LeafBlock, WorksheetBlock } from '../content/blocks/index.ts';
import type { Section, Workbook } from '../content/workbook.ts';
import { permanentFieldName } from '../content/field-name.ts';
import { plain } from '../content/plain-text.ts';
import type { Prose } from '../content/span.ts';
import type { FieldReport } from '../pdf/fields.ts';
import type { RecordedField, RecordedQuestion } from '../record/question-map.ts';

/** What stands between the words of a field and those of its question in an accessible name. */
const BETWEEN = ' – ';

/**
 * The questions that have fields, in the order of the book.
 *
 * @param edition the workbook as its reader gets it, with all words filled in
 * @param fields as they were written
 */
export const questionsOf = ({ sections }: Workbook, fields: readonly FieldReport[]): RecordedQuestion[] => {
  const byQuestion = new Map<string, FieldReport[]>();
  for (const field of fields) {
    const id = questionOf(field.name);
    const own = byQuestion.get(id);
    if (own) own.push(field);
    else byQuestion.set(id, [field]);
  }
  const recorded = sections.flatMap((section) => questionsIn(section, byQuestion));
  const known = new Set(recorded.map(({ id }) => id));
  // The cover and added pages have fields that no block asks for.
  const others = [...byQuestion]
    .filter(([id]) => !known.has(id))
    .map(([id, own]) => recordedQuestion({ id, kind: 'space', place: '', part: '', question: own[0]?.label ?? id }, own));
  return [...others.filter(({ id }) => id.startsWith('cover')), ...recorded, ...others.filter(({ id }) => !id.startsWith('cover'))];
};

/** The question that a field belongs to, by its name: `section_block` and what a component puts behind it. */
const questionOf = (name: string): string => /^[^_]*(?:_[^_]*)?/.exec(name)?.[0] ?? name;

const questionsIn = (section: Section, byQuestion: ReadonlyMap<string, FieldReport[]>): RecordedQuestion[] => {
  const part = plain(section.title);
  const one = (block: LeafBlock, sheet?: WorksheetBlock): RecordedQuestion[] => {
    const id = permanentFieldName(section.id, 'id' in block ? block.id : undefined);
    const fields = byQuestion.get(id);
    if (!fields) return [];
    const place = sheet?.id ? `${section.id}/${sheet.id}` : section.id;
    const about = { id, kind: block.kind, place, part, ...(sheet ? { sheet: plain(sheet.worksheet) } : {}), ...wordsOf(block) };
    return [recordedQuestion({ ...about, ...(section.part === 'counselor' ? { counselor: true } : {}) }, fields)];
  };
  return section.blocks.flatMap((block) => (block.kind === 'worksheet' ? block.blocks.flatMap((leaf) => one(leaf, block)) : one(block)));
};

/** What a block asks. */
const wordsOf = (block: LeafBlock): Pick<RecordedQuestion, 'question' | 'ends' | 'sentence'> => {
  if (block.kind === 'space' || block.kind === 'draw') return { question: block.title ? plain(block.title) : '' };
  if (block.kind === 'scale') return { question: plain(block.scale), ends: block.labels };
  // The gaps may be drawn in any width: their number of strokes says nothing.
  if (block.kind === 'complete') return { question: plain(block.complete).replaceAll(BLANK, '…'), sentence: plain(block.complete).replaceAll(BLANK, '____') };
  const asked = (block as unknown as Record<string, unknown>)[block.kind];
  return { question: Array.isArray(asked) ? plain(asked as Prose) : '' };
};

const recordedQuestion = (about: Omit<RecordedQuestion, 'fields'>, fields: readonly FieldReport[]): RecordedQuestion => {
  const shared = sharedEnd(fields.map(({ label }) => label));
  // The parts of a letter end with what the letter is; the fields of its clean copy do not.
  const ending = `${BETWEEN}${about.question}`;
  const ownWords = (label: string): string => {
    const words = label.slice(0, label.length - shared);
    return words.endsWith(ending) ? words.slice(0, -ending.length) : words;
  };
  return {
    ...about,
    // A space without a title is called by what a screen reader says of it.
    question: about.question || (fields[0]?.label ?? about.id),
    fields: fields.map(({ name, kind, label }): RecordedField => [name.slice(about.id.length), kind, ownWords(label)]),
  };
};

/** How many letters at the end all names have in common: the question, with what stands before it. A single field has no words of its own. */
const sharedEnd = (labels: readonly string[]): number => {
  const [first = '', ...rest] = labels;
  if (rest.length === 0) return first.length;
  for (let at = first.indexOf(BETWEEN); at >= 0; at = first.indexOf(BETWEEN, at + 1)) {
    const end = first.slice(at);
    if (rest.every((label) => label.endsWith(end))) return end.length;
  }
  return 0;
};
