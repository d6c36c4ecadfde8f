/** A page of the docs as something that can be done: its fences, and what it promises, in order. */

export type Act =
  /** Commands, run together by a shell. */
  | { do: 'run'; script: string; exit: number; at: number }
  /** What they print, as far as it is shown. */
  | { do: 'printed'; text: string; at: number }
  /** A whole file, or lines at the end of one. */
  | { do: 'write' | 'append'; file: string; text: string; at: number }
  /** Lines that take the place of others: each of the one that begins with the same words up to its first colon, or all of the one that has `line` in it. */
  | { do: 'change'; file: string; line?: string; text: string; at: number }
  /** Words that the newest PDF shows by now. */
  | { do: 'expect'; words: string; at: number };

const FENCE = /^( *)(`{3,})(\w*)([^\n]*)\n([\s\S]*?)^\1\2 *$/gm;
const EXPECT = /<!-- expect: ([\s\S]+?) -->/g;
const ATTRIBUTE = /(\w+)=(?:"([^"]*)"|(\S+))/g;

const attributesOf = (info: string): Record<string, string> =>
  Object.fromEntries([...info.matchAll(ATTRIBUTE)].map(([, key = '', quoted, plain]) => [key, quoted ?? plain ?? '']));

const unindented = (text: string, indent: string): string =>
  text
    .split('\n')
    .map((line) => (line.startsWith(indent) ? line.slice(indent.length) : line))
    .join('\n');

const actOf = (language: string, info: string, text: string, at: number): Act | undefined => {
  const { file, append, change, line, exit } = attributesOf(info);
  if (file) return { do: 'write', file, text, at };
  if (append) return { do: 'append', file: append, text, at };
  if (change) return { do: 'change', file: change, ...(line === undefined ? {} : { line }), text, at };
  if (language === 'sh') return { do: 'run', script: text, exit: Number(exit ?? 0), at };
  return language === 'text' ? { do: 'printed', text, at } : undefined;
};

/**
 * Reads a page. Fences without a meaning here, such as an example of YAML, are passed over.
 *
 * @param markdown the text of the page
 * @returns what it does, in order; `at` is the number of a line in it
 */
export const actsOf = (markdown: string): Act[] => {
  const lineOf = (offset: number): number => markdown.slice(0, offset).split('\n').length;
  const found = [
    ...[...markdown.matchAll(FENCE)].map((match) => {
      const [, indent = '', , language = '', info = '', text = ''] = match;
      return { offset: match.index, act: actOf(language, info, unindented(text, indent), lineOf(match.index)) };
    }),
    ...[...markdown.matchAll(EXPECT)].map((match) => ({ offset: match.index, act: { do: 'expect', words: match[1] ?? '', at: lineOf(match.index) } as Act })),
  ];
  return found.toSorted((a, b) => a.offset - b.offset).flatMap(({ act }) => (act ? [act] : []));
};
