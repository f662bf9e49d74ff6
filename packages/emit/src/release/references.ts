/** A name in a file that does not say what it has to. */
export type Stray = { readonly path: string; readonly name: string };

type Part = { readonly [key: string]: unknown };

const isObject = (value: unknown): value is Part => typeof value === 'object' && value !== null;

/** Members whose values are data: a name in an example is only an example. */
const DATA = new Set(['example', 'examples', 'enum', 'const']);

/** Documents that name schemas: the schemas themselves, their bundles, and those of interfaces. */
const NAMES_SCHEMAS =
  /^(?:schemas|bundle|policy\/schemas)\/.+\.json$|^(?:openapi|asyncapi)-.+\.json$/;

/** Every value of one keyword, wherever schemas may stand. */
function* valuesOf(part: unknown, keyword: string): Generator<string, void, undefined> {
  if (!isObject(part)) return;
  for (const [key, value] of Object.entries(part)) {
    if (key === keyword && typeof value === 'string') yield value;
    else if (!DATA.has(key)) yield* valuesOf(value, keyword);
  }
}

const decoder = new TextDecoder();

/** The documents of a folder that name schemas; one that is no JSON has been found changed already. */
const documentsOf = (files: ReadonlyMap<string, Uint8Array>): ReadonlyMap<string, unknown> =>
  new Map(
    [...files]
      .filter(([path]) => NAMES_SCHEMAS.test(path))
      .flatMap(([path, bytes]) => {
        try {
          return [[path, JSON.parse(decoder.decode(bytes))] as const];
        } catch (error) {
          if (error instanceof SyntaxError) return [];
          throw error;
        }
      }),
  );

const isAt = (document: unknown, pointer: string): boolean => {
  let place: unknown = document;
  for (const step of pointer.split('/').slice(1)) {
    const key = decodeURIComponent(step).replaceAll('~1', '/').replaceAll('~0', '~');
    if (!isObject(place) || !Object.hasOwn(place, key)) return false;
    place = place[key];
  }
  return true;
};

/** Every `$id` that is not of the version. */
export const foreignIds = (
  files: ReadonlyMap<string, Uint8Array>,
  version: string,
): readonly Stray[] =>
  [...documentsOf(files)].flatMap(([path, document]) =>
    [...valuesOf(document, '$id')]
      .filter((id) => !id.includes(`/${version}/`))
      .map((name) => ({ path, name })),
  );

/** Every `$ref` that leads to no schema of the folder and to no place of its own document. */
export const danglingReferences = (files: ReadonlyMap<string, Uint8Array>): readonly Stray[] => {
  const documents = documentsOf(files);
  const ids = new Set(
    [...documents.values()].flatMap((document) => [...valuesOf(document, '$id')]),
  );
  return [...documents].flatMap(([path, document]) =>
    [...new Set(valuesOf(document, '$ref'))]
      .filter((name) => (name.startsWith('#') ? !isAt(document, name.slice(1)) : !ids.has(name)))
      .map((name) => ({ path, name })),
  );
};
