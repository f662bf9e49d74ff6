import { dirname, join, resolve } from 'node:path';
import type { Fault, Io } from '../io.ts';

/** A folder that is to appear, and the files that it is to have. */
export type NewFolder = {
  readonly path: string;
  readonly files: ReadonlyMap<string, string | Uint8Array>;
};

/** Whether whoever asked for it wants it no more. */
type Stopped = () => boolean;

const fill = async (
  folder: string,
  files: NewFolder['files'],
  io: Io,
  isStopped: Stopped,
): Promise<Fault | 'INTERRUPTED' | undefined> => {
  for (const [path, content] of files) {
    if (isStopped()) return 'INTERRUPTED';
    const fault = await io.write(join(folder, path), content);
    if (fault !== undefined) return fault;
  }
  return undefined;
};

const write = async (
  folders: readonly NewFolder[],
  io: Io,
  isStopped: Stopped,
): Promise<Fault | 'INTERRUPTED' | undefined> => {
  const mark = Buffer.from(io.random(6)).toString('hex');
  const beside = ({ path }: NewFolder): string =>
    join(
      dirname(resolve(path)),
      `.incoming-${mark}-${folders.findIndex((one) => one.path === path)}`,
    );
  const taken: NewFolder[] = [];
  const undo = async <F>(fault: F): Promise<F> => {
    for (const folder of folders) await io.remove(beside(folder));
    for (const { path } of taken) await io.remove(path);
    return fault;
  };
  for (const folder of folders) {
    const fault = await fill(beside(folder), folder.files, io, isStopped);
    if (fault !== undefined) return undo(fault);
  }
  for (const folder of folders) {
    const fault = await io.rename(beside(folder), folder.path);
    if (fault !== undefined) return undo(fault);
    taken.push(folder);
  }
  return undefined;
};

/**
 * Makes folders appear whole or not at all: each is written beside its place and takes it when all are written. A fault
 * leaves nothing behind, and neither does Ctrl-C.
 */
export const writeFolders = async (
  folders: readonly NewFolder[],
  io: Io,
): Promise<Fault | 'INTERRUPTED' | undefined> => {
  let over = (): void => undefined;
  let isStopped = false;
  const watched = io
    .interrupted(
      new Promise<void>((done) => {
        over = done;
      }),
    )
    .then((isInterrupted) => {
      isStopped = isInterrupted;
    });
  try {
    return await write(folders, io, () => isStopped);
  } finally {
    over();
    await watched;
  }
};
