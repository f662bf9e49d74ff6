import { code128, type DrawingContext, qrcode } from 'bwip-js/browser';

/** A code as drawn: a path of filled right-angled shapes (even-odd), one unit a module. */
export type CodeSymbol = {
  readonly modulesWide: number;
  readonly modulesHigh: number;
  readonly path: string;
};

/** Collects what bwip-js draws in the grid of its modules; both symbologies draw nothing but upright shapes. */
const tracing = (unitsAModule: number): DrawingContext<CodeSymbol> => {
  const shapes: string[] = [];
  let size = { modulesWide: 0, modulesHigh: 0 };
  const nothing = (): void => {};
  return {
    scale: () => null,
    measure: () => ({ width: 0, ascent: 0, descent: 0 }),
    init: (width, height) => {
      size = { modulesWide: width / unitsAModule, modulesHigh: height / unitsAModule };
    },
    // a bar is a stroke around its middle, which lies half a module to the right where the width is odd
    line: (x, _y0, _x1, _y1, width) => {
      const bar = Math.round(width);
      shapes.push(`M${Math.trunc(x) - Math.ceil(bar / 2)} 0h${bar}v1h${-bar}Z`);
    },
    polygon: (points) => {
      shapes.push(
        `M${points.map(([x, y]) => `${x / unitsAModule} ${y / unitsAModule}`).join('L')}Z`,
      );
    },
    hexagon: nothing,
    ellipse: nothing,
    fill: nothing,
    text: nothing,
    end: () => ({ ...size, path: shapes.join('') }),
  };
};

/** Code 128 (ISO/IEC 15417) of a text; its bars are one unit high. */
export const linearSymbol = (text: string): CodeSymbol => ({
  ...code128({ bcid: 'code128', text, scale: 1 }, tracing(1)),
  modulesHigh: 1,
});

/** QR code (ISO/IEC 18004) of a text, at level M: a label is folded and gets dirty. bwip-js draws it twice as large. */
export const squareSymbol = (text: string): CodeSymbol =>
  qrcode({ bcid: 'qrcode', text, scale: 1 }, tracing(2));
