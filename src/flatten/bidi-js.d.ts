/** The part of bidi-js that is used here; the package has no types of its own. */
declare module 'bidi-js' {
  interface Bidi {
    /** Levels of the characters of a text (UAX #9), one for each code unit; the base direction is that of its first letter unless given. */
    getEmbeddingLevels(text: string, direction?: 'ltr' | 'rtl'): { levels: Uint8Array; paragraphs: { start: number; end: number; level: number }[] };
  }
  export default function bidiFactory(): Bidi;
}
