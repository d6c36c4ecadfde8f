import { expect, test } from 'vitest';
import { plainPdf } from '../fixtures/plain/build.ts';
import { findingsOf } from '../readers/findings.ts';

test.each([false, true])('a written book breaks none of our rules (print only: %s)', async (flat) => {
  const { bytes } = await plainPdf(undefined, { flat });
  expect(await findingsOf(bytes)).toEqual([]);
});
