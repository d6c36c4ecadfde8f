/** What the YAML parser complains about, in an author's words and at the place where the author can mend it. */
import type { DiagnosticCode } from '../diagnostics/codes.ts';
import { type Document, type ErrorCode, isCollection, isScalar, visit, type YAMLError } from 'yaml';

interface Words {
  /** The diagnostic's code. */
  code: DiagnosticCode;
  message: string;
  hints: string[];
}

/** What is said, with offsets into the text; they may lie outside it. */
export interface Complaint extends Words {
  start: number;
  end: number;
}

const QUOTES = 'put quotation marks around text that has ": ", " #" or a special sign at its start';
const ALIGN = 'indent with spaces, and begin the keys of one map in the same column';

/** Complaints that depend on nothing but their kind. */
const BY_CODE: Partial<Record<ErrorCode, Words>> = {
  TAB_AS_INDENT: { code: 'tab', message: 'expected spaces as indentation, found a tab', hints: ['replace each tab by two spaces'] },
  TAG_RESOLVE_FAILED: { code: 'tag', message: 'expected no tag, found one', hints: ['remove it, or put quotation marks around text that begins with "!"'] },
  BAD_COLLECTION_TYPE: { code: 'tag', message: 'expected no tag, or one that fits, found one of another type', hints: ['remove the tag'] },
  RESOURCE_EXHAUSTION: { code: 'too-deep', message: 'expected a few levels of maps and lists, found far too many', hints: ['write the part out more simply'] },
  NON_STRING_KEY: { code: 'yaml', message: 'expected text as a key, found something else', hints: [QUOTES] },
  BAD_DQ_ESCAPE: {
    code: 'yaml',
    message: 'expected a known escape in the double quotation marks, found another',
    hints: ['write "\\\\" for a backslash, or use single quotation marks'],
  },
  BAD_ALIAS: { code: 'yaml', message: 'expected a name behind "*" or "&", found none or an unclear one', hints: [QUOTES] },
  BAD_SCALAR_START: { code: 'yaml', message: 'expected text, found a sign that plain text cannot begin with', hints: [QUOTES] },
  MULTILINE_IMPLICIT_KEY: {
    code: 'yaml',
    message: 'expected a key on one line, found one on several',
    hints: ['a colon may be missing, or the text may need quotation marks'],
  },
  KEY_OVER_1024_CHARS: { code: 'yaml', message: 'expected a short key, found more than 1024 characters before the colon', hints: [QUOTES] },
};

/** Complaints told by the parser's words. */
const BY_WORDS: [RegExp, Words][] = [
  [
    /^Implicit map keys need to be followed/,
    {
      code: 'yaml',
      message: 'expected a colon and a value behind the key, found neither',
      hints: ['write "key: value", with a space behind the colon; a line of text that goes on must be indented more than its key'],
    },
  ],
  [
    /^All (?:mapping|sequence|collection) items must start/,
    { code: 'yaml', message: 'expected the same indentation as the line above it, found another', hints: [ALIGN] },
  ],
  [
    /^Sequence item without - indicator|^A block sequence may not be used/,
    { code: 'yaml', message: 'expected an item that begins with "- ", found something else', hints: [ALIGN] },
  ],
  [
    /^Missing , (?:or : )?between|^Unexpected ,/,
    {
      code: 'yaml',
      message: 'expected a comma or a closing bracket in the list or map, found something else',
      hints: ['items with commas, colons or brackets in them need quotation marks'],
    },
  ],
  [/^Unexpected .* at node end|^Unexpected scalar/, { code: 'yaml', message: 'expected the end of the value, found more text', hints: [QUOTES] }],
  [
    /^Block scalar header includes/,
    {
      code: 'yaml',
      message: 'expected the text on the lines below "|" or ">", found some beside it',
      hints: ['begin the text on the next line, indented more than its key; text that itself begins with such a sign needs quotation marks'],
    },
  ],
  [
    /^Block scalars with more-indented leading empty lines/,
    { code: 'yaml', message: 'expected the first lines of the text not to be indented more than the rest', hints: [ALIGN] },
  ],
];

/** Whether a bracket that opens a list or a map has no other half. */
export const isUnclosed = ({ message }: YAMLError): boolean => /^Flow (?:map|sequence) in block collection must|must end with a|^Expected flow/.test(message);

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
  const words = BY_CODE[error.code] ?? BY_WORDS.find(([form]) => form.test(error.message))?.[1];
  if (words)
    return {
      ...words,
      hints: oddSpace(text, start) ?? specialSign(text, start) ?? (unexpected ? quoteInside(text, start) : undefined) ?? words.hints,
      start,
      end,
    };
  const said = error.message.replace(/\.$/, '');
  return {
    code: 'yaml',
    message: `expected valid YAML, found a fault: ${said.charAt(0).toLowerCase()}${said.slice(1)}`,
    hints: specialSign(text, start) ?? [QUOTES],
    start,
    end,
  };
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
  if (line <= start) return { code: 'yaml', message: 'expected text, found a second ": " on the line', hints: [QUOTES], start: colon, end: colon + 1 };
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
  const line = text.slice(lineStart(text, offset), offset + 1);
  const sign = /^\s*(?:-\s+)*(?:[\w-]+:\s+)?(\{\{|[*&!%@`{[])/.exec(line)?.[1];
  return sign ? [`text that begins with "${sign}" needs quotation marks around it`] : undefined;
}

/** Characters that look like a space, like nothing at all, or like a colon, and are none of YAML's: what is copied from web pages and word processors has them. */
const LOOKALIKE = /[\u00a0\u1680\u2000-\u200d\u202f\u205f\u2060\u3000\ufeff\uff1a]/;

/** The way out when such a character stands on the line, where the parser sees a letter. */
function oddSpace(text: string, offset: number): string[] | undefined {
  const start = lineStart(text, offset);
  const end = text.indexOf('\n', offset);
  const [sign] = LOOKALIKE.exec(text.slice(start, end < 0 ? undefined : end)) ?? [];
  if (!sign) return undefined;
  const code = `U+${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
  return [
    sign === '\uff1a'
      ? `the line holds a wide colon (${code}): write ":" and a space`
      : `the line holds ${code}, which looks like a space or like nothing: replace it by a plain space, or delete it`,
  ];
}
