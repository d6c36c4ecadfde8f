/** The colour profile that archives ask for: what the red, green and blue of a PDF look like (sRGB, IEC 61966-2-1), as an ICC profile. */

/** A number with sixteen binary places (ICC.1:2010, 4.6). */
const fixed = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(Math.round(value * 65_536));
  return bytes;
};
const typed = (type: string, ...content: readonly Buffer[]): Buffer => {
  const bytes = Buffer.concat([Buffer.from(type, 'latin1'), Buffer.alloc(4), ...content]);
  // Each begins at a multiple of four bytes.
  return Buffer.concat([bytes, Buffer.alloc((4 - (bytes.length % 4)) % 4)]);
};

/** A text in English (10.13). */
const words = (text: string): Buffer => {
  const head = Buffer.alloc(20);
  head.writeUInt32BE(1, 0);
  head.writeUInt32BE(12, 4);
  head.write('enUS', 8, 'latin1');
  head.writeUInt32BE(text.length * 2, 12);
  head.writeUInt32BE(28, 16);
  return typed('mluc', head, Buffer.from(text, 'utf16le').swap16());
};
const point = (...xyz: readonly number[]): Buffer => typed('XYZ ', ...xyz.map(fixed));

/** The curve of each colour as a function (10.16, type 3): what is shown of a value, with a straight part near black. */
const curve = (): Buffer => typed('para', Buffer.from([0, 3, 0, 0]), ...[2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.040_45].map(fixed));

/** The colours of sRGB and its white, adapted to the white of profiles (D50) as Bradford does it. */
const TAGS: readonly (readonly [signatures: readonly string[], content: Buffer])[] = [
  [['desc'], words('sRGB')],
  [['cprt'], words('CC0')],
  [['wtpt'], point(0.9642, 1, 0.8249)],
  [['chad'], typed('sf32', ...[1.047_882, 0.022_919, -0.050_217, 0.029_587, 0.990_479, -0.017_059, -0.009_232, 0.015_076, 0.751_678].map(fixed))],
  [['rXYZ'], point(0.436_066, 0.222_488, 0.013_916)],
  [['gXYZ'], point(0.385_147, 0.716_873, 0.097_076)],
  [['bXYZ'], point(0.143_066, 0.060_608, 0.714_096)],
  [['rTRC', 'gTRC', 'bTRC'], curve()],
];

/** The bytes of the profile, version 4.2; always the same ones. */
export const srgbProfile = (): Buffer => {
  const count = TAGS.reduce((all, [signatures]) => all + signatures.length, 0);
  const table = Buffer.alloc(4 + count * 12);
  table.writeUInt32BE(count, 0);
  let offset = 128 + table.length;
  let at = 4;
  for (const [signatures, content] of TAGS) {
    for (const signature of signatures) {
      table.write(signature, at, 'latin1');
      table.writeUInt32BE(offset, at + 4);
      table.writeUInt32BE(content.length, at + 8);
      at += 12;
    }
    offset += content.length;
  }
  const head = Buffer.alloc(128);
  head.writeUInt32BE(offset, 0);
  head.writeUInt32BE(0x0420_0000, 8);
  head.write('mntrRGB XYZ ', 12, 'latin1');
  // A day, which a profile has to have: that of the standard.
  for (const [index, value] of [1999, 10, 18].entries()) head.writeUInt16BE(value, 24 + index * 2);
  head.write('acsp', 36, 'latin1');
  Buffer.concat([0.9642, 1, 0.8249].map(fixed)).copy(head, 68);
  return Buffer.concat([head, table, ...TAGS.map(([, content]) => content)]);
};
