import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Io } from './io.ts';

/** What the products of the standard are made from. */
const SOURCES = ['schemas/src', 'packages/emit/src', 'packages/portal/src'];

/** What is made from sources is none itself. */
const GENERATED = /^generated[/\\]/;

/** One digest of everything that the products are made from, below a clone; nothing where there is no clone. */
export const sourceDigest = async (
  root: string,
  io: Pick<Io, 'filesBelow' | 'read'>,
): Promise<string | undefined> => {
  const hash = createHash('sha256');
  let count = 0;
  for (const folder of SOURCES)
    for (const path of await io.filesBelow(join(root, folder))) {
      if (GENERATED.test(path)) continue;
      const read = await io.read(join(root, folder, path));
      if (!read.ok) continue;
      hash.update(`${folder}/${path} ${read.bytes.length}\n`).update(read.bytes);
      count += 1;
    }
  return count === 0 ? undefined : hash.digest('hex');
};
