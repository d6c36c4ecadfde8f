/**
 * Builds the shipped workbook twice with the compiled program, and puts what those builds keep for later ones beside it, in .build/kept/:
 * a person's first build is then as quick as the next. The compiled code stays out, since another Node would not take it.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const at = (path) => fileURLToPath(new URL(path, new URL('../..', import.meta.url)));
const folder = mkdtempSync(join(tmpdir(), 'mendbook-kept-'));
try {
  const { MENDBOOK_CACHE: _, MENDBOOK_DEBUG: __, ...environment } = process.env;
  const run = () =>
    execFileSync(process.execPath, [at('.build/cli.js'), 'build', '--quiet', '--force', '-o', join(folder, 'book.pdf')], {
      cwd: folder,
      env: { ...environment, XDG_CACHE_HOME: folder },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
  // The first one keeps what it reads, the second one what it lays out.
  for (let time = 0; time < 2; time += 1) run();
  const made = join(folder, 'mendbook');
  mkdirSync(at('.build/kept'), { recursive: true });
  // Written anew, since whoever uses the program may read them.
  for (const name of readdirSync(made)) if (!name.startsWith('code-')) writeFileSync(join(at('.build/kept'), name), readFileSync(join(made, name)));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
