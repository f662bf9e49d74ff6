import { join } from 'node:path';
import type { Io } from './io.ts';

/** A file that came with the program. */
export const readSeed = async <T>(io: Io, path: string): Promise<T> => {
  const read = await io.read(join(io.seeds, path));
  if (!read.ok) throw new Error(`seeds/${path} is missing from this installation`);
  return JSON.parse(Buffer.from(read.bytes).toString('utf8'));
};
