/** The part of svg-to-pdfkit that is used here; the package has no types of its own. */
declare module 'svg-to-pdfkit' {
  interface Options {
    width?: number;
    height?: number;
    /** Lengths are points, not pixels. */
    assumePt?: boolean;
    warningCallback?: (words: string) => void;
    /** A colour as red, green and blue from 0 to 255, and its opacity; nothing for words that are none. */
    colorCallback?: (color: [number[], number] | undefined) => [number[], number] | undefined;
  }
  export default function svgToPdf(doc: unknown, svg: string, x: number, y: number, options?: Options): void;
}
