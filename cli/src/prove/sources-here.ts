import { join } from 'node:path';
import type { Io } from '../io.ts';
import { readSources, type Sources } from './sources.ts';

/** The file beside the bundle that says what it was made from. */
export const SOURCES_FILE = 'sources.json';

// the clone that these sources stand in, wherever the command was called
const CLONE = join(import.meta.dirname, '..', '..', '..');

/** What this program was made from: as it was built, or as it stands in the clone that it runs from. */
export const sourcesHere = async (io: Pick<Io, 'filesBelow' | 'read'>): Promise<Sources> => {
  const read = await io.read(join(import.meta.dirname, SOURCES_FILE));
  return read.ok
    ? (JSON.parse(new TextDecoder().decode(read.bytes)) as Sources)
    : readSources(CLONE, io);
};
