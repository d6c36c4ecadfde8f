/** A mistake for each code that tells of a file of YAML, or of its keys and values. */
import { readYaml } from '../../../src/yaml/index.ts';
import type { Mistake, Mistakes } from './place.ts';

/** A file that says this. */
const says =
  (contents: string | Uint8Array): Mistake =>
  async (place) => {
    await place.write({ 'a.yaml': contents });
    return (await readYaml(place.path('a.yaml'))).diagnostics;
  };

export const yaml: Mistakes<'yaml'> = {
  alias: says('title: *name\n'),
  'duplicate-key': says('title: One\ntitle: Two\n'),
  empty: says('# nothing yet\n'),
  'line-ends': says('title: One\rlanguage: en\r'),
  'not-a-file': async (place) => (await readYaml(place.path('book'))).diagnostics,
  'not-text': says('title: One\0\n'),
  'not-utf-8': says(Buffer.from('title: Ma\xf1ana\n', 'latin1')),
  'several-documents': says('title: One\n---\ntitle: Two\n'),
  tab: says('title: One\nblocks:\n\t- text: Words.\n'),
  tag: says('title: !bold One\n'),
  'too-deep': says(`title: ${'['.repeat(2000)}`),
  'too-large': says(`title: ${'word '.repeat(300_000)}`),
  unreadable: async (place) => (await readYaml(place.path('gone.yaml'))).diagnostics,
  yaml: says('title: Look: again\n'),
};

/** A step with these blocks. */
const blocks =
  (text: string): Mistake =>
  async (place) => {
    await place.blocks(text);
    return place.check();
  };

export const values: Mistakes<'values'> = {
  'missing-key': blocks('- question: What happened?\n'),
  'out-of-range': blocks('- question: What happened?\n  id: what\n  lines: 4000\n'),
  'unknown-key': blocks('- question: What happened?\n  id: what\n  line: 4\n'),
  'wrong-form': blocks('- question: What happened?\n  id: What Happened\n'),
  'wrong-size': blocks('- checklist: Before you begin\n  id: ready\n  items: []\n'),
  'wrong-type': blocks('- question: 12\n  id: what\n'),
  'wrong-value': blocks('- space: linned\n  id: what\n'),
};
