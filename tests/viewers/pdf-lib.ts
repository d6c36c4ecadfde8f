/** pdf-lib, with which scripts and web services fill in forms; given a font of its own, without which it sets no letter beyond Latin ones. */
import { readFile } from 'node:fs/promises';
import { PDFCheckBox, PDFDocument, PDFTextField } from '@cantoo/pdf-lib';
import * as fontkit from 'fontkit';
import type { Values } from './answers.ts';
import type { Engine } from './engine.ts';

const FONT = new URL('../../node_modules/@expo-google-fonts/source-serif-4/400Regular/SourceSerif4_400Regular.ttf', import.meta.url);

export const pdfLib: Engine = {
  name: 'pdf-lib',

  fill: async (bytes, { texts, ticks }) => {
    const document = await PDFDocument.load(bytes, { updateMetadata: false });
    document.registerFontkit(fontkit as never);
    const font = await document.embedFont(await readFile(FONT), { subset: false });
    const form = document.getForm();
    for (const [name, text] of texts) form.getTextField(name).setText(text);
    for (const name of ticks) form.getCheckBox(name).check();
    form.updateFieldAppearances(font);
    // Files that poppler has saved have objects of a second generation, which pdf-lib breaks when it packs objects into streams.
    return document.save({ useObjectStreams: false });
  },

  read: async (bytes) => {
    const document = await PDFDocument.load(bytes, { updateMetadata: false });
    const values: Values = new Map();
    for (const field of document.getForm().getFields()) {
      if (field instanceof PDFCheckBox) values.set(field.getName(), field.isChecked());
      else if (field instanceof PDFTextField) values.set(field.getName(), field.getText() ?? '');
    }
    return values;
  },
};
