import type { Common } from '../common.ts';
import { type Complaint, complain } from '../complaint.ts';
import { EXIT } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import { type BaselineFile, quoted } from './read-baseline.ts';

/** Entries of a baseline that say what is no longer so, each as it stands in its file. */
export const tellStale = (
  file: BaselineFile | undefined,
  stale: readonly { readonly index: number; readonly text: Complaint['seen'] }[],
  options: Common,
  io: Io,
): void => {
  if (file === undefined) return;
  for (const { index, text } of stale)
    complain(io, options, {
      code: EXIT.nonconforming,
      seen: { en: quoted(file, index), zh: quoted(file, index) },
      wanted: {
        en: 'a baseline says what is so now',
        zh: '基线须与现状一致',
      },
      remedy: text,
    });
};
