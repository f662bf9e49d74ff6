import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type Golden,
  type GoldenParty,
  goldenOf,
  type WrittenGolden,
} from '../src/prove/golden.ts';

const read = async <T>(path: string): Promise<T> => JSON.parse(await readFile(path, 'utf8')) as T;

/** The goldens of a folder. */
export const goldens = async (folder: string): Promise<readonly Golden[]> => {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json')).sort();
  return Promise.all(
    names.map(async (name) => {
      const written = await read<WrittenGolden>(join(folder, name));
      const party = await read<GoldenParty>(join(folder, 'parties', `${written.role}.json`));
      return goldenOf(name.slice(0, -'.json'.length), written, party);
    }),
  );
};
