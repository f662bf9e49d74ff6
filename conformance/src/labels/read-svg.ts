const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};

const character = (code: number): string => (code <= 0x10ffff ? String.fromCodePoint(code) : '');

/** Text of XML without its escapes (XML 1.0 section 4.1). */
const unescaped = (text: string): string =>
  text.replace(/&(?:#x([0-9a-f]+)|#([0-9]+)|(\w+));/gi, (whole, hex, decimal, name) => {
    if (hex !== undefined) return character(Number.parseInt(hex, 16));
    return decimal === undefined ? (ENTITIES[name] ?? whole) : character(Number(decimal));
  });

const inside = (svg: string, element: string): readonly string[] =>
  [...svg.matchAll(new RegExp(`<${element}\\b[^>]*>([\\s\\S]*?)</${element}>`, 'g'))].map(
    ([, content = '']) => unescaped(content.replace(/<[^>]*>/g, '')),
  );

/** Paths and numbers that only draw; names, classes, links and styles stay. */
const DRAWING = /^(?:d|points|transform|viewBox|[xywh]|width|height|[cr][xy]?|[xy][12])$/;

const attributes = (svg: string): readonly string[] =>
  [...svg.matchAll(/\s([\w:-]+)="([^"]*)"/g)].flatMap(([, name = '', value = '']) =>
    DRAWING.test(name) ? [] : [unescaped(value)],
  );

/** What an SVG shows as text, and what it says beside it. */
export const readSvg = (svg: string): { readonly text: string; readonly metadata: string[] } => {
  const comments = [...svg.matchAll(/<!--([\s\S]*?)-->|<\?([\s\S]*?)\?>/g)].map(
    ([, comment, instruction]) => comment ?? instruction ?? '',
  );
  const drawn = svg.replace(/<!--[\s\S]*?-->/g, '');
  return {
    text: inside(drawn, 'text').join('\n'),
    metadata: [
      ...comments,
      ...['title', 'desc', 'metadata', 'style', 'script'].flatMap((name) => inside(drawn, name)),
      ...attributes(drawn),
    ],
  };
};
