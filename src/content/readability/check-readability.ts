/** Checks readability: questions should be readable after six years of school, explanations after eight. */
import type { Diagnostic, Location } from '../../diagnostics/diagnostic.ts';
import { suggestion } from '../../diagnostics/make.ts';
import { rawOffset, type YamlFile } from '../../yaml/index.ts';
import type { BlockEntry } from '../read-blocks.ts';
import type { ReadSection } from '../read-section.ts';
import { fillVariables, type Variables } from '../variables.ts';
import { readingLanguage } from './find-language.ts';
import type { ReadingLanguage } from './reading-language.ts';
import { type Sentence, sentencesOf } from './sentences.ts';
import { proseIn } from './block-prose.ts';

/** School grades. Health bodies ask for six to eight (Eltorai and others: https://pmc.ncbi.nlm.nih.gov/articles/PMC3049622). */
const HIGHEST = { prompt: 6, explanation: 8 } as const;
/** The most words in a sentence. */
const LONGEST = 25;
/** In words: for shorter texts a formula is meaningless, since one syllable would change the grade by more than one. */
const FEWEST = 12;

/** A sentence with its place, which is computed only when it is needed. */
interface Placed extends Sentence {
  at: () => Location;
}

/**
 * Checks how hard a workbook is to read, block by block.
 *
 * @param sections as they were read; invalid blocks are skipped
 * @param language the workbook's, as a BCP 47 tag; for a language without a formula only the length of sentences is checked
 * @param variables the workbook's variables
 * @returns suggestions about blocks with too high a school grade, sentences that are too long, and words that are too hard in short questions
 */
export async function checkReadability(sections: readonly ReadSection[], language: string, variables: Variables): Promise<Diagnostic[]> {
  const known = await readingLanguage(language);
  const fill = (text: string) => fillVariables(text, variables, 'other');
  return sections.flatMap(({ file, entries, section }) => {
    const read = (path: BlockEntry['path'], value: unknown) => placedSentences(file, path, value, language, fill);
    const heads = section ? judge(read([], section), { file: file.source.file, start: 0, end: 0 }, 'explanation', undefined) : [];
    return [
      ...heads,
      ...entries.flatMap(({ block, path, kind }) => {
        if (!block) return [];
        // Blocks with an id ask a question, except for worksheets.
        const part = 'id' in block && kind !== 'worksheet' ? 'prompt' : 'explanation';
        return judge(read(path, block), block.at, part, kind === 'worksheet' ? undefined : known);
      }),
    ];
  });
}

function placedSentences({ document, source }: YamlFile, path: BlockEntry['path'], value: unknown, language: string, fill: (text: string) => string): Placed[] {
  if (!document) return [];
  return proseIn(document, path, value).flatMap((node) =>
    sentencesOf(node.value, language, fill).map((sentence) => {
      const at = (): Location => {
        const start = rawOffset(source.text, node, node.value, sentence.start);
        // After the last character; the offset of the next one may be after a line break.
        const end = rawOffset(source.text, node, node.value, sentence.end - 1) + 1;
        return { file: source.file, start, end };
      };
      return Object.assign(sentence, { at });
    }),
  );
}

/** The suggestions about the sentences of one block. */
function judge(sentences: readonly Placed[], at: Location, part: keyof typeof HIGHEST, language: ReadingLanguage | undefined): Diagnostic[] {
  const long = sentences
    .filter(({ words }) => words.length > LONGEST)
    .map((sentence) =>
      suggestion(
        'long-sentence',
        `expected at most ${LONGEST} words in a sentence, found ${sentence.words.length}`,
        sentence.at(),
        'make two sentences of it, or leave something out',
      ),
    );
  const words = sentences.flatMap((sentence) => sentence.words);
  if (!language || words.length === 0) return long;
  return [...(words.length < FEWEST ? hardWords(sentences, part, language) : hardText(sentences, words, at, part, language)), ...long];
}

function hardText(sentences: readonly Placed[], words: readonly string[], at: Location, part: keyof typeof HIGHEST, language: ReadingLanguage): Diagnostic[] {
  const syllables = words.reduce((sum, word) => sum + language.syllables(word), 0);
  const grade = Math.round(language.grade({ sentences: sentences.length, words: words.length, syllables }) * 10) / 10;
  if (grade <= HIGHEST[part]) return [];
  const longest = Math.max(...sentences.map((sentence) => sentence.words.length));
  const hardest = [...new Set(words.map((word) => word.toLowerCase()))].toSorted((a, b) => language.syllables(b) - language.syllables(a)).slice(0, 3);
  const expected = part === 'prompt' ? 'what asks' : 'what explains';
  return [
    suggestion(
      'reading-grade',
      `expected reading grade ${HIGHEST[part]} or less in ${expected}, found ${grade}`,
      at,
      `use shorter sentences (the longest has ${longest} words) or shorter words (the longest are ${hardest.join(', ')})`,
    ),
  ];
}

function hardWords(sentences: readonly Placed[], part: keyof typeof HIGHEST, language: ReadingLanguage): Diagnostic[] {
  if (part !== 'prompt') return [];
  return sentences.flatMap(({ words, at }) =>
    words.flatMap((word) => {
      const count = language.syllables(word);
      return count < language.longWord
        ? []
        : [suggestion('hard-word', `expected short words in a short prompt, found "${word}" with ${count} syllables`, at(), 'say it in plainer words')];
    }),
  );
}
