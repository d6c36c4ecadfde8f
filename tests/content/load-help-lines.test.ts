import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { countriesFor } from '../../src/content/help-line-countries.ts';
import { loadHelpLines } from '../../src/content/load-help-lines.ts';

const TODAY = new Date('2026-11-26');
const COUNTRIES = ['ar', 'au', 'ca', 'cl', 'co', 'es', 'gb', 'ie', 'mx', 'nz', 'us'];

let workbook: string;
beforeEach(async () => {
  workbook = await mkdtemp(path.join(tmpdir(), 'mendbook-help-'));
});
afterEach(() => rm(workbook, { recursive: true, force: true }));

const own = async (text: string): Promise<void> => {
  await mkdir(path.join(workbook, 'help-lines'), { recursive: true });
  await writeFile(path.join(workbook, 'help-lines', 'de.yaml'), text);
};

const LINE = (checked: string, purpose = 'Despair') => `country: Germany
region: de
lines:
  - name: Telefonseelsorge
    for: ${purpose}
    phone: 0800 1110111
    source: https://www.telefonseelsorge.de
    checked: ${checked}
`;

describe('the help lines of a country', () => {
  it.each(COUNTRIES)('are there for %s, with a number and a source for each, in both languages', async (country) => {
    for (const language of ['en', 'es']) {
      const { helpLines, diagnostics } = await loadHelpLines(country, workbook, language, TODAY);
      expect(diagnostics).toEqual([]);
      expect(helpLines?.lines.length).toBeGreaterThan(1);
      expect(helpLines?.lines.filter(({ phone, text, web }) => !phone && !text && !web)).toEqual([]);
    }
    const [english, spanish] = await Promise.all(['en', 'es'].map((language) => loadHelpLines(country, workbook, language, TODAY)));
    const same = english?.helpLines?.lines.filter((line, index) => line.for === spanish?.helpLines?.lines[index]?.for);
    expect(same).toEqual([]);
  });

  it.each(COUNTRIES)('of %s say when somebody answers, each one', async (country) => {
    const { helpLines } = await loadHelpLines(country, workbook, 'en', TODAY);
    expect(helpLines?.lines.filter(({ hours }) => !hours).map(({ name }) => name)).toEqual([]);
  });

  it('tell Spanish speakers in the United States how to be answered in Spanish', async () => {
    const { helpLines } = await loadHelpLines('us', workbook, 'es', TODAY);
    const inSpanish = helpLines?.lines.filter((line) => /español|intérprete|AYUDA/.test(`${line.for} ${line.text ?? ''}`)).map(({ phone }) => phone);
    expect(inSpanish).toEqual(['911', '988', '1-800-799-7233', '1-800-656-4673']);
  });

  it.each([
    ['us', 'en', 'November 22, 2026'],
    ['gb', 'en', '22 November 2026'],
    ['us', 'es', '22 de noviembre de 2026'],
    ['mx', 'es-MX', '26 de noviembre de 2026'],
  ])('of %s carry their earliest date as it is written there in %s', async (country, language, date) => {
    expect((await loadHelpLines(country, workbook, language, TODAY)).helpLines?.collected).toBe(date);
  });

  it('are proposed for the speakers of a language from among those that are shipped, and none is forgotten', () => {
    expect(countriesFor('es-MX')).toEqual(countriesFor('es'));
    expect([...new Set([...countriesFor('en'), ...countriesFor('es')])].toSorted()).toEqual(COUNTRIES);
    expect(countriesFor('de')).toEqual([]);
  });

  it('are found under the name that people use for the United Kingdom, and in capitals', async () => {
    const { helpLines } = await loadHelpLines('UK', workbook, 'en', TODAY);
    expect(helpLines).toEqual((await loadHelpLines('gb', workbook, 'en', TODAY)).helpLines);
  });

  it('are the workbook’s own where it has some', async () => {
    await own(LINE('2026-10-01'));
    const { helpLines, diagnostics } = await loadHelpLines('de', workbook, 'en', TODAY);
    expect(diagnostics).toEqual([]);
    expect(helpLines).toMatchObject({ country: 'Germany', lines: [{ name: 'Telefonseelsorge', for: 'Despair' }] });
  });

  it('are warned of when they were last checked more than a year ago, at the date', async () => {
    await own(LINE('2025-10-01'));
    const { helpLines, diagnostics } = await loadHelpLines('de', workbook, 'en', TODAY);
    expect(helpLines?.lines).toHaveLength(1);
    expect(diagnostics.map(({ code, severity }) => [code, severity])).toEqual([['stale-help-line', 'warning']]);
    expect(diagnostics[0]?.message).toContain('2025-10-01');
  });

  it('are warned of when they are not in the language of the workbook', async () => {
    await own(LINE('2026-10-01', '{ de: Verzweiflung, en: Despair }'));
    expect((await loadHelpLines('de', workbook, 'de-AT', TODAY)).helpLines?.lines[0]?.for).toBe('Verzweiflung');
    const spanish = await loadHelpLines('de', workbook, 'es', TODAY);
    expect(spanish.helpLines?.lines[0]?.for).toBe('Despair');
    expect(spanish.diagnostics.map(({ code }) => code)).toEqual(['help-line-language']);
  });

  it('are refused without a source or a date, at their place', async () => {
    await own(LINE('2026-10-01').replace(/ +source:.*\n/, ''));
    const { helpLines, diagnostics } = await loadHelpLines('de', workbook, 'en', TODAY);
    expect(helpLines).toBeUndefined();
    expect(diagnostics[0]?.message).toContain('source');
  });

  it('are missing for a country that has none, and the way out is told', async () => {
    const { helpLines, diagnostics } = await loadHelpLines('uss', workbook, 'en', TODAY);
    expect(helpLines).toBeUndefined();
    expect(diagnostics[0]).toMatchObject({ code: 'no-help-lines', severity: 'error' });
    expect(diagnostics[0]?.hints?.join(' ')).not.toContain('uss.yaml');
  });

  it('are listed where a code has none: all codes of two letters are near to each other', async () => {
    const { diagnostics } = await loadHelpLines('de', workbook, 'en', TODAY);
    expect(diagnostics[0]?.hints?.[0]).toBe(`there are lines for ${COUNTRIES.join(', ')}`);
  });
});
