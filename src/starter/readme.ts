/** Writes the README.md of a new workbook. */

export interface ReadmeOptions {
  /** The name of the folder. */
  name: string;
  /** The usual name of the PDF. */
  pdf: string;
  languages: readonly string[];
  /** Whether the text has a licence that asks for attribution. */
  licensed: boolean;
}

/** The text of the README; its commands are meant to be run in the new folder. */
export const readmeText = ({ name, pdf, languages, licensed }: ReadmeOptions): string => {
  const [first = 'en', ...others] = languages;
  const also = others.length > 0 ? `; the other languages in ${others.map((language) => `\`${language}/\``).join(', ')}` : '';
  return `# ${name}

- **Build:** in this folder, \`mendbook build .\` makes \`out/${pdf}\`; \`mendbook build --help\` lists papers, large print and editions.
- **Look while you write:** \`mendbook preview .\` shows the pages, and shows them anew whenever you save.
- **Check:** \`mendbook check .\` finds what is wrong, with file and line, and says what to do.
- **The words** are in \`${first}/steps\` and \`${first}/pages\`, their order and the title in \`${first}/workbook.yaml\`${also}.
- **Copies for several people:** \`mendbook batch --sample clients.csv\` writes a list to begin with, and \`mendbook batch clients.csv .\` makes a copy for each row. Keep the list where only you can read it.
- **Your name, logo, colours and usual paper** are in \`practice.yaml\`.${licensed ? ' What the words may be used for is in `LICENSE.md`.' : ''}
`;
};
