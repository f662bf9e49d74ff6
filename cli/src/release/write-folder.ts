import { dirname, join, resolve } from 'node:path';
import type { Fault, Io } from '../io.ts';

/** A folder that is to appear, and the files that it is to have. */
export type NewFolder = {
  readonly path: string;
  readonly files: ReadonlyMap<string, string | Uint8Array>;
};

const fill = async (
  folder: string,
  files: NewFolder['files'],
  io: Io,
): Promise<Fault | undefined> => {
  for (const [path, content] of files) {
    const fault = await io.write(join(folder, path), content);
    if (fault !== undefined) return fault;
  }
  return undefined;
};

/**
 * Makes folders appear whole or not at all: each is written beside its place and takes it when all are written. A fault
 * leaves nothing behind.
 */
export const writeFolders = async (
  folders: readonly NewFolder[],
  io: Io,
): Promise<Fault | undefined> => {
  const mark = Buffer.from(io.random(6)).toString('hex');
  const beside = ({ path }: NewFolder): string =>
    join(
      dirname(resolve(path)),
      `.incoming-${mark}-${folders.findIndex((one) => one.path === path)}`,
    );
  const taken: NewFolder[] = [];
  const undo = async (fault: Fault): Promise<Fault> => {
    for (const folder of folders) await io.remove(beside(folder));
    for (const { path } of taken) await io.remove(path);
    return fault;
  };
  for (const folder of folders) {
    const fault = await fill(beside(folder), folder.files, io);
    if (fault !== undefined) return undo(fault);
  }
  for (const folder of folders) {
    const fault = await io.rename(beside(folder), folder.path);
    if (fault !== undefined) return undo(fault);
    taken.push(folder);
  }
  return undefined;
};
