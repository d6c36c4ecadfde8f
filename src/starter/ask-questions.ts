/** The questions that `mendbook new` asks on a terminal: one for each answer that no option gives. */
import type { Prompt } from './terminal-prompt.ts';
import { type Answers, CONTACT_LINES, type Choices, readers } from './answers.ts';

/** Descriptions of the shipped workbooks; one without a description is listed by its name. */
const ABOUT: Record<string, string> = {
  'rebuilding-trust': 'Rebuilding Trust, the whole workbook in seven steps',
  starter: 'a small workbook with one block of every kind, to make your own from',
};

/**
 * Asks for the answers that are missing.
 *
 * @param given the answers of the options: these are not asked for
 * @param say writes a line between the questions
 */
export const askMissing = async (given: Answers, known: Choices, { ask }: Prompt, say: (line: string) => void): Promise<Answers> => {
  const answers: Answers = { ...given };
  if (!answers.from) {
    say('What do you want to begin with?');
    for (const [index, { name }] of known.sources.entries()) say(`  ${index + 1}  ${ABOUT[name] ?? name}`);
    answers.from = await ask({ ask: 'Its number or name', fallback: '1', read: readers.from(known) });
  }
  const { languages = [] } = known.sources.find(({ name }) => name === answers.from) ?? {};
  if (!answers.languages) {
    answers.languages =
      languages.length < 2
        ? languages
        : await ask({
            ask: `Language (${languages.join(', ')}; several with commas between, the usual one first)`,
            fallback: languages[0] ?? 'en',
            read: readers.languages(languages),
          });
  }
  const optional = readers.optional;
  if (answers.name === undefined) answers.name = await ask({ ask: 'Name of your practice', read: optional(readers.words) });
  if (answers.name !== undefined) {
    if (answers.counselor === undefined) answers.counselor = await ask({ ask: 'Your name', read: optional(readers.words) });
    if (answers.counselor !== undefined && answers.credentials === undefined)
      answers.credentials = await ask({ ask: 'Your credentials, such as LMFT', read: optional(readers.words) });
    if (!answers.contact) {
      const contact: string[] = [];
      while (contact.length < CONTACT_LINES) {
        const line = await ask({
          ask: contact.length === 0 ? 'How to reach you: address, phone, mail or web, a line each' : 'Another line',
          read: optional(readers.words),
        });
        if (line === undefined) break;
        contact.push(line);
      }
      answers.contact = contact;
    }
  }
  if (!answers.paper)
    answers.paper = await ask({ ask: `Paper (${known.papers.join(', ')})`, fallback: known.papers[0] ?? 'letter', read: readers.oneOf(known.papers) });
  if (!answers.country)
    answers.country = await ask({ ask: `Country for help lines (${known.countries.join(', ')})`, read: optional(readers.country(known.countries)) });
  return answers;
};
