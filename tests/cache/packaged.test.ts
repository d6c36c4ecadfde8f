/** What came with the program lies beside the compiled one (end-to-end/caches.e2e.ts holds what it is good for). */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { readPackaged } from '../../src/cache/packaged.ts';

test('a file that came with the program is read as it is, and one that did not is none', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'mendbook-packaged-'));
  try {
    writeFileSync(path.join(folder, 'words-1'), 'sealed');
    const at = pathToFileURL(`${folder}/`);
    expect(readPackaged('words-1', at)?.toString()).toBe('sealed');
    expect(readPackaged('words-2', at)).toBeUndefined();
    // A program that runs from its sources has none.
    expect(readPackaged('words-1')).toBeUndefined();
  } finally {
    rmSync(folder, { recursive: true });
  }
});
