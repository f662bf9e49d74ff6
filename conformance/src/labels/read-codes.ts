/** WebAssembly of the libraries that draw and scan labels, handed in by whoever may read files. */
export type LabelWasm = {
  /** zxing-wasm, its reader. */
  readonly scanner: () => Promise<ArrayBuffer>;
  /** @resvg/resvg-wasm. */
  readonly svg: () => Promise<ArrayBuffer>;
  /** @hyzyla/pdfium. */
  readonly pdf: () => Promise<ArrayBuffer>;
};

/** Red, green, blue and opacity of each dot, or a file that the scanner reads by itself. */
export type Picture =
  | { readonly width: number; readonly height: number; readonly pixels: Uint8Array }
  | Uint8Array<ArrayBuffer>;

/** Turns labels into what a scanner sees, and scans them. */
export type Optics = {
  readonly ofSvg: (svg: string) => Promise<Picture>;
  readonly ofPdf: (pdf: Uint8Array) => Promise<Picture>;
  readonly scan: (picture: Picture) => Promise<readonly string[]>;
};

/** Of a printer with 300 dots an inch. */
const DOTS_AN_INCH = 305;
const POINTS_AN_INCH = 72;
const CSS_PIXELS_AN_INCH = 96;

/** Each library is made ready once for a process: that is how they are made. */
let svgReady: Promise<unknown> | undefined;
let scannerReady: Promise<unknown> | undefined;

export const opticsOf = (wasm: LabelWasm): Optics => {
  let pdfium: Promise<import('@hyzyla/pdfium').PDFiumLibrary> | undefined;
  return {
    ofSvg: async (svg) => {
      const { initWasm, Resvg } = await import('@resvg/resvg-wasm');
      svgReady ??= wasm.svg().then(initWasm);
      await svgReady;
      const drawn = new Resvg(svg, {
        fitTo: { mode: 'zoom', value: DOTS_AN_INCH / CSS_PIXELS_AN_INCH },
      }).render();
      return { width: drawn.width, height: drawn.height, pixels: drawn.pixels };
    },
    ofPdf: async (pdf) => {
      const { PDFiumLibrary } = await import('@hyzyla/pdfium');
      pdfium ??= wasm.pdf().then((wasmBinary) => PDFiumLibrary.init({ wasmBinary }));
      const document = await (await pdfium).loadDocument(pdf);
      try {
        const scale = DOTS_AN_INCH / POINTS_AN_INCH;
        const drawn = await document.getPage(0).render({ scale, render: 'bitmap' });
        return { width: drawn.width, height: drawn.height, pixels: drawn.data };
      } finally {
        document.destroy();
      }
    },
    scan: async (picture) => {
      const { prepareZXingModule, readBarcodes } = await import('zxing-wasm/reader');
      scannerReady ??= wasm.scanner().then((wasmBinary) => {
        prepareZXingModule({ overrides: { wasmBinary } });
      });
      await scannerReady;
      const read =
        picture instanceof Uint8Array
          ? await readBarcodes(picture)
          : await readBarcodes({
              width: picture.width,
              height: picture.height,
              data: new Uint8ClampedArray(picture.pixels),
              colorSpace: 'srgb',
            } as Parameters<typeof readBarcodes>[0]);
      return read.flatMap(({ text, isValid }) => (isValid ? [text] : []));
    },
  };
};
