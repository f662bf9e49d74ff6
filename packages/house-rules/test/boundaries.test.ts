import { describe, expect, test } from 'vitest';
import { EFFECTS, FOREIGN_ONLY, GENERATORS, MAY_IMPORT } from '../src/may-import.ts';
import { codeOf, filesBelow, importsOf, jsonOf, ROOMS, textOf } from '../src/repository.ts';

const SCOPE = '@openwaybill/';
type PackageJson = {
  readonly name: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
};

const allowed = (room: string): readonly string[] =>
  MAY_IMPORT[room as keyof typeof MAY_IMPORT] ?? [];

const sourcesOf = (room: string): readonly string[] =>
  filesBelow(`${ROOMS[room]}/src`).filter((path) => /\.[mc]?tsx?$/.test(path));

const ownRooms = (names: readonly string[]): readonly string[] =>
  names
    .filter((name) => name.startsWith(SCOPE))
    .map((name) => name.slice(SCOPE.length).split('/')[0] ?? '');

describe.each(Object.keys(ROOMS).filter((room) => room !== 'house-rules'))('%s', (room) => {
  test('stands in the table of who may import whom', () => {
    expect(Object.keys(MAY_IMPORT)).toContain(room);
  });

  test('declares no room that the table does not give it', () => {
    const { dependencies = {} } = jsonOf<PackageJson>(`${ROOMS[room]}/package.json`);
    expect(
      ownRooms(Object.keys(dependencies)).filter((one) => !allowed(room).includes(one)),
    ).toEqual([]);
  });

  test('imports no room that the table does not give it', () => {
    const wrong = sourcesOf(room).flatMap((path) =>
      ownRooms(importsOf(textOf(path)))
        .filter((one) => !allowed(room).includes(one))
        .map((one) => `${path} -> ${one}`),
    );
    expect(wrong).toEqual([]);
  });

  test('declares every package that it imports', () => {
    const { dependencies = {}, devDependencies = {} } = jsonOf<PackageJson>(
      `${ROOMS[room]}/package.json`,
    );
    const declared = new Set([...Object.keys(dependencies), ...Object.keys(devDependencies)]);
    const wrong = sourcesOf(room).flatMap((path) =>
      importsOf(textOf(path))
        .filter((one) => !one.startsWith('.') && !one.startsWith('node:'))
        .map((one) =>
          one
            .split('/')
            .slice(0, one.startsWith('@') ? 2 : 1)
            .join('/'),
        )
        .filter((one) => !declared.has(one))
        .map((one) => `${path} -> ${one}`),
    );
    expect(wrong).toEqual([]);
  });

  test('never climbs out of itself by a relative path', () => {
    const wrong = sourcesOf(room).flatMap((path) =>
      importsOf(textOf(path))
        .filter((one) => one.startsWith('.'))
        .map((one) => new URL(one, `file:///${path}`).pathname.slice(1))
        .filter((target) => !target.startsWith(`${ROOMS[room]}/src/`))
        .map((target) => `${path} -> ${target}`),
    );
    expect(wrong).toEqual([]);
  });
});

test.each(Object.entries(FOREIGN_ONLY))('%s uses no foreign package but its own', (room, own) => {
  const wrong = sourcesOf(room).flatMap((path) =>
    importsOf(textOf(path))
      .filter((one) => !one.startsWith('.') && !own.includes(one))
      .map((one) => `${path} -> ${one}`),
  );
  expect(wrong).toEqual([]);
});

test.each(EFFECTS)('$name is used by nobody but the command line', ({ word, adapters }) => {
  const inText = word.source.startsWith('from');
  const wrong = Object.keys(ROOMS)
    .filter((room) => room !== 'cli' && room !== 'house-rules')
    .flatMap(sourcesOf)
    .filter((path) => ![...GENERATORS, ...adapters].some((adapter) => adapter.test(path)))
    .filter((path) => word.test(inText ? textOf(path) : codeOf(textOf(path))));
  expect(wrong).toEqual([]);
});

test('the table has no cycle', () => {
  const reach = (room: string, seen: readonly string[]): boolean =>
    seen.includes(room) || allowed(room).some((next) => reach(next, [...seen, room]));
  expect(Object.keys(MAY_IMPORT).filter((room) => reach(room, []))).toEqual([]);
});

test('nobody imports the command line', () => {
  const wrong = Object.keys(ROOMS).flatMap((room) =>
    sourcesOf(room).filter((path) => ownRooms(importsOf(textOf(path))).includes('cli')),
  );
  expect(wrong).toEqual([]);
});

describe('the witness of conformance', () => {
  const folder = 'conformance/witness';

  test('imports nothing but Node and itself', () => {
    const wrong = filesBelow(folder).flatMap((path) =>
      importsOf(textOf(path))
        .filter((one) => !one.startsWith('node:') && !/^\.\/[a-z-]+\.ts$/.test(one))
        .map((one) => `${path} -> ${one}`),
    );
    expect(filesBelow(folder)).not.toEqual([]);
    expect(wrong).toEqual([]);
  });

  test('is imported by tests alone', () => {
    const wrong = Object.keys(ROOMS)
      .flatMap(sourcesOf)
      .filter((path) => importsOf(textOf(path)).some((one) => /\bwitness\//.test(one)));
    expect(wrong).toEqual([]);
  });
});
