/** Describes errors of the YAML parser in an author's words, at the place where the author can fix them. */
import { type Document, isCollection, isScalar, visit, type YAMLError } from 'yaml';
import { codeOf, COLON_LIKE, ODD_SPACE } from './lookalike-characters.ts';
import { ALIGN, QUOTES, type IssueMessage, wordsFor } from './parser-messages.ts';

/** A message with offsets into the text, which may lie outside of it. */
export interface ParseMessage extends IssueMessage {
  start: number;
  end: number;
}

/** Whether the error is about a bracket that is not closed. */
export const isUnclosed = ({ code, message }: YAMLError): boolean =>
  code !== 'TAG_RESOLVE_FAILED' && /^Flow (?:map|sequence) in block collection must|must end with a|^Expected flow/.test(message);

/**
 * Turns an error or a warning of the parser into a message for an author.
 *
 * @param error as the parser gives it, without its "at line" addition
 * @param document as far as it was understood
 * @param text the whole file
 */
export function describeParseError(error: YAMLError, document: Document, text: string): ParseMessage {
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
  // The parser reads a key that is indented too far as a part of the value above it.
  if (
    error.code === 'MULTILINE_IMPLICIT_KEY' &&
    /^[^\n]*\n +[\w-]+:(?:\s|$)/.test(text.slice(start)) &&
    /:[ \t]+$/.test(text.slice(lineStart(text, start), start))
  )
    return nested(text, start);
  const unexpected = error.message.startsWith('Unexpected ');
  const typo =
    (unexpected ? indentedStart(text, start) : undefined) ??
    (/^All .* items must start|^Implicit keys need to be on a single line/.test(error.message) ? tightDash(text, start) : undefined);
  if (typo) return typo;
  if (error.message.startsWith('All mapping items must start')) return misplaced(text, start);
  const words = besideBlockMark(text, start) ?? wordsFor(error.code, error.message);
  const hints = oddSpace(text, start) ?? specialSign(text, start) ?? (unexpected ? quoteInside(text, start) : undefined) ?? words.hints;
  return { ...words, hints, start, end };
}

/** The start of the innermost node that contains an offset. */
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

/** Two colons on a line, or a key that is indented further than the one above it. */
function nested(text: string, start: number): ParseMessage {
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

/** A first key that is indented further than the keys below it: a space remains when only the "#" of a commented line is removed. */
function indentedStart(text: string, offset: number): ParseMessage | undefined {
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

/** A key with another indentation than those above it; the parser points at the blank lines and comments before it. */
function misplaced(text: string, offset: number): ParseMessage {
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

/** A hint for a list or map in brackets whose end is in a comment. */
function commented(text: string, from: number): string | undefined {
  return /^[^\n]*\s#[^\n]*[\]}]/.test(text.slice(from))
    ? 'a # after a space begins a comment, up to the end of the line: put quotation marks around what begins with it'
    : undefined;
}

/** An item without a space after its "-". */
function tightDash(text: string, offset: number): ParseMessage | undefined {
  const line = lineStart(text, offset);
  const dash = /^( *)-[^\s-]/.exec(text.slice(line));
  if (!dash) return undefined;
  const start = line + (dash[1]?.length ?? 0);
  return { code: 'yaml', message: 'expected a space behind the "-" of an item, found none', hints: ['write "- " and then the text'], start, end: start + 2 };
}

/** A hint for a quoted value that ends at a quotation mark inside of it. */
function quoteInside(text: string, offset: number): string[] | undefined {
  const mark = /^\s*(?:-\s+)*(?:[\w-]+:\s+)?(["'])/.exec(text.slice(lineStart(text, offset), offset))?.[1];
  if (mark === "'") return ["the text ended at the second single quotation mark: write '' for an apostrophe inside it, or put double ones around the text"];
  return mark ? ['the text ended at the second double quotation mark: write “ and ” for those inside it, or put single ones around all of it'] : undefined;
}

/** The message for text on the line of "|" or ">", which the parser has no words for. */
function besideBlockMark(text: string, offset: number): IssueMessage | undefined {
  return /(?:^|[ \t])[|>][-+\d]*[ \t]+$/.test(text.slice(lineStart(text, offset), offset))
    ? wordsFor('UNEXPECTED_TOKEN', 'Block scalar header includes')
    : undefined;
}

/** A hint for a value that begins with a special character of YAML. */
function specialSign(text: string, offset: number): string[] | undefined {
  const curly = curlyQuotes(text, offset);
  if (curly) return curly;
  const line = text.slice(lineStart(text, offset), offset + 1);
  const sign = /^\s*(?:-\s+)*(?:[\w-]+:\s+)?(\{\{|[*&!%@`{[])/.exec(line)?.[1];
  return sign ? [`text that begins with "${sign}" needs quotation marks around it`] : undefined;
}

/** A hint for a line with a lookalike of a space or colon, which the parser takes for a letter. */
function oddSpace(text: string, offset: number): string[] | undefined {
  const start = lineStart(text, offset);
  const end = text.indexOf('\n', offset);
  const line = text.slice(start, end < 0 ? undefined : end);
  const [space] = ODD_SPACE.exec(line) ?? [];
  if (space) return [`the line holds ${codeOf(space)}, which looks like a space or like nothing: replace it by a plain space, or delete it`];
  const [colon] = COLON_LIKE.exec(line) ?? [];
  return colon ? [`the line holds ${codeOf(colon)}, which looks like a colon: write ":" and a space`] : undefined;
}

/** A hint for a value in typographic quotation marks. */
function curlyQuotes(text: string, offset: number): string[] | undefined {
  const mark = /^\s*(?:-\s+)*(?:[\w-]+:\s+)?([\u201c-\u201f\u2018-\u201b\u00ab\u300c\uff02])/.exec(text.slice(lineStart(text, offset), offset + 1))?.[1];
  return mark ? [`${mark} is no quotation mark of YAML: put " or ' around all of the text`] : undefined;
}
