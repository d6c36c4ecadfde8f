/** What the YAML parser complains about, in an author's words and at the place where the author can mend it. */
import { type Document, isCollection, isScalar, visit, type YAMLError } from 'yaml';
import { codeOf, ODD_SPACE, WIDE_COLON } from './lookalike-characters.ts';
import { ALIGN, QUOTES, type Words, wordsFor } from './parser-messages.ts';

/** What is said, with offsets into the text; they may lie outside it. */
export interface Complaint extends Words {
  start: number;
  end: number;
}

/** Whether a bracket that opens a list or a map has no other half. */
export const isUnclosed = ({ code, message }: YAMLError): boolean =>
  code !== 'TAG_RESOLVE_FAILED' && /^Flow (?:map|sequence) in block collection must|must end with a|^Expected flow/.test(message);

/**
 * Turns an error or a warning of the parser into words for an author.
 *
 * @param error as the parser gives it, without its "at line" addition
 * @param document as far as it was understood
 * @param text the whole file
 */
export function complaint(error: YAMLError, document: Document, text: string): Complaint {
  const [start, end] = error.pos;
  if (error.code === 'DUPLICATE_KEY') {
    const key = /^[^:\n]*/.exec(text.slice(start, start + 100))?.[0].trim() ?? '';
    return {
      code: 'duplicate-key',
      message: `expected each key once in a map, found "${key}" again`,
      hints: ['remove or rename one of the two'],
      start,
      end: start + Math.max(1, key.length),
    };
  }
  if (/^Missing closing ["']/.test(error.message)) {
    const from = opening(document, start, (node) => isScalar(node)) ?? start;
    return {
      code: 'yaml',
      message: 'expected a closing quotation mark, found none',
      hints: ["close the text with the quotation mark it begins with; inside single ones, write '' for an apostrophe"],
      start: from,
      end: from + 1,
    };
  }
  if (isUnclosed(error)) {
    const from = opening(document, start, (node) => isCollection(node) && node.flow === true) ?? start;
    return {
      code: 'yaml',
      message: `expected a closing ${text[from] === '{' ? '"}"' : '"]"'}, found none`,
      hints: [commented(text, from) ?? 'close the list or map that begins here; items with brackets or commas in them need quotation marks'],
      start: from,
      end: from + 1,
    };
  }
  if (error.message.startsWith('Nested mappings are not allowed')) return nested(text, start);
  // The parser takes a key that is indented too far for more of the value above it.
  if (
    error.code === 'MULTILINE_IMPLICIT_KEY' &&
    /^[^\n]*\n +[\w-]+:(?:\s|$)/.test(text.slice(start)) &&
    /:[ \t]+$/.test(text.slice(lineStart(text, start), start))
  )
    return nested(text, start);
  const unexpected = error.message.startsWith('Unexpected ');
  const slip =
    (unexpected ? indentedStart(text, start) : undefined) ??
    (/^All .* items must start|^Implicit keys need to be on a single line/.test(error.message) ? tightDash(text, start) : undefined);
  if (slip) return slip;
  if (error.message.startsWith('All mapping items must start')) return misplaced(text, start);
  const words = wordsFor(error.code, error.message);
  const hints = oddSpace(text, start) ?? specialSign(text, start) ?? (unexpected ? quoteInside(text, start) : undefined) ?? words.hints;
  return { ...words, hints, start, end };
}

/** Where the innermost node begins that was still open at an offset. */
function opening(document: Document, offset: number, which: (node: unknown) => boolean): number | undefined {
  let found: number | undefined;
  visit(document, {
    Node: (_, node) => {
      const [start = 0, end = 0] = node.range ?? [];
      if (which(node) && start <= offset && end >= offset) found = start;
    },
  });
  return found;
}

/** Two colons on a line, or a key that stands too far to the right of the one above it. */
function nested(text: string, start: number): Complaint {
  const colon = start + Math.max(0, text.slice(start).search(/:(?:\s|$)/));
  const line = text.lastIndexOf('\n', colon) + 1;
  if (line <= start)
    return {
      code: 'yaml',
      message: 'expected text, found a second ": " on the line',
      hints: curlyQuotes(text, start) ?? [QUOTES],
      start: colon,
      end: colon + 1,
    };
  const key = line + (/^\s*/.exec(text.slice(line, colon))?.[0].length ?? 0);
  return { code: 'yaml', message: 'expected the same indentation as the key above, found more', hints: [ALIGN], start: key, end: colon };
}

const lineStart = (text: string, offset: number): number => text.lastIndexOf('\n', offset - 1) + 1;

/** A first key that stands further right than one below it: a space stays where only the "#" of a line that was switched off is taken away. */
function indentedStart(text: string, offset: number): Complaint | undefined {
  const [head, spaces = ''] = /^(?:[ \t]*(?:#.*)?\r?\n)*( +)(?=[^\s#])/.exec(text) ?? [];
  const indent = /^ */.exec(text.slice(lineStart(text, offset)))?.[0].length ?? 0;
  if (head === undefined || offset < head.length || indent >= spaces.length) return undefined;
  const found = spaces.length === 1 ? 'a space' : `${spaces.length} spaces`;
  return {
    code: 'yaml',
    message: `expected the first key where the keys below it begin, found ${found} before it`,
    hints: ['delete the spaces at the beginning of this line, and of those below it that belong to no other key'],
    start: head.length - spaces.length,
    end: head.length,
  };
}

/** A key that begins elsewhere than those above it; the parser points at the blank lines and comments before it. */
function misplaced(text: string, offset: number): Complaint {
  const before = /^(?:[ \t]*(?:#.*)?\r?\n)*/.exec(text.slice(lineStart(text, offset)))?.[0].length ?? 0;
  const line = lineStart(text, offset) + before;
  const [found = '', spaces = ''] = /^( *)[^\s:]*/.exec(text.slice(line)) ?? [];
  const start = line + spaces.length;
  return {
    code: 'yaml',
    message: 'expected the same indentation as the keys above it, found another',
    hints: oddSpace(text, line) ?? [ALIGN],
    start,
    end: Math.max(start + 1, line + found.length),
  };
}

/** The way out when the end of a list or map in brackets is part of a comment. */
function commented(text: string, from: number): string | undefined {
  return /^[^\n]*\s#[^\n]*[\]}]/.test(text.slice(from))
    ? 'a # after a space begins a comment, up to the end of the line: put quotation marks around what begins with it'
    : undefined;
}

/** An item whose "-" the text follows at once. */
function tightDash(text: string, offset: number): Complaint | undefined {
  const line = lineStart(text, offset);
  const dash = /^( *)-[^\s-]/.exec(text.slice(line));
  if (!dash) return undefined;
  const start = line + (dash[1]?.length ?? 0);
  return { code: 'yaml', message: 'expected a space behind the "-" of an item, found none', hints: ['write "- " and then the text'], start, end: start + 2 };
}

/** The way out when the value on this line is quoted, and ended at a quotation mark inside it. */
function quoteInside(text: string, offset: number): string[] | undefined {
  const mark = /^\s*(?:-\s+)*(?:[\w-]+:\s+)?(["'])/.exec(text.slice(lineStart(text, offset), offset))?.[1];
  if (mark === "'") return ["the text ended at the second single quotation mark: write '' for an apostrophe inside it, or put double ones around the text"];
  return mark ? ['the text ended at the second double quotation mark: write “ and ” for those inside it, or put single ones around all of it'] : undefined;
}

/** The way out when the value on this line begins with a sign that means something in YAML. */
function specialSign(text: string, offset: number): string[] | undefined {
  const curly = curlyQuotes(text, offset);
  if (curly) return curly;
  const line = text.slice(lineStart(text, offset), offset + 1);
  const sign = /^\s*(?:-\s+)*(?:[\w-]+:\s+)?(\{\{|[*&!%@`{[])/.exec(line)?.[1];
  return sign ? [`text that begins with "${sign}" needs quotation marks around it`] : undefined;
}

/** The way out when such a character stands on the line, where the parser sees a letter. */
function oddSpace(text: string, offset: number): string[] | undefined {
  const start = lineStart(text, offset);
  const end = text.indexOf('\n', offset);
  const line = text.slice(start, end < 0 ? undefined : end);
  const [space] = ODD_SPACE.exec(line) ?? [];
  if (space) return [`the line holds ${codeOf(space)}, which looks like a space or like nothing: replace it by a plain space, or delete it`];
  return line.includes(WIDE_COLON) ? [`the line holds a wide colon (${codeOf(WIDE_COLON)}): write ":" and a space`] : undefined;
}

/** The way out when the value on this line stands in quotation marks of books. */
function curlyQuotes(text: string, offset: number): string[] | undefined {
  const mark = /^\s*(?:-\s+)*(?:[\w-]+:\s+)?([\u201c-\u201f\u2018-\u201b\u00ab\u300c\uff02])/.exec(text.slice(lineStart(text, offset), offset + 1))?.[1];
  return mark ? [`${mark} is no quotation mark of YAML: put " or ' around all of the text`] : undefined;
}
