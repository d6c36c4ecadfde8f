/**
 * Patches for pdf.js in the page of `preview`, which shows a whole workbook anew each time that a word is saved.
 *
 * Its worker, before it draws a page, reads all fields of the document to find those that do not name the field that they belong to, and makes an annotation of each
 * on the way, for scripts. Here it looks first whether the page has a field that may be one, and makes annotations of all fields when somebody asks for them.
 *
 * The page draws in steps, and waits for a frame of the screen before each, up to 17 ms. Nothing of it is shown before all is drawn: here a step follows as soon as
 * the browser has done what else waits.
 */

/** As `patchPlugin` takes them. */
export const previewPatches = [
  {
    file: 'pdfjs-dist/legacy/build/pdf.worker.mjs',
    changes: [
      ['promises.get(name).push(AnnotationFactory.create(', 'promises.get(name).push(() => AnnotationFactory.create('],
      [
        /const allPromises = \[\];(\s+for \(const \[name, promises\] of fieldPromises\) \{\s+allPromises\.push\(Promise\.all\()promises(\)[^]*?await Promise\.all\(allPromises\);\s+)return \{\s+allFields: (objectSize\(allFields\) > 0 \? allFields : null),\s+orphanFields\s+\};/g,
        'let made; return { orphanFields, get allFields() { return made ??= (async () => { const allPromises = [];$1promises.map((make) => make())$2return $3; })(); } };',
      ],
      [
        /if \(fieldObjects\?\.allFields\) \{(\s+return Object\.values\()fieldObjects\.allFields\)/g,
        'const allFields = await fieldObjects?.allFields; if (allFields) {$1allFields)',
      ],
      [
        'const [annotationGlobals, fieldObjects] = await Promise.all([this.pdfManager.ensureDoc("annotationGlobals"), this.pdfManager.ensureDoc("fieldObjects")]);',
        `const ownName = (field) => !(field instanceof Dict) || !isName(field.get("Subtype"), "Widget") || field.has("Parent") || (field.has("T") && field.has("FT"));
         const named = (await Promise.all(annots.map((annot) => this.xref.fetchIfRefAsync(annot).catch(() => null)))).every(ownName);
         const [annotationGlobals, fieldObjects] = await Promise.all([this.pdfManager.ensureDoc("annotationGlobals"), named ? null : this.pdfManager.ensureDoc("fieldObjects")]);`,
      ],
    ],
  },
  {
    file: 'pdfjs-dist/legacy/build/pdf.mjs',
    changes: [
      ['this.#rAF = window.requestAnimationFrame(', 'this.#rAF = setTimeout('],
      ['window.cancelAnimationFrame(this.#rAF)', 'clearTimeout(this.#rAF)'],
    ],
  },
];
