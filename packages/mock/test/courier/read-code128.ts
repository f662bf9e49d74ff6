/** Widths of bars and spaces of the values 0 to 105 (ISO/IEC 15417 table 1), bar first. */
const WIDTHS =
  '212222 222122 222221 121223 121322 131222 122213 122312 132212 221213 221312 231212 112232 122132 122231 113222 123122 123221 223211 221132 221231 213212 223112 312131 311222 321122 321221 312212 322112 322211 212123 212321 232121 111323 131123 131321 112313 132113 132311 211313 231113 231311 112133 112331 132131 113123 113321 133121 313121 211331 231131 213113 213311 213131 311123 311321 331121 312113 312311 332111 314111 221411 431111 111224 111422 121124 121421 141122 141221 112214 112412 122114 122411 142112 142211 241211 221114 413111 241112 134111 111242 121142 121241 114212 124112 124211 411212 421112 421211 212141 214121 412121 111143 111341 131141 114113 114311 411113 411311 113141 114131 311141 411131 211412 211214 211232'.split(
    ' ',
  );
const CODE_C = 99;
const CODE_B = 100;
const START_B = 104;
const START_C = 105;
/** Modules of a symbol character; the stop pattern has two more. */
const MODULES = 11;
const STOP_MODULES = 13;

type Bar = { readonly from: number; readonly to: number };

/** The bars of an SVG whose paths are vertical strokes, from left to right. */
const barsOf = (svg: string): readonly Bar[] =>
  [...svg.matchAll(/stroke-width="([0-9.]+)" d="([^"]+)"/g)]
    .flatMap(([, width = '', path = '']) =>
      [...path.matchAll(/M([0-9.]+) /g)].map(([, x = '']) => ({
        from: Number(x) - Number(width) / 2,
        to: Number(x) + Number(width) / 2,
      })),
    )
    .sort((a, b) => a.from - b.from);

const valuesOf = (svg: string): readonly number[] => {
  const bars = barsOf(svg);
  const edges = bars.flatMap(({ from, to }) => [from, to]);
  const first = edges[0] ?? 0;
  const module = Math.min(...bars.map(({ from, to }) => to - from));
  const count = ((edges.at(-1) ?? 0) - first) / module;
  const widths = edges.slice(1).map((edge, index) => (edge - (edges[index] ?? 0)) / module);
  return Array.from({ length: (count - STOP_MODULES) / MODULES }, (_, index) =>
    WIDTHS.indexOf(widths.slice(index * 6, index * 6 + 6).join('')),
  );
};

/** Reads the Code 128 symbol in an SVG by the table alone; throws where start or check character is wrong. */
export const readCode128 = (svg: string): string => {
  const values = valuesOf(svg);
  const [start = -1, ...data] = values.slice(0, -1);
  const sum = data.reduce((total, value, index) => total + value * (index + 1), start);
  if (![START_B, START_C].includes(start) || sum % 103 !== values.at(-1))
    throw new Error('no Code 128 symbol');
  let isPairs = start === START_C;
  return data.reduce((text, value) => {
    if (isPairs ? value === CODE_B : value === CODE_C) {
      isPairs = !isPairs;
      return text;
    }
    return text + (isPairs ? String(value).padStart(2, '0') : String.fromCharCode(value + 32));
  }, '');
};
