/** Writes docs/schema/: the JSON Schemas of the files that authors write, for their editors. Run by `npm run schema`. */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const at = (path) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

for (const kind of ['workbook', 'step', 'theme', 'practice', 'packet', 'list']) {
  writeFileSync(at(`docs/schema/${kind}.json`), execFileSync(process.execPath, [at('.build/cli.js'), 'schema', kind]));
}
