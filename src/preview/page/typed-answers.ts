/** Carries typed text and ticked boxes over from one PDF to the next, by the names of the fields. */
import type { ReadFields } from './all-fields.ts';
import type { PDFDocumentProxy } from './pdfjs.ts';

type Value = { value: unknown };

const answers = new Map<string, Value>();

/** Remembers the values of the fields of a PDF that will be replaced. */
export const keepAnswers = async (document: PDFDocumentProxy, fields: ReadFields): Promise<void> => {
  const { annotationStorage: storage } = document;
  if (storage.size === 0) return;
  for (const [name, widgets] of Object.entries(await fields())) {
    for (const [index, { id }] of widgets.entries()) {
      const value = (storage.getRawValue(id) as Partial<Value> | undefined)?.value;
      if (value !== undefined) answers.set(`${name} ${index}`, { value });
    }
  }
};

/** Sets the remembered values in the fields of a new PDF that have the same names. */
export const restoreAnswers = async (document: PDFDocumentProxy, fields: ReadFields): Promise<void> => {
  if (answers.size === 0) return;
  for (const [name, widgets] of Object.entries(await fields())) {
    for (const [index, { id }] of widgets.entries()) {
      const answer = answers.get(`${name} ${index}`);
      if (answer) document.annotationStorage.setValue(id, { ...answer });
    }
  }
};

/** Copies the values of rendered fields from one container to another: text that was typed while the new pages were rendered. */
export const copyFieldValues = (from: HTMLElement, to: HTMLElement): void => {
  for (const field of from.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input[name], textarea[name]')) {
    const same = to.querySelector<HTMLInputElement | HTMLTextAreaElement>(`[name="${CSS.escape(field.name)}"]`);
    if (!same) continue;
    if (field instanceof HTMLInputElement && same instanceof HTMLInputElement && field.type === 'checkbox') same.checked = field.checked;
    else same.value = field.value;
  }
};
