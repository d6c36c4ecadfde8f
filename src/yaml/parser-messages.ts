/** Messages and hints for every error code of the YAML parser, in place of its own. */
import type { ErrorCode } from 'yaml';
import type { DiagnosticCode } from '../diagnostics/codes.ts';

export interface IssueMessage {
  /** The code of the diagnostic. */
  code: DiagnosticCode;
  message: string;
  hints: string[];
}

export const QUOTES = 'put quotation marks around text that has ": ", " #" or a special sign at its start';
export const ALIGN = 'indent with spaces, and begin the keys of one map in the same column';

const yaml = (message: string, ...hints: string[]): IssueMessage => ({ code: 'yaml', message, hints });

/** By the parser's codes; the compiler reports a code of a new version that is missing here. */
const BY_CODE: Record<ErrorCode, IssueMessage> = {
  ALIAS_PROPS: yaml('expected an alias such as "*name" alone, found "&" or "!" before it', 'remove what stands before the "*"'),
  BAD_ALIAS: yaml('expected a name behind "*" or "&", found none or an unclear one', QUOTES),
  BAD_COLLECTION_TYPE: { code: 'tag', message: 'expected no tag, or one that fits, found one of another type', hints: ['remove the tag'] },
  BAD_DIRECTIVE: yaml('expected no line that begins with "%", found one', 'remove the line, or put quotation marks around text that begins with "%"'),
  BAD_DQ_ESCAPE: yaml('expected a known escape in the double quotation marks, found another', 'write "\\\\" for a backslash, or use single quotation marks'),
  BAD_INDENT: yaml('expected the same indentation as the line above it, found another', ALIGN),
  BAD_PROP_ORDER: yaml('expected "&" or "!" behind the "-" or ":", found it before', 'move it behind the sign, or put quotation marks around the text'),
  BAD_SCALAR_START: yaml('expected text, found a sign that plain text cannot begin with', QUOTES),
  BLOCK_AS_IMPLICIT_KEY: yaml('expected a key of one line, found a list or a map', ALIGN),
  BLOCK_IN_FLOW: yaml(
    'expected items with commas between them inside the brackets, found a list or a map of several lines',
    'inside brackets, put quotation marks around text that has ": ", "|" or ">" in it, or write the list without brackets',
  ),
  DUPLICATE_KEY: { code: 'duplicate-key', message: 'expected each key once in a map, found one again', hints: ['remove or rename one of the two'] },
  IMPOSSIBLE: yaml('expected YAML, found something that cannot be read as such', QUOTES),
  KEY_OVER_1024_CHARS: yaml('expected a short key, found more than 1024 characters before the colon', QUOTES),
  MISSING_CHAR: yaml('expected a sign or a space between two parts, found none', QUOTES),
  MULTILINE_IMPLICIT_KEY: yaml('expected a key on one line, found one on several', 'a colon may be missing, or the text may need quotation marks'),
  MULTIPLE_ANCHORS: yaml('expected at most one "&" before a value, found two', 'remove one of them'),
  MULTIPLE_DOCS: {
    code: 'several-documents',
    message: 'expected one document in a file, found "---" or "..." and another',
    hints: ['make the second part a file of its own'],
  },
  MULTIPLE_TAGS: { code: 'tag', message: 'expected no tag, found two', hints: ['remove them, or put quotation marks around text that begins with "!"'] },
  NON_STRING_KEY: yaml('expected text as a key, found something else', QUOTES),
  RESOURCE_EXHAUSTION: { code: 'too-deep', message: 'expected a few levels of maps and lists, found far too many', hints: ['write the part out more simply'] },
  TAB_AS_INDENT: { code: 'tab', message: 'expected spaces as indentation, found a tab', hints: ['replace each tab by two spaces'] },
  TAG_RESOLVE_FAILED: { code: 'tag', message: 'expected no tag, found one', hints: ['remove it, or put quotation marks around text that begins with "!"'] },
  UNEXPECTED_TOKEN: yaml('expected YAML, found a sign that means nothing here', QUOTES),
};

/** Errors that share a code and differ only in the parser's message. */
const BY_MESSAGE: [RegExp, IssueMessage][] = [
  [
    /^Implicit map keys need to be followed/,
    yaml(
      'expected a colon and a value behind the key, found neither',
      'write "key: value", with a space behind the colon; a line of text that goes on must be indented more than its key',
    ),
  ],
  [/^Sequence item without - indicator|^A block sequence may not be used/, yaml('expected an item that begins with "- ", found something else', ALIGN)],
  [
    /^Missing , (?:or : )?between|^Unexpected (?:,|empty item)/,
    yaml(
      'expected a comma or a closing bracket in the list or map, found something else',
      'items with commas, colons or brackets in them need quotation marks',
    ),
  ],
  [
    /on same line with key$/,
    yaml('expected text behind the colon, found a sign that begins a list or a map', 'begin the list on the next line, or put quotation marks around the text'),
  ],
  [/^Unexpected .* at node end|^Unexpected scalar/, yaml('expected the end of the value, found more text', QUOTES)],
  [
    /^Unexpected flow-(?:map|seq)-end/,
    yaml('expected an opening bracket before the closing one, found none', 'remove the bracket, or put quotation marks around text that has brackets in it'),
  ],
  [/^Unexpected map-value-ind/, yaml('expected a key before the ":", found none', ALIGN)],
  [
    /^Block scalar header includes/,
    yaml(
      'expected the text on the lines below "|" or ">", found some beside it',
      'begin the text on the next line, indented more than its key; text that itself begins with such a sign needs quotation marks',
    ),
  ],
  [/^Block scalars with more-indented leading/, yaml('expected empty lines no longer than the indentation of the text, found one with more spaces', ALIGN)],
  [
    /^Comments must be separated/,
    yaml('expected a space before the "#", found none', 'write a space before a comment; a # of the text goes inside its quotation marks'),
  ],
  [
    /^Missing directives-end/,
    yaml('expected no line that begins with "%", found one above', 'remove the line, or put quotation marks around text that begins with "%"'),
  ],
  [
    /^Block collection cannot start on same line/,
    yaml('expected a new line behind the "---", found text beside it', 'remove the "---", or end the line there'),
  ],
  [/^Tags and anchors must be separated|^Missing newline after/, yaml('expected a space or a new line behind "&" or "!" and a name, found neither', QUOTES)],
];

/**
 * The message for an error of the parser.
 *
 * @param code as the parser gives it; an unknown one gets a general message
 * @param original the parser's own message
 */
export const wordsFor = (code: ErrorCode, original: string): IssueMessage =>
  BY_MESSAGE.find(([form]) => form.test(original))?.[1] ?? BY_CODE[code] ?? BY_CODE.IMPOSSIBLE;
