/** `build` of the public API. */
import { Builder as Engine } from '../builder/builder.ts';
import { reportOf } from './diagnostics.ts';
import { readRequest } from './options.ts';
import { runBuild } from './run-build.ts';
import { trustOf } from './trust.ts';
import type { BuildRequest, BuiltPdf, CodeOfTemplates, Control, Refused } from './types.ts';

/** Builds with an engine; see `build` of the public API. */
export const buildWith = async (engine: Engine, asked: BuildRequest, { signal }: Control): Promise<BuiltPdf | Refused> => {
  signal?.throwIfAborted();
  const { request, diagnostics: wrong } = readRequest(asked);
  if (!request) return { ok: false, reason: 'usage', ...reportOf(wrong, []) };
  const { made, diagnostics, sources, wrongUsage } = await runBuild(engine, request, { signal });
  const report = reportOf(diagnostics, sources);
  if (!made) return { ok: false, reason: wrongUsage ? 'usage' : 'input', ...report };
  const { pdf, fileName, seconds } = made;
  return { ok: true, bytes: pdf.bytes, pages: pdf.pages, fields: pdf.fields, fileName, seconds, ...report };
};

/** Makes an engine; with `again` it keeps laid-out sheets for the next build. */
export const newEngine = ({ talk, trust }: CodeOfTemplates, again: boolean): Engine => new Engine({ again, talk, trust: trustOf(trust) });
