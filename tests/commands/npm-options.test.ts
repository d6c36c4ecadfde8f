import { describe, expect, test } from 'vitest';
import { keptByNpm } from '../../src/commands/npm-options.ts';

const options = ['--paper', '--large-print', '--flat', '--force'];

describe('options before which "--" was forgotten', () => {
  test('are found where npm put them', () => {
    expect(keptByNpm({ npm_lifecycle_event: 'start', npm_config_paper: 'a4', npm_config_large_print: 'true' }, options)).toEqual(['--paper', '--large-print']);
    expect(keptByNpm({ npm_lifecycle_event: 'mendbook', npm_config_flat: 'true' }, options)).toEqual(['--flat']);
  });

  test('are not looked for among those that npm has itself, nor where npm started something else', () => {
    expect(keptByNpm({ npm_lifecycle_event: 'start', npm_config_force: 'true' }, options)).toEqual([]);
    expect(keptByNpm({ npm_lifecycle_event: 'test', npm_config_flat: 'true' }, options)).toEqual([]);
    expect(keptByNpm({ npm_config_flat: 'true' }, options)).toEqual([]);
  });
});
