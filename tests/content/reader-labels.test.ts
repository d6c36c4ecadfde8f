import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { addressed } from '../../src/content/reader-labels.ts';
import type { Block } from '../../src/content/blocks/index.ts';
import { loadWorkbook } from '../../src/content/load.ts';
import { plain } from '../../src/content/plain-text.ts';
import type { Section } from '../../src/content/workbook.ts';

const FOR = { 'broke-trust': 'For A.', 'was-hurt': 'For B.' };
const at = { file: 'step.yaml' };
const words = (text: string) => [{ text }];
const worksheet = (role: 'was-hurt' | undefined, inner: Block[]): Block =>
  ({
    kind: 'worksheet',
    at,
    worksheet: words('A page'),
    purpose: words('What it is for.'),
    minutes: 5,
    with: 'alone',
    ...(role ? { for: role } : {}),
    blocks: inner,
  }) as Block;
const text = (role?: 'broke-trust' | 'was-hurt' | 'both' | 'copy-for-both'): Block =>
  ({ kind: 'text', at, text: [words('One.'), words('Two.')], ...(role ? { for: role } : {}) }) as Block;

/** What is read of some blocks once the readers are named. */
const read = (blocks: Block[]): string[] => {
  const lines = (block: Block): string[] => {
    if (block.kind === 'worksheet') return [plain(block.purpose), ...block.blocks.flatMap(lines)];
    return block.kind === 'text' || block.kind === 'callout' ? block.text.map(plain) : [];
  };
  return (addressed([{ id: 'step', blocks } as unknown as Section], FOR)[0]?.blocks ?? []).flatMap(lines);
};

describe('the readers of a book for both', () => {
  test('are named before the purpose of a page for one of them', () => {
    expect(read([worksheet('was-hurt', [])])).toEqual(['For B. What it is for.']);
    expect(read([worksheet(undefined, [])])).toEqual(['What it is for.']);
  });

  test('are named before a text for one of them, once', () => {
    expect(read([text('broke-trust')])).toEqual(['For A. One.', 'Two.']);
    expect(read([worksheet(undefined, [text('was-hurt')])])).toEqual(['What it is for.', 'For B. One.', 'Two.']);
  });

  test('are named in the hint of a question for one of them', () => {
    const question = (hint?: string): Block =>
      ({ kind: 'question', at, id: 'q', question: words('Why?'), lines: 2, for: 'was-hurt', ...(hint ? { hint: words(hint) } : {}) }) as Block;
    const hints = addressed([{ id: 'step', blocks: [question(), question('Say it.')] } as unknown as Section], FOR)[0]?.blocks.map((block) =>
      'hint' in block && block.hint ? plain(block.hint) : '',
    );
    expect(hints).toEqual(['For B.', 'For B. Say it.']);
  });

  test('are not named again within a page that names them, nor where a text is for both', () => {
    expect(read([worksheet('was-hurt', [text('was-hurt')])])).toEqual(['For B. What it is for.', 'One.', 'Two.']);
    expect(read([text('both'), text(), text('copy-for-both')])).toEqual(['One.', 'Two.', 'One.', 'Two.', 'One.', 'Two.']);
  });
});

describe.each(['en', 'es'])('the shipped workbook (%s)', async (language) => {
  const root = path.resolve(import.meta.dirname, '../..');
  const { workbook } = await loadWorkbook(path.join(root, 'content/rebuilding-trust'), language);
  const { loadStrings } = await import('../../src/content/load-strings.ts');
  const { strings } = await loadStrings(language, path.join(root, 'content/rebuilding-trust'));

  test('leaves it to the program to name them, so that nobody is told on each page of a copy of their own', () => {
    const own = JSON.stringify(workbook?.sections);
    expect(strings).toBeDefined();
    for (const name of [strings?.forBrokeTrust, strings?.forWasHurt]) expect(own).not.toContain(name);
  });
});
