import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Golden, WitnessMaker } from '@openwaybill/conformance/prove';

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

const SUFFIX = '.owt.ndjson';

/** The stored transcripts of a clone, each with the outcomes that stand beside it. */
export const readGoldens = async (root: string): Promise<readonly Golden[]> => {
  const folder = join(root, 'conformance', 'golden');
  if (!existsSync(folder)) return [];
  const names = (await readdir(folder, { recursive: true })).filter((name) =>
    name.endsWith(SUFFIX),
  );
  return Promise.all(
    names.sort().map(async (name) => {
      const id = name.slice(0, -SUFFIX.length);
      const beside = await readFile(join(folder, `${id}.json`), 'utf8');
      const { role, outcomes } = JSON.parse(beside) as Pick<Golden, 'role' | 'outcomes'>;
      return { id, role, outcomes, text: await readFile(join(folder, name), 'utf8') };
    }),
  );
};
