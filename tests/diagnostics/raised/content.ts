/** A mistake for each code that tells of what a workbook says: its blocks, pages, help lines, translation and plain words. */
import { loadHelpLines } from '../../../src/content/load-help-lines.ts';
import type { Mistake, Mistakes } from './place.ts';

const broken =
  (name: string): Mistake =>
  async (place) => {
    await place.fixture(`broken/${name}`);
    return place.check();
  };

const blocks =
  (text: string): Mistake =>
  async (place) => {
    await place.blocks(text);
    return place.check();
  };

export const workbook: Mistakes<'workbook'> = {
  'blanks-mismatch': blocks('- complete: I am ____ and you are ____.\n  id: we\n  blanks: [mine]\n'),
  'compare-first': broken('compare'),
  'compare-left-out': async (place) => {
    await place.fixture('small-book');
    return place.prepare({ steps: '2' });
  },
  'compare-order': broken('compare-order'),
  'control-character': blocks('- question: "What \\a happened?"\n  id: what\n'),
  'cut-text': broken('cut-text'),
  'duplicate-id': blocks('- question: One?\n  id: what\n- question: Two?\n  id: what\n'),
  'empty-letter': blocks('- letter: Dear Ana\n  id: letter\n'),
  'file-ending': broken('not-listed'),
  'file-missing': broken('step-missing'),
  'file-not-listed': broken('not-listed'),
  'kind-not-first': blocks('- id: what\n  question: What happened?\n'),
  language: broken('language-differs'),
  'link-address': blocks('- text: See [this](example.org).\n'),
  'link-scheme': blocks('- text: See [this](ftp://example.org).\n'),
  'link-target': blocks('- text: See [this](#look/nothing).\n'),
  'listed-twice': broken('listed-twice'),
  'malformed-variable': blocks('- text: For {{ name.\n'),
  markdown: blocks('- text: "See ![a ring](ring.png)."\n'),
  'nested-worksheet': broken('nested-worksheet'),
  'no-content': broken('no-content'),
  'no-language': (place) => place.check({ lang: 'fr' }),
  'no-workbook': (place) => place.check({ workbook: 'bok' }),
  'no-packet': (place) => place.check({ packet: 'first-tlak' }),
  'not-a-block': broken('not-a-block'),
  'not-a-workbook': async (place) => {
    await place.write({ 'empty/notes.txt': 'words' });
    return place.check({ workbook: 'empty' });
  },
  'part-left-out': async (place) => {
    await place.blocks('- question: What happened?\n  id: what\n  for: was-hurt\n');
    return place.prepare({ only: ['look'], for: 'broke-trust' });
  },
  'part-twice': (place) => place.prepare({ only: ['look', 'look'] }),
  placeholder: async (place) => {
    await place.write({ 'book/en/strings.yaml': 'pageOf: Page {{page}}\n' });
    return place.check();
  },
  'other-not-named': (place) => place.prepare({ other: 'your sister' }),
  'places-mismatch': blocks('- draw: fence\n  id: whose\n  title: Whose is it?\n  places: [Mine]\n  alt: A fence\n'),
  'space-too-small': blocks('- complete: I feel ____.\n  id: we\n  blanks: [what happened]\n  expects: story\n'),
  steps: (place) => place.prepare({ steps: '9' }),
  strings: async (place) => {
    await place.write({ 'book/tlh/workbook.yaml': 'title: paq\nlanguage: tlh\ndate: 2026-01-31\nsteps: [look]\n' });
    return place.check({ lang: 'tlh' });
  },
  'unknown-kind': blocks('- qestion: What happened?\n  id: what\n'),
  'unknown-part': (place) => place.prepare({ only: ['lok'] }),
  'unknown-variable': blocks('- text: For {{name}}.\n'),
  with: (place) => place.prepare({ with: ['lok'] }),
  without: (place) => place.prepare({ without: ['lok'] }),
};

export const pages: Mistakes<'pages'> = {
  'block-too-tall': async (place) => {
    await place.blocks(`- question: ${'Why is it so? '.repeat(280)}\n  id: what\n`);
    return place.build({ paper: 'a5' });
  },
  'fewer-lines': async (place) => {
    await place.blocks('- question: What happened?\n  id: what\n  lines: 40\n');
    return place.build({ paper: 'a5' });
  },
  'missing-glyph': blocks('- question: What is 中?\n  id: what\n'),
  'text-too-wide': async (place) => {
    await place.blocks(`- text: ${'Rindfleisch'.repeat(20)}\n`);
    return place.build();
  },
};

/** Help lines of a country that the program has none for. */
const helpLines = (checked: string, purpose: string): Record<string, string> => ({
  'book/help-lines/de.yaml': `country: Germany\nregion: de\nlines:\n  - name: Telefonseelsorge\n    for: ${purpose}\n    phone: 0800 1110111\n    source: https://www.telefonseelsorge.de\n    checked: ${checked}\n`,
});
const TODAY = new Date('2026-11-22');
const SHIPPED = { workbook: 'rebuilding-trust' };

export const help: Mistakes<'help'> = {
  'help-line-language': async (place) => {
    await place.write(helpLines('2026-10-01', '{ de: Verzweiflung, en: Despair }'));
    return (await loadHelpLines('de', place.path('book'), 'es', TODAY)).diagnostics;
  },
  'help-lines-left': (place) => place.prepare({ ...SHIPPED, without: ['safety-page'] }),
  'no-country': async (place) => {
    await place.blocks('- help-lines: Somebody will listen.\n');
    return place.prepare({ country: undefined } as never);
  },
  'no-help-lines': (place) => place.check({ country: 'zz' }),
  'stale-help-line': async (place) => {
    await place.write(helpLines('2025-10-01', 'Despair'));
    return (await loadHelpLines('de', place.path('book'), 'en', TODAY)).diagnostics;
  },
};

/** The workbook in Spanish, with these blocks in the place of two questions and a paragraph. */
const spanish =
  (translated: string, of = 'en'): Mistake =>
  async (place) => {
    await place.blocks(
      '- question: What happened?\n  id: what\n  lines: 4\n- question: And then?\n  id: then\n  lines: 4\n- text: These are some words about it, in English.\n',
    );
    await place.write({
      'book/es/workbook.yaml': `title: Un libro\nlanguage: es\ntranslation-of: ${of}\ndate: 2026-01-31\nsteps: [look]\n`,
      'book/es/steps/look.yaml': `title: Mirar\npurpose: Ver lo que pasó.\nblocks:\n${translated.replaceAll(/^(?=.)/gm, '  ')}`,
    });
    return place.check({ lang: 'es' });
  };
const QUESTION = '- question: ¿Qué pasó?\n  id: what\n  lines: 4\n';
const TEXT = '- text: Unas palabras sobre lo que pasó.\n';
const NEXT = '- question: ¿Y luego?\n  id: then\n  lines: 4\n';

export const translation: Mistakes<'translation'> = {
  'translation-differs': spanish(QUESTION.replace('4', '7') + NEXT + TEXT),
  'translation-extra': spanish(`${QUESTION}${NEXT}${TEXT}- question: ¿Y tú?\n  id: you\n`),
  'translation-lacks': spanish(QUESTION + TEXT),
  'translation-order': spanish(NEXT + QUESTION + TEXT),
  'translation-source': spanish(QUESTION + NEXT + TEXT, 'fr'),
  untranslated: spanish(`${QUESTION}${NEXT}- text: These are some words about it, in English.\n`),
};

const hard: Mistake = async (place) => {
  await place.fixture('readability');
  return place.check();
};

export const readability: Mistakes<'readability'> = { 'hard-word': hard, 'long-sentence': hard, 'reading-grade': hard };
