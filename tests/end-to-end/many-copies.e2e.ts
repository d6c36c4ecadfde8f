/** Many copies: all shares are the files of one run, by each way of docs/many-copies.md; protected ones with the programs that people open them with. */
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { openInPdfjs } from '../readers/pdfjs.ts';
import { packed as squeezed, printedWords } from '../readers/words.ts';
import { actsOf } from './docs/page.ts';
import { type Packed, packed } from './packed.ts';
import { run, runWell } from './run.ts';

const page = await readFile(fileURLToPath(new URL('../../docs/many-copies.md', import.meta.url)), 'utf8');
/** A file that the page has its reader write. */
const fileOf = (name: string): string => {
  const found = actsOf(page).find((act) => act.do === 'write' && act.file === name);
  if (found?.do !== 'write') throw new Error(`no ${name} in the page`);
  return found.text;
};

const PASSWORD = 'grün ☂ pass';
const NAMES = ['Ana Gómez', 'Zoë', 'Łukasz', 'Ida', 'Eli', 'Marie-Anne', 'Jo', 'Żaneta'];
const LIST = `name,id,only\n${NAMES.map((name, index) => `${name},${index},today`).join('\n')}\n`;

let program: Packed;
let env: Record<string, string>;
let whole: Map<string, Buffer>;
const folderWithList = async (list = LIST): Promise<string> => {
  const folder = await program.folder();
  await writeFile(path.join(folder, 'clients.csv'), list);
  return folder;
};
const copiesIn = async (folder: string): Promise<Map<string, Buffer>> => {
  const names = (await readdir(folder)).toSorted();
  return new Map(await Promise.all(names.map(async (name) => [name, await readFile(path.join(folder, name))] as const)));
};
beforeAll(async () => {
  program = await packed();
  env = { PATH: `${path.join(program.installed, '../.bin')}${path.delimiter}${process.env.PATH ?? ''}` };
  const folder = await folderWithList();
  expect(await program.mendbook(folder, ['batch', 'clients.csv', '-o', 'copies', '--quiet'])).toMatchObject({ code: 0, stderr: '' });
  whole = await copiesIn(path.join(folder, 'copies'));
  expect(whole.size).toBe(NAMES.length);
});

describe('the shares are the files of one run', () => {
  test('with GNU Parallel', async () => {
    const there = await run('parallel', ['--version']).catch(() => undefined);
    if (!there) {
      process.stderr.write('GNU Parallel is not installed: its line is not tried\n');
      return;
    }
    const folder = await folderWithList();
    const line = /^parallel .*$/m.exec(page)?.[0] ?? '';
    await runWell('bash', ['-ec', line], { cwd: folder, env });
    expect(await copiesIn(path.join(folder, 'copies'))).toEqual(whole);
  });

  test('with the last line of the Slurm script, and its variable', async () => {
    const folder = await folderWithList();
    const script = fileOf('copies.sbatch');
    const [, first, last] = /--array=(\d+)-(\d+)$/m.exec(script) ?? [];
    const line = script.trimEnd().split('\n').at(-1) ?? '';
    expect(line).toContain(`/${last}"`);
    expect(first).toBe('1');
    for (let task = 1; task <= Number(last); task += 1)
      await runWell('bash', ['-ec', line], { cwd: folder, env: { ...env, SLURM_ARRAY_TASK_ID: String(task) } });
    expect(await copiesIn(path.join(folder, 'copies'))).toEqual(whole);
  });

  test('with the command of the Kubernetes Job, whose index begins at 0', async () => {
    const folder = await folderWithList();
    const { spec } = parse(fileOf('copies.yaml'));
    const [{ command, args }] = spec.template.spec.containers;
    const [shell, ...flags] = command as [string, ...string[]];
    const [script] = args as [string];
    expect(script).toContain(`/${spec.completions}"`);
    const here = script.replace('/list/clients.csv', 'clients.csv').replace('/copies', 'copies');
    for (let index = 0; index < spec.completions; index += 1)
      await runWell(shell, [...flags, here], { cwd: folder, env: { ...env, JOB_COMPLETION_INDEX: String(index) } });
    expect(await copiesIn(path.join(folder, 'copies'))).toEqual(whole);
  });
});

describe('the Kubernetes Job', () => {
  const models = fileURLToPath(new URL('../node_modules/kubernetes-models', import.meta.url));
  /** Checks a manifest by the schema. @throws Error for one that it does not allow */
  const validate = async (manifest: object): Promise<void> => {
    const { Job } = (await import(pathToFileURL(path.join(models, 'batch/v1/Job.js')).href)) as { Job: new (about: object) => { validate(): void } };
    new Job(manifest).validate();
  };
  /** The keys that a part of a manifest may have: what the compiled schema looks at. */
  const keysOf = async (schema: string): Promise<Set<string>> => {
    const file = (await readdir(path.join(models, '_schemas'))).find((name) => name === `${schema}.js`) ?? `no schema ${schema}`;
    return new Set([...(await readFile(path.join(models, '_schemas', file), 'utf8')).matchAll(/\bdata\d*\.(\w+)/g)].map(([, key = '']) => key));
  };
  const manifest = () => parse(fileOf('copies.yaml'));
  const unknownKeys = async (job: ReturnType<typeof manifest>): Promise<string[]> => {
    const pod = job.spec.template.spec;
    const parts: [object, string][] = [
      [job.spec, 'IoK8sApiBatchV1JobSpec'],
      [job.spec.template, 'IoK8sApiCoreV1PodTemplateSpec'],
      [pod, 'IoK8sApiCoreV1PodSpec'],
      ...pod.containers.map((one: object) => [one, 'IoK8sApiCoreV1Container']),
      ...pod.volumes.map((one: object) => [one, 'IoK8sApiCoreV1Volume']),
    ];
    const found = await Promise.all(
      parts.map(async ([part, schema]) => {
        const known = await keysOf(schema);
        return Object.keys(part).filter((key) => !known.has(key));
      }),
    );
    return found.flat();
  };

  test('is one by the schema', async () => {
    await validate(manifest());
    expect(await unknownKeys(manifest())).toEqual([]);
  });

  test('would be found out with a wrong value or a misspelt key', async () => {
    const wrong = manifest();
    wrong.spec.completions = 'sixteen';
    await expect(validate(wrong)).rejects.toThrow();
    for (const spoil of [
      (job: ReturnType<typeof manifest>) => Object.assign(job.spec, { completionmode: 'Indexed' }),
      (job: ReturnType<typeof manifest>) => Object.assign(job.spec.template.spec, { restartpolicy: 'Never' }),
      (job: ReturnType<typeof manifest>) => Object.assign(job.spec.template.spec.containers[0], { arg: [] }),
    ]) {
      const job = manifest();
      spoil(job);
      expect(await unknownKeys(job)).toHaveLength(1);
    }
  });
});

describe('protected copies', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await folderWithList(`name,id,only,password\nAna Gómez,K17END,today,${PASSWORD}\nAna Gómez,K17END,today,\n`);
    const cache = path.join(folder, 'kept');
    await mkdir(path.join(folder, 'tmp'));
    const made = await program.mendbook(folder, ['batch', 'clients.csv', '-o', 'copies', '--quiet', '--name-pattern', '{row}'], {
      env: { XDG_CACHE_HOME: cache, TMPDIR: path.join(folder, 'tmp'), HOME: folder },
    });
    expect(made).toMatchObject({ code: 0, stderr: '' });
  });
  const at = (name: string): string => path.join(folder, name);
  const unlock = ['--password', PASSWORD].join('=');

  test('are sound and open to every reader, as qpdf has it', async () => {
    const { stdout } = await runWell('qpdf', [unlock, '--check', at('copies/2.pdf')]);
    expect(stdout.toString('utf8')).toMatch(
      /R = 6\n[^]*extract for accessibility: allowed\n[^]*modify forms: allowed\n[^]*No syntax or stream encoding errors/,
    );
    expect((await run('qpdf', ['--check', at('copies/2.pdf')])).code).toBe(2);
  });

  test('open in poppler and MuPDF with the words of the plain copy', async () => {
    const plain = squeezed((await runWell('pdftotext', [at('copies/3.pdf'), '-'])).stdout.toString('utf8'));
    expect(squeezed((await runWell('pdftotext', ['-upw', PASSWORD, at('copies/2.pdf'), '-'])).stdout.toString('utf8'))).toBe(plain);
    expect((await run('pdftotext', [at('copies/2.pdf'), '-'])).code).not.toBe(0);
    const mutool = await run('mutool', ['info', '-p', PASSWORD, at('copies/2.pdf')]).catch(() => undefined);
    if (mutool) expect(mutool.code).toBe(0);
    else process.stderr.write('MuPDF is not installed: it is not tried\n');
  });

  test('are the plain copies once they are decrypted', async () => {
    await runWell('qpdf', [unlock, '--decrypt', '--qdf', '--static-id', '--no-original-object-ids', at('copies/2.pdf'), at('decrypted.pdf')]);
    await runWell('qpdf', ['--qdf', '--static-id', '--no-original-object-ids', at('copies/3.pdf'), at('plain.pdf')]);
    // An entry of a dictionary or an array has a line of its own; the ids of the files differ.
    const texts = async (name: string): Promise<string[]> =>
      [...(await readFile(at(name), 'latin1')).matchAll(/^ +(?:\/\w+ )?(\((?:\\.|[^\\)\n])*\)|<feff[\da-f]*>)$/gm)].map(([, text = '']) => text).toSorted();
    expect((await texts('plain.pdf')).length).toBeGreaterThan(100);
    expect(await texts('decrypted.pdf')).toEqual(await texts('plain.pdf'));
    const document = await openInPdfjs(await readFile(at('decrypted.pdf')));
    expect(await printedWords(document)).toEqual(await printedWords(await openInPdfjs(await readFile(at('plain.pdf')))));
  });

  test('leave no name, sign or password in what is kept or in folders for what passes', async () => {
    const secrets = ['Ana Gómez', 'K17END', PASSWORD];
    for (const name of await readdir(folder, { recursive: true, withFileTypes: true })) {
      const file = path.join(name.parentPath, name.name);
      if (!name.isFile() || name.name === 'clients.csv' || file.includes(`${path.sep}copies${path.sep}`) || name.name.endsWith('.pdf')) continue;
      const bytes = await readFile(file);
      for (const secret of secrets) for (const form of [Buffer.from(secret), Buffer.from(secret, 'utf16le')]) expect(bytes.includes(form), file).toBe(false);
    }
  });
});
