/** Readability: what asks is to be read with six years of school, what explains with eight. */
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
/** Words in a sentence. */
const LONGEST = 25;
/** With fewer words a formula says nothing: one syllable more would move the grade by more than one, in English as in Spanish. */
const FEWEST = 12;

/** A sentence, and where it stands when that is asked for. */
interface Placed extends Sentence {
  at: () => Location;
}

/**
 * Looks at how hard a workbook is to read, block by block.
 *
 * @param sections as they were read; their broken blocks are passed over
 * @param language the workbook's, as a BCP 47 tag; in one without a formula only the length of sentences is looked at
 * @param variables the workbook's
 * @returns suggestions: for a block that takes more years of school than it may, a sentence that is too long, a word that is too hard for a short prompt
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
        // What can be filled in asks; the head of a worksheet only names it.
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
        // Behind the last character, which may be followed by the fold of a line.
        const end = rawOffset(source.text, node, node.value, sentence.end - 1) + 1;
        return { file: source.file, start, end };
      };
      return Object.assign(sentence, { at });
    }),
  );
}

/** What is to be said of the sentences of one block. */
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
