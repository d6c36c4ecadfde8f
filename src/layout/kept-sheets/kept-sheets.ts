/** Keeps the laid-out sheets of shipped workbooks on disk, as they came. A copy of such a workbook takes those of its sheets that say the same. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { ReactElement } from 'react';
import { keep, recall } from '../../cache/store.ts';
import type { Setting } from '../../kit/context.ts';
import type { Template } from '../../kit/template.ts';
import type { LaidOutNode } from '../laid-out-node.ts';
import { type Face, openedFace } from '../lay-out.ts';
import type { SheetName, SheetStore } from '../sheet-store.ts';
import { SheetNames } from './sheet-names.ts';
import type { OpenFace } from './sheet-parts.ts';
import { SheetReader } from './sheet-reader.ts';
import { SheetWriter } from './sheet-writer.ts';

const KIND = 'sheets';

/** What sheets are made with. */
export interface Looks {
  /** One that came with the program. */
  template: Template;
  /** Registered before. */
  faces: readonly Face[];
}

/** Stands for the faces of a book. */
const facesDigest = (faces: readonly Face[]): string => {
  const digest = createHash('sha256');
  for (const { family, weight, file } of faces) {
    const bytes = readFileSync(file);
    digest.update(`${family} ${weight} ${bytes.length} `).update(bytes);
  }
  return digest.digest('base64');
};

const openAll = (faces: readonly Face[]): OpenFace[] =>
  faces.map(({ family, weight }) => ({ family, weight, font: openedFace({ family, weight }) as unknown as OpenFace['font'] }));

/** The sheets of one book. */
export class KeptSheets implements SheetStore {
  readonly #key: string;
  readonly #names: SheetNames;
  readonly #before: SheetReader | undefined;
  readonly #fresh: SheetWriter | undefined;

  /**
   * @param writes whether fresh sheets may be kept: those of a shipped workbook, as it came, without a word of anybody's
   * @param key everything that sheets depend on beside their elements and the bytes of their fonts
   */
  constructor({ template, faces }: Looks, writes: boolean, key: string) {
    this.#key = `${key} ${facesDigest(faces)}`;
    this.#names = new SheetNames(template);
    const kept = recall(KIND, this.#key);
    const opened = openAll(faces);
    this.#before = kept && new SheetReader(kept, opened);
    this.#fresh = writes && !kept ? new SheetWriter(opened) : undefined;
  }

  nameOf(sheet: ReactElement, setting: Setting): SheetName | undefined {
    return this.#before || this.#fresh ? this.#names.nameOf(sheet, setting) : undefined;
  }

  recall({ name, places }: SheetName): LaidOutNode | undefined {
    return this.#before?.sheet(name, places);
  }

  note({ name, places }: SheetName, sheet: LaidOutNode): void {
    this.#fresh?.add(name, sheet, places);
  }

  /** Keeps the sheets that were noted. */
  keep(): void {
    if (this.#fresh) keep(KIND, this.#key, this.#fresh.bytes);
  }
}
