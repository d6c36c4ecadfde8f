/** Reads the plain text of an answer that was saved as rich text (ISO 32000-1, 12.7.3.4). */

const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00A0' };

/**
 * The plain text, with a line feed at the end of each paragraph and line.
 *
 * No expression here may look from each letter to the end of the text: that takes minutes for a long answer in which nothing is closed.
 */
export const plainText = (rich: string): string =>
  rich
    .replaceAll(/<\?[^<>]*>|<!--[^]*?(?:-->|$)/g, '')
    // White space between paragraphs is not part of the text.
    .replaceAll(/>\s+</g, (between) => (between.includes('\n') ? '><' : between))
    .replaceAll(/<br\s*\/?>|<\/(?:p|div|li)\s*>/gi, '\n')
    .replaceAll(/<[^<>]*>/g, '')
    .replaceAll(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));/gi, (whole, hexadecimal?: string, decimal?: string, name?: string) => {
      if (name !== undefined) return NAMED[name] ?? whole;
      const point = hexadecimal === undefined ? Number(decimal) : Number.parseInt(hexadecimal, 16);
      return point > 0 && point <= 0x10_ffff ? String.fromCodePoint(point) : whole;
    })
    .replace(/(?<!\n)\n+$/, '');
