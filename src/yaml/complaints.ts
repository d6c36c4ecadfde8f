/** What the YAML parser complains about, in an author's words. */
import type { ErrorCode, YAMLError } from 'yaml';

export interface Complaint {
  /** The diagnostic's code. */
  code: string;
  message: string;
  hints: string[];
}

const QUOTES = 'put quotation marks around text that has ": ", " #" or a special sign at its start';
const ALIGN = 'indent with spaces, and begin the keys of one map in the same column';

/** Complaints that depend on nothing but their kind. */
const BY_CODE: Partial<Record<ErrorCode, Complaint>> = {
  TAB_AS_INDENT: { code: 'tab', message: 'expected spaces as indentation, found a tab', hints: ['replace each tab by two spaces'] },
  DUPLICATE_KEY: { code: 'duplicate-key', message: 'expected each key once in a map, found one twice', hints: ['remove or rename one of the two'] },
  MULTIPLE_DOCS: { code: 'several-documents', message: 'expected one document in a file, found "---" or "..." and another', hints: ['make the second part a file of its own'] },
  TAG_RESOLVE_FAILED: { code: 'tag', message: 'expected no tag, or one of YAML’s own, found an unknown one', hints: ['remove it, or put quotation marks around text that begins with "!"'] },
  BAD_COLLECTION_TYPE: { code: 'tag', message: 'expected no tag, or one that fits, found one of another type', hints: ['remove the tag'] },
  RESOURCE_EXHAUSTION: { code: 'too-deep', message: 'expected a few levels of maps and lists, found far too many', hints: ['write the part out more simply'] },
  NON_STRING_KEY: { code: 'yaml', message: 'expected text as a key, found something else', hints: [QUOTES] },
  BAD_DQ_ESCAPE: { code: 'yaml', message: 'expected a known escape in the double quotation marks, found another', hints: ['write "\\\\" for a backslash, or use single quotation marks'] },
  BAD_ALIAS: { code: 'yaml', message: 'expected a name behind "*" or "&", found none or an unclear one', hints: [QUOTES] },
  BAD_SCALAR_START: { code: 'yaml', message: 'expected text, found a sign that plain text cannot begin with', hints: [QUOTES] },
  MULTILINE_IMPLICIT_KEY: { code: 'yaml', message: 'expected a key on one line, found one on several', hints: ['a colon may be missing, or the text may need quotation marks'] },
  KEY_OVER_1024_CHARS: { code: 'yaml', message: 'expected a short key, found more than 1024 characters before the colon', hints: [QUOTES] },
};

/** Complaints told by the parser's words. */
const BY_WORDS: [RegExp, Complaint][] = [
  [/^Nested mappings are not allowed/, { code: 'yaml', message: 'expected text, found a second ": " on the line', hints: [QUOTES] }],
  [/^Missing closing ("|')/, { code: 'yaml', message: 'expected a closing quotation mark, found the end of the text', hints: ['close the quotation marks; inside single ones, write \'\' for an apostrophe'] }],
  [/^Implicit map keys need to be followed/, { code: 'yaml', message: 'expected a colon and a value behind the key, found neither', hints: ['write "key: value"; a line of text that goes on must be indented more than its key'] }],
  [/^All (mapping|sequence) items must start|^All collection items must start/, { code: 'yaml', message: 'expected the same indentation as the line above it, found another', hints: [ALIGN] }],
  [/^Sequence item without - indicator|^A block sequence may not be used/, { code: 'yaml', message: 'expected an item that begins with "- ", found something else', hints: [ALIGN] }],
  [/^Missing , (or : )?between|^Flow (map|sequence) in block collection must|must end with a|^Unexpected ,/, { code: 'yaml', message: 'expected a comma or a closing bracket in the list or map, found something else', hints: ['items with commas, colons or brackets in them need quotation marks'] }],
  [/^Unexpected .* at node end|^Unexpected scalar/, { code: 'yaml', message: 'expected the end of the value, found more text', hints: [QUOTES] }],
  [/^Block scalars with more-indented leading empty lines/, { code: 'yaml', message: 'expected the first lines of the text not to be indented more than the rest', hints: [ALIGN] }],
];

/**
 * Turns an error or a warning of the parser into words for an author.
 *
 * @param error as the parser gives it, without its "at line" addition
 */
export function complaint(error: YAMLError): Complaint {
  const known = BY_CODE[error.code] ?? BY_WORDS.find(([words]) => words.test(error.message))?.[1];
  if (known) return known;
  return { code: 'yaml', message: `expected valid YAML, found a fault: ${error.message.charAt(0).toLowerCase()}${error.message.slice(1).replace(/\.$/, '')}`, hints: [QUOTES] };
}
