import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  type Golden,
  type GoldenParty,
  goldenOf,
  type WitnessMaker,
  type WrittenGolden,
} from '@openwaybill/conformance/prove';

const WITNESSED = ['courier', 'platform'] as const;

/** The roles that somebody else's implementation in a clone plays; none where there is no clone. */
export const witnessesIn = (root: string): readonly (typeof WITNESSED)[number][] =>
  WITNESSED.filter((role) => existsSync(join(root, 'conformance', 'witness', `${role}.ts`)));

/** Those implementations. They stand outside of every package, so they are read as they are. */
export const readWitnesses = async (
  root: string,
): Promise<Readonly<Partial<Record<(typeof WITNESSED)[number], WitnessMaker>>>> =>
  Object.fromEntries(
    await Promise.all(
      witnessesIn(root).map(async (role) => {
        const path = join(root, 'conformance', 'witness', `${role}.ts`);
        const module = await import(pathToFileURL(path).href);
        return [role, module[role]] as const;
      }),
    ),
  );

/** The goldens of a clone: written exchanges, each with what they must come to, and the parties that they begin with. */
export const readGoldens = async (root: string): Promise<readonly Golden[]> => {
  const folder = join(root, 'conformance', 'golden');
  if (!existsSync(folder)) return [];
  const read = async <T>(...names: readonly string[]): Promise<T> =>
    JSON.parse(await readFile(join(folder, ...names), 'utf8')) as T;
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json')).sort();
  return Promise.all(
    names.map(async (name) => {
      const written = await read<WrittenGolden>(name);
      const party = await read<GoldenParty>('parties', `${written.role}.json`);
      return goldenOf(name.slice(0, -'.json'.length), written, party);
    }),
  );
};
