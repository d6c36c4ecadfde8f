/** Themes on a small workbook: right ones with tokens anywhere in their ranges, and ones that are changed beyond that. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { makeTheme, themeTokens } from '../make-theme.ts';
import { mutateTheme } from '../mutate-theme.ts';
import { build, check, FORMAT, someOptions } from '../options.ts';
import { SMALL, writeWorkbook } from '../small.ts';
import type { Files, Place, Subject } from '../subject.ts';

export const themeSubject = ({ root, cwd }: Place): Subject => {
  let calm: Buffer;
  let tokens: Awaited<ReturnType<typeof themeTokens>>;
  return {
    async prepare() {
      calm = await readFile(path.join(root, 'templates/calm/theme.yaml'));
      tokens = await themeTokens();
      await writeWorkbook(path.join(cwd, 'small'), SMALL);
    },
    files(random): Files {
      const kind = random.next();
      if (kind < 0.6) return new Map([['mine/theme.yaml', makeTheme(tokens, random)]]);
      if (kind < 0.8)
        return new Map([
          ['mine/theme.yaml', makeTheme(tokens, random, '../other')],
          ['other/theme.yaml', makeTheme(tokens, random)],
        ]);
      const extending = `extends: calm\n${calm.toString('utf8')}`;
      return new Map([['mine/theme.yaml', mutateTheme(Buffer.from(random.chance(0.7) ? extending : calm), random)]]);
    },
    steps(random, _, given) {
      const options = { ...(given ?? someOptions(random, 0.12, FORMAT)), template: './mine' };
      return [check('small', options, random), { ...build(cwd, 'small', options, random), whenFine: random.chance(0.9) }];
    },
  };
};
