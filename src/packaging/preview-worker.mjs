/**
 * Patches for the worker of pdf.js. Before it draws a page it looks among all fields of a document for those that do not name the field that they belong to, and
 * makes an annotation of each field on the way, for scripts: of a thousand, each time that the preview shows a saved word. Here annotations are made when
 * somebody asks for them.
 */

/** As `patchPlugin` takes them. */
export const previewWorker = [
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
    ],
  },
];
