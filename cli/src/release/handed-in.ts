import { join } from 'node:path';
import { tables } from '@openwaybill/crosswalk';
import { CROSSWALKS } from '@openwaybill/emit';
import type { Io } from '../io.ts';
import { readSeed } from '../read-seed.ts';

/** Documents of others and what they become, among the seeds and in a release. */
const COURIERS = 'migration/couriers.json';

/** Files that other rooms made, under the folders of a release that they go to. */
export const handedIn = async (io: Io): Promise<ReadonlyMap<string, string>> => {
  const folder = join(io.seeds, 'scenarios');
  const paths = (await io.filesBelow(folder)).filter((path) => path.endsWith('.json'));
  const texts = await Promise.all(
    paths.map(async (path) => {
      const read = await io.read(join(folder, path));
      if (!read.ok) throw new Error(`${path} vanished while it was read`);
      return [`scenarios/${path}`, new TextDecoder().decode(read.bytes)] as const;
    }),
  );
  const walks = tables.map(
    (table) =>
      [
        `${CROSSWALKS}/${table.vocabulary}-${table.version}.json`,
        `${JSON.stringify(table, null, 2)}\n`,
      ] as const,
  );
  const examples = await readSeed<readonly unknown[]>(io, COURIERS);
  return new Map([...texts, ...walks, [COURIERS, `${JSON.stringify(examples, null, 2)}\n`]]);
};
