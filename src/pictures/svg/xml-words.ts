/** Rewrites the messages of the XML parser for authors who have a drawing and know no XML. */

/** What was found, and a way out where there is a nearer one than to save the drawing again. */
export interface XmlWords {
  found: string;
  hint?: string;
}

const AMPERSAND: XmlWords = { found: 'an "&" that begins no sign', hint: 'write "&amp;" for an "&"' };
const LESS: XmlWords = { found: 'a "<" that begins no element', hint: 'write "&lt;" for a "<" that stands for itself' };

/** The words of saxes 6, with what was found; `$1` is what the words name. */
const WORDS: readonly (readonly [said: RegExp, words: XmlWords])[] = [
  [/^unclosed tag: (.+)$/, { found: 'no end of the element <$1>', hint: 'the file may have been cut off: save the drawing again as SVG' }],
  [/^unexpected end$/, { found: 'the end of the file in the middle of an element', hint: 'the file may have been cut off: save the drawing again as SVG' }],
  [/^unexpected close tag$/, { found: 'the end of an element before that of one inside it' }],
  [/^unmatched closing tag: (.+)$/, { found: '"</$1>" without its beginning' }],
  [/^disallowed character in (?:closing )?tag/, LESS],
  [/^weird empty close tag$/, { found: '"</>", which ends nothing' }],
  [/^disallowed character in attribute name$/, { found: 'a sign that no name of an attribute has' }],
  [/^attribute without value$/, { found: 'an attribute without a value' }],
  [/^unquoted attribute value$/, { found: 'a value without quotation marks' }],
  [/^no whitespace between attributes$/, { found: 'two attributes without a space between them' }],
  [/^duplicate attribute: (.+)$/, { found: 'the attribute "$1" twice in one element' }],
  [/^undefined entity$/, { found: 'a sign by a name that XML does not know', hint: 'write the sign itself, or its number such as "&#160;"' }],
  [/entity/, AMPERSAND],
  [/^text data outside of root node$/, { found: 'words outside of the drawing' }],
  [/^documents may contain only one root$/, { found: 'a second drawing behind the first' }],
  [/^document must contain a root element$/, { found: 'nothing that is drawn' }],
  [/^malformed comment$/, { found: '"--" within a comment' }],
  [/must (?:appear|be) at the start of the document$/, { found: 'something before the line "<?xml … ?>"' }],
  [/XML declaration|^version|^encoding|^standalone|^expected |^value |^whitespace|name\/value/, { found: 'a line "<?xml … ?>" that is not right' }],
  [/^(?:inappropriately located doctype|incorrect syntax)/, { found: 'a "<!" that begins nothing known, or too late' }],
  [/^forward-slash/, { found: 'a "/" without a ">" behind it' }],
  [/^more than (\d+) levels$/, { found: 'more than $1 elements within each other' }],
  [/^disallowed character$/, { found: 'a character that XML does not have' }],
  [/is disallowed in char data$/, { found: '"]]>" among words' }],
];

/**
 * Puts the parser's words into ours.
 *
 * @param said without a place and a full stop
 */
export const xmlWords = (said: string): XmlWords => {
  for (const [pattern, { found, hint }] of WORDS) {
    const [, named = ''] = pattern.exec(said) ?? [];
    if (pattern.test(said)) return { found: found.replace('$1', () => named.slice(0, 40)), ...(hint ? { hint } : {}) };
  }
  return { found: 'markup that is not right' };
};
