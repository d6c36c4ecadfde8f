/** What was typed and ticked in the pages: kept by the names of the fields from one PDF to the next. */
import type { PDFDocumentProxy } from './pdfjs.ts';

type Value = { value: unknown };
type FieldObjects = Record<string, { id: string }[]> | null;

const answers = new Map<string, Value>();

const objectsOf = async (document: PDFDocumentProxy): Promise<FieldObjects> => (await document.getFieldObjects()) as FieldObjects;

/** Remembers what stands in the fields of a PDF that is to go. */
export const keepAnswers = async (document: PDFDocumentProxy): Promise<void> => {
  const { annotationStorage: storage } = document;
  if (storage.size === 0) return;
  for (const [name, widgets] of Object.entries((await objectsOf(document)) ?? {})) {
    for (const [index, { id }] of widgets.entries()) {
      const value = (storage.getRawValue(id) as Partial<Value> | undefined)?.value;
      if (value !== undefined) answers.set(`${name} ${index}`, { value });
    }
  }
};

/** Puts it into the next one, where that has the same fields. */
export const restoreAnswers = async (document: PDFDocumentProxy): Promise<void> => {
  if (answers.size === 0) return;
  for (const [name, widgets] of Object.entries((await objectsOf(document)) ?? {})) {
    for (const [index, { id }] of widgets.entries()) {
      const answer = answers.get(`${name} ${index}`);
      if (answer) document.annotationStorage.setValue(id, { ...answer });
    }
  }
};

/** Copies what stands in fields that are drawn already: what was typed while their page was being made. */
export const copyDrawn = (from: HTMLElement, to: HTMLElement): void => {
  for (const field of from.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input[name], textarea[name]')) {
    const same = to.querySelector<HTMLInputElement | HTMLTextAreaElement>(`[name="${CSS.escape(field.name)}"]`);
    if (!same) continue;
    if (field instanceof HTMLInputElement && same instanceof HTMLInputElement && field.type === 'checkbox') same.checked = field.checked;
    else same.value = field.value;
  }
};
