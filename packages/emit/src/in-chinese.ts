type Part = { readonly [key: string]: unknown };

/** Members that are read by people, by the annotation that has them in Chinese. */
const TEXTS = [
  ['title', 'x-title-zh'],
  ['summary', 'x-title-zh'],
  ['x-displayName', 'x-title-zh'],
  ['description', 'x-description-zh'],
] as const;

/** The texts of one object that are in Chinese too, in Chinese. */
export const chineseTextsOf = (part: Part): Readonly<Record<string, string>> =>
  Object.fromEntries(
    TEXTS.flatMap(([member, annotation]) =>
      typeof part[member] === 'string' && typeof part[annotation] === 'string'
        ? [[member, part[annotation]]]
        : [],
    ),
  );

/** The same document with its titles and descriptions in Chinese: same paths, same schemas. */
export const inChinese = <T>(part: T): T => {
  if (Array.isArray(part)) return part.map(inChinese) as T;
  if (typeof part !== 'object' || part === null) return part;
  return {
    ...Object.fromEntries(Object.entries(part).map(([key, value]) => [key, inChinese(value)])),
    ...chineseTextsOf(part as Part),
  } as T;
};
