import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** The built command, made once for all tests that spawn it: two builds at once would pull it from under each other. */
export const setup = async (): Promise<void> => {
  // whoever has just built everything says so
  if (process.env.OPENWAYBILL_BUILT === '1') return;
  await promisify(execFile)(process.execPath, [join(import.meta.dirname, '..', 'bundle.mjs')]);
};
