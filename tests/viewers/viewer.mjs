// Runs in the browser: pdf.js’s own viewer components round one document, as Firefox has them, and what the tests ask of them.
const pdfjsLib = await import('/pdfjs/build/pdf.mjs');
// The components look for the library here.
globalThis.pdfjsLib = pdfjsLib;
const { EventBus, PDFLinkService, PDFViewer } = await import('/pdfjs/web/pdf_viewer.mjs');
pdfjsLib.GlobalWorkerOptions.workerSrc = '/pdfjs/build/pdf.worker.mjs';

const FINISHED = 3;
const eventBus = new EventBus();
const linkService = new PDFLinkService({ eventBus });
const viewer = new PDFViewer({
  container: document.querySelector('#container'),
  eventBus,
  linkService,
  annotationMode: pdfjsLib.AnnotationMode.ENABLE_FORMS,
  // A picture of a page begins at its corner, and places in it are those of the file.
  removePageBorders: true,
});
linkService.setViewer(viewer);

let pdf;

const once = (name, holds = () => true) =>
  new Promise((resolve) => {
    const listen = (event) => {
      if (!holds(event)) return;
      eventBus.off(name, listen);
      resolve(event);
    };
    eventBus.on(name, listen);
  });

const toBase64 = async (bytes) => {
  const url = await new Promise((resolve) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => resolve(reader.result));
    reader.readAsDataURL(new Blob([bytes]));
  });
  return url.slice(url.indexOf(',') + 1);
};

const pixelsOf = (canvas) => {
  const { width, height } = canvas;
  const { data } = canvas.getContext('2d').getImageData(0, 0, width, height);
  return toBase64(data).then((pixels) => ({ width, height, pixels }));
};

/** The height of a line in a field, as its window sets it. */
const lineHeightOf = (element) => {
  const { lineHeight, fontSize } = getComputedStyle(element);
  return Number.parseFloat(lineHeight) || Number.parseFloat(fontSize) * 1.2;
};

globalThis.mendbook = {
  /** Opens a document and gives the number of its pages. */
  async open(url) {
    pdf = await pdfjsLib.getDocument({
      url,
      cMapUrl: '/pdfjs/cmaps/',
      standardFontDataUrl: '/pdfjs/standard_fonts/',
      wasmUrl: '/pdfjs/wasm/',
      iccUrl: '/pdfjs/iccs/',
    }).promise;
    const ready = once('pagesloaded');
    viewer.setDocument(pdf);
    linkService.setDocument(pdf);
    await ready;
    viewer.currentScale = 1;
    return pdf.numPages;
  },

  /** Scrolls to a page (from 0) and waits until it and its fields are drawn. */
  async show(page) {
    viewer.currentPageNumber = page + 1;
    const view = viewer.getPageView(page);
    const drawn = () => view.renderingState === FINISHED && (view.annotationLayer?.div || view.div.querySelector('.annotationLayer'));
    for (let waited = 0; !drawn() && waited < 400; waited += 1) await new Promise((resolve) => setTimeout(resolve, 25));
    if (view.renderingState !== FINISHED) throw new Error(`page ${page + 1} is not drawn`);
  },

  /** The fields of a page that is shown, as they stand in it. */
  fields(page) {
    const within = viewer.getPageView(page).div.querySelectorAll('.annotationLayer :is(input, textarea)');
    return [...within].map((element) => ({
      name: element.name,
      value: element.type === 'checkbox' ? element.checked : element.value,
      // pdf.js makes a tooltip of the field’s name.
      label: element.closest('section').title,
      // More than the box shows, downwards: a reader sees less than was typed.
      hidden: Math.max(0, element.scrollHeight - element.clientHeight),
      lineHeight: lineHeightOf(element),
    }));
  },

  /** How many tick boxes each list item of a page that is shown has; those in no list item are counted last. */
  boxesOfItems(page) {
    const { div } = viewer.getPageView(page);
    const boxes = [...div.querySelectorAll('.annotationLayer section:has(input[type=checkbox])')].map(({ id }) => id);
    const owned = (within) => boxes.filter((id) => within.querySelector(`[aria-owns~="${id}"]`));
    const items = [...div.querySelectorAll('.structTree [role=listitem]')].filter((item) => !item.querySelector('[role=listitem]')).map(owned);
    const known = new Set(items.flat());
    return [...items.map(({ length }) => length), boxes.filter((id) => !known.has(id)).length];
  },

  /** Where to click a field of a page that is shown, in pixels of the window; nothing may lie over it. */
  aim(page, name) {
    const element = viewer.getPageView(page).div.querySelector(`.annotationLayer [name="${name}"]`);
    element.scrollIntoView({ block: 'center' });
    const { left, top, width, height } = element.getBoundingClientRect();
    const [x, y] = [left + width / 2, top + height / 2];
    const hit = document.elementFromPoint(x, y);
    if (hit !== element) throw new Error(`${name} is covered by ${hit?.outerHTML.slice(0, 200)}`);
    return [x, y];
  },

  /** The values that the fields of a page hold; its window shows the words of their appearances until something is typed. */
  async values(page) {
    const annotations = await (await pdf.getPage(page + 1)).getAnnotations();
    return annotations
      .filter(({ subtype }) => subtype === 'Widget')
      .map(({ fieldName, checkBox, fieldValue }) => [fieldName, checkBox ? fieldValue !== 'Off' : fieldValue]);
  },

  /** How many characters each text field of a page takes. */
  async limits(page) {
    const annotations = await (await pdf.getPage(page + 1)).getAnnotations();
    return annotations.filter(({ fieldType }) => fieldType === 'Tx').map(({ fieldName, maxLen }) => [fieldName, maxLen]);
  },

  /** The file as the download button saves it. */
  async save() {
    return toBase64(await pdf.saveDocument());
  },

  /** A page as it is printed: the appearances are made of what stands in the fields. */
  async print(page, scale) {
    const proxy = await pdf.getPage(page + 1);
    const viewport = proxy.getViewport({ scale });
    const canvas = Object.assign(document.createElement('canvas'), { width: Math.round(viewport.width), height: Math.round(viewport.height) });
    const options = {
      canvas,
      viewport,
      intent: 'print',
      annotationMode: pdfjsLib.AnnotationMode.ENABLE_STORAGE,
      printAnnotationStorage: pdf.annotationStorage.print,
    };
    await proxy.render(options).promise;
    return pixelsOf(canvas);
  },

  /** The pixels of a PNG. */
  async pixels(png) {
    const bitmap = await createImageBitmap(await (await fetch(`data:image/png;base64,${png}`)).blob());
    const canvas = Object.assign(document.createElement('canvas'), { width: bitmap.width, height: bitmap.height });
    canvas.getContext('2d').drawImage(bitmap, 0, 0);
    return pixelsOf(canvas);
  },
};
globalThis.mendbookReady = true;
