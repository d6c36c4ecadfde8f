import { describe, expect, test } from 'vitest';
import { schema } from '../../src/commands/schema.ts';
import { SCHEMAS } from '../../src/schema/json-schema.ts';
import { Capture } from './capture.ts';

const run = async (kind: string) => {
  const [stdout, stderr] = [new Capture(), new Capture()];
  return { code: await schema({ kind, stdout, stderr }), stdout: stdout.text, stderr: stderr.text };
};

describe('schema', () => {
  test.each(SCHEMAS)('prints the JSON Schema of a %s on stdout', async (kind) => {
    const { code, stdout, stderr } = await run(kind);
    expect([code, stderr]).toEqual([0, '']);
    expect(JSON.parse(stdout)).toMatchObject({ $schema: expect.stringMatching(/draft-07/), type: 'object' });
  });

  test('refuses another kind of file, and says which there are', async () => {
    expect(await run('stpe')).toEqual({
      code: 2,
      stdout: '',
      stderr: 'error: expected one of workbook, step, theme, practice, packet, list; found "stpe"\n  = did you mean "step"?\n',
    });
    expect((await run('zebra')).stderr).toBe('error: expected one of workbook, step, theme, practice, packet, list; found "zebra"\n');
  });
});
