/** `personalCopies` of the public API: one build, then copies of it under many names. */
import type { Builder as Engine } from '../builder/builder.ts';
import { PersonalCopies as Copies } from '../personal/copies.ts';
import { reportOf } from './diagnostics.ts';
import { misplacedName, readName, readRequest } from './options.ts';
import { runBuild } from './run-build.ts';
import type { BuildRequest, BuiltPdf, Control, PersonalCopies, Refused } from './types.ts';

/** Builds a book with an engine, for copies; see `personalCopies` of the public API. */
export const copiesWith = async (engine: Engine, asked: BuildRequest, { signal }: Control): Promise<PersonalCopies | Refused> => {
  signal?.throwIfAborted();
  if (asked.name !== undefined) return { ok: false, reason: 'usage', ...reportOf([misplacedName(asked.name)], []) };
  const { request, diagnostics: wrong } = readRequest(asked);
  if (!request) return { ok: false, reason: 'usage', ...reportOf(wrong, []) };
  const { made, diagnostics, sources, wrongUsage } = await runBuild(engine, request, { signal, again: 'named' });
  const report = reportOf(diagnostics, sources);
  if (!made) return { ok: false, reason: wrongUsage ? 'usage' : 'input', ...report };
  const { pdf, fileName } = made;
  const copies = await Copies.of(made, signal);
  return {
    ok: true,
    pages: pdf.pages,
    ...report,
    async copy(name: string, control: Control = {}): Promise<BuiltPdf | Refused> {
      const began = performance.now();
      control.signal?.throwIfAborted();
      const read = readName(name);
      if (read.name === undefined) return { ok: false, reason: 'usage', ...reportOf(read.diagnostics, []) };
      const copy = await copies.copy({ name: read.name }, control.signal);
      const { pdf: own, diagnostics: told } = copy;
      // Diagnostics from preparing the book apply to each of its copies.
      const whole = reportOf([...made.prepared, ...told], sources);
      if (!own) return { ok: false, reason: copy.wrongUsage ? 'usage' : 'input', ...whole };
      return { ok: true, bytes: own.bytes, pages: own.pages, fields: own.fields, fileName, seconds: (performance.now() - began) / 1000, ...whole };
    },
  };
};
