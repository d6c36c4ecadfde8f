/** The example of a list that people begin with. */

/** With a byte order mark and CRLF, Excel shows all letters and one cell a column. */
const CSV = ['name,for,relationship,lang,paper,copies', 'Ana Gómez,was-hurt,partner,en,letter,"client, counselor"', ''].join('\r\n');

const YAML = `# Who gets which copies. Each key is an option of mendbook build, or a variable of the workbook.
defaults:
  relationship: partner
clients:
  - name: Ana Gómez
    for: was-hurt
    copies: [client, counselor]
`;

/**
 * The example as a file.
 *
 * @param ending of the file, such as `.csv`; nothing for one that lists do not have
 */
export const sampleList = (ending: string): string | undefined => {
  if (ending === '.csv') return `\uFEFF${CSV}`;
  return ending === '.yaml' || ending === '.yml' ? YAML : undefined;
};
