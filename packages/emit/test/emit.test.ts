import { registry } from '@openwaybill/schemas';
import { expect, test } from 'vitest';
import { emit, emitters } from '../src/index.ts';

const files = emit(registry);
const documents = [...files]
  .filter(([path]) => path.endsWith('.json'))
  .map(([path, text]) => [path, JSON.parse(text)] as const);

type Node = { readonly [name: string]: unknown };

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;

/** Every object of a document with its place. */
const nodes = (value: unknown, place = ''): readonly (readonly [string, Node])[] =>
  isNode(value)
    ? [
        [place, value],
        ...Object.entries(value).flatMap(([name, each]) => nodes(each, `${place}/${name}`)),
      ]
    : [];

test('the same registry gives the same bytes', () => {
  expect([...emit(registry)]).toEqual([...files]);
});

/** What is read, and is no part of the contract. */
const BESIDE = ['all', 'document'];

test('every product by its name is a part of the whole', () => {
  const parts = Object.entries(emitters).filter(([name]) => !BESIDE.includes(name));
  expect(parts.flatMap(([, emitter]) => [...emitter(registry).keys()]).sort()).toEqual([
    ...files.keys(),
  ]);
});

test('a document ends in one newline and has no null', () => {
  for (const [path, text] of files) {
    if (/\.(csv|md)$/.test(path)) continue;
    expect(text.endsWith('}\n') || text.endsWith(']\n'), path).toBe(true);
  }
  const nulls = documents
    .filter(([path]) => path !== 'contract.json') // its invalid examples may hold one
    .flatMap(([path, document]) =>
      nodes(document)
        .filter(([, node]) => Object.values(node).includes(null))
        .map(([place]) => `${path}#${place}`),
    );
  expect(nulls).toEqual([]);
});

test('every schema of the registry is published in both forms', () => {
  for (const name of registry.schemas.keys()) {
    expect(files.has(`schemas/${name}.json`), name).toBe(true);
    expect(files.has(`schemas/receiver/${name}.json`), name).toBe(true);
  }
});

test('every $ref leads to a schema of its own form or document', () => {
  const ids = new Set(documents.map(([, document]) => document.$id));
  const lost = documents
    .filter(([path]) => /^(schemas|bundle|openapi)/.test(path))
    .flatMap(([path, document]) =>
      nodes(document)
        .map(([, node]) => node.$ref)
        .filter((ref): ref is string => typeof ref === 'string')
        .filter((ref) => {
          if (!ref.startsWith('#/'))
            return (
              path.startsWith('openapi') ||
              !ids.has(ref) ||
              ref.includes('/receiver/') !== path.includes('receiver')
            );
          const target = ref
            .slice(2)
            .split('/')
            .reduce<unknown>((node, step) => (isNode(node) ? node[step] : undefined), document);
          return target === undefined;
        })
        .map((ref) => `${path}: ${ref}`),
    );
  expect(lost).toEqual([]);
});

test('a schema begins with its names and goes on in alphabetical order', () => {
  const first = ['$schema', '$id', 'title', 'description', 'type'];
  for (const [path, document] of documents.filter(([path]) => path.startsWith('schemas/'))) {
    const keywords = Object.keys(document);
    const rest = keywords.filter((keyword) => !first.includes(keyword));
    expect(keywords, path).toEqual([
      ...first.filter((keyword) => keyword in document),
      ...rest.toSorted(),
    ]);
    expect(document.required ?? [], path).toEqual(
      Object.keys(document.properties ?? {}).filter((name) => document.required?.includes(name)),
    );
  }
});

test('a sender form is closed and a receiver form is open', () => {
  const closed = (document: unknown): boolean =>
    nodes(document).some(([, node]) => node.additionalProperties === false);
  const wrong = documents.filter(
    ([path, document]) =>
      (path.startsWith('schemas/receiver/') || path.startsWith('openapi')) && closed(document),
  );
  expect(wrong.map(([path]) => path)).toEqual([]);
  expect(closed(JSON.parse(files.get('schemas/WaybillCancellation.json') ?? ''))).toBe(true);
});

test('a bundle holds every schema under its $id', () => {
  for (const form of ['', '.receiver']) {
    const { $defs } = JSON.parse(files.get(`bundle/openwaybill${form}.schema.json`) ?? '');
    expect(Object.keys($defs)).toHaveLength(registry.schemas.size);
    for (const [id, schema] of Object.entries($defs)) expect((schema as Node).$id).toBe(id);
  }
});
