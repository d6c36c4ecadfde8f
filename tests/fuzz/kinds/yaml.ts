/** The YAML of a workbook: mostly the shipped one for `check`; a small one with every kind of block, which is built, too. */
import { cp, readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { mutateWords } from '../mutate-words.ts';
import { mutateYaml } from '../mutate-yaml.ts';
import { build, check, FORMAT, someOptions } from '../options.ts';
import { SMALL, writeWorkbook } from '../small.ts';
import type { Place, Subject } from '../subject.ts';

export const yamlSubject = ({ root, cwd }: Place): Subject => {
  const sources = new Map<string, Buffer>();
  const read = async (folder: string): Promise<void> => {
    for (const entry of await readdir(path.join(cwd, folder), { withFileTypes: true, recursive: true })) {
      if (!entry.name.endsWith('.yaml')) continue;
      const file = path.join(entry.parentPath, entry.name);
      sources.set(path.relative(cwd, file), await readFile(file));
    }
  };
  return {
    async prepare() {
      await cp(path.join(root, 'content/rebuilding-trust/en'), path.join(cwd, 'shipped/en'), { recursive: true });
      await writeWorkbook(path.join(cwd, 'small'), SMALL);
      await read('shipped');
      await read('small');
    },
    files(random) {
      // The shipped one is large, and mostly checked.
      const workbook = random.chance(0.2) ? 'shipped' : 'small';
      const own = [...sources.keys()].filter((file) => file.startsWith(`${workbook}/`));
      const isMild = workbook === 'small' && random.chance(0.75);
      return new Map(
        Array.from({ length: random.few(1, 2) }, () => {
          const file = random.pick(own);
          return [file, (isMild ? mutateWords : mutateYaml)(sources.get(file) as Buffer, random)];
        }),
      );
    },
    steps(random, files, given) {
      const isSmall = [...files.keys()].every((file) => file.startsWith('small/'));
      const workbook = isSmall ? 'small' : 'shipped';
      const options = given ?? { ...someOptions(random, 0.12, FORMAT), ...(isSmall ? {} : { steps: String(1 + random.below(7)) }) };
      const built = given || random.chance(isSmall ? 0.8 : 0.1) ? [{ ...build(cwd, workbook, options, random), whenFine: random.chance(0.85) }] : [];
      return [check(workbook, options, random), ...built];
    },
  };
};
