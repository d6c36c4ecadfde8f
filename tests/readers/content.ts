/** What a content stream paints, and under which marks: enough of a reader to tell tagged content from stray content. */

export interface Marked {
  tag: string;
  /** Of content that belongs to a structure element. */
  mcid?: number;
  /** Of artifacts: `/Type` and `/Subtype`. */
  type?: string;
  subtype?: string;
  /** How many operators paint in it. */
  paints: number;
  /** Fonts that it sets text in, by resource name. */
  fonts: Set<string>;
}

export interface ContentReading {
  marked: Marked[];
  /** Painting outside any mark, marks inside marks, marks not closed. */
  faults: string[];
}

const PAINTING = new Set(['f', 'F', 'f*', 'B', 'B*', 'b', 'b*', 'S', 's', 'sh', 'Do', 'Tj', 'TJ', "'", '"', 'EI']);

/** Strings, hexadecimal strings, dictionaries' and arrays' brackets, names, everything else. */
const TOKEN = /\((?:\\[\s\S]|[^\\()]|\((?:\\[\s\S]|[^\\()])*\))*\)|<<|>>|<[0-9A-Fa-f\s]*>|[[\]]|\/[^\s()<>[\]{}/%]*|[^\s()<>[\]{}/%]+/g;

/** Reads the operators of a content stream. */
export const readContent = (operators: string): ContentReading => {
  const reading: ContentReading = { marked: [], faults: [] };
  const open: Marked[] = [];
  let operands: string[] = [];
  for (const token of operators.match(TOKEN) ?? []) {
    if (token === 'BDC' || token === 'BMC') {
      const tag = operands.find((operand) => operand.startsWith('/'))?.slice(1) ?? '';
      const after = (key: string): string | undefined => {
        const at = operands.lastIndexOf(key);
        return at < 0 ? undefined : operands[at + 1];
      };
      const mcid = after('/MCID');
      const type = after('/Type')?.slice(1);
      const subtype = after('/Subtype')?.slice(1);
      if (open.length > 0) reading.faults.push(`${tag} inside ${open.at(-1)?.tag}`);
      const mark: Marked = {
        tag,
        ...(mcid === undefined ? {} : { mcid: Number(mcid) }),
        ...(type ? { type } : {}),
        ...(subtype ? { subtype } : {}),
        paints: 0,
        fonts: new Set(),
      };
      open.push(mark);
      reading.marked.push(mark);
    } else if (token === 'EMC') {
      if (!open.pop()) reading.faults.push('EMC without a mark');
    } else if (token === 'Tf') {
      open.at(-1)?.fonts.add(operands[0]?.slice(1) ?? '');
    } else if (PAINTING.has(token)) {
      const mark = open.at(-1);
      if (mark) mark.paints += 1;
      else reading.faults.push(`${token} outside any mark`);
    }
    // Operators begin with a letter or a quote; a number, name, string or bracket is an operand.
    if (/^[A-Za-z'"]/.test(token) && !['true', 'false', 'null'].includes(token)) operands = [];
    else operands.push(token);
  }
  if (open.length > 0) reading.faults.push(`${open.length} marks not closed`);
  return reading;
};
