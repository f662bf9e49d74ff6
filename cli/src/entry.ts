import { EXIT } from './exit-codes.ts';
import { PREBUILT, prebuiltName } from './prebuilt.ts';

const fs = process.getBuiltinModule('node:fs');

/** The text that answers these words, where one is kept. Standard output is no stream until somebody needs one. */
const prebuilt = (argv: readonly string[]): string | undefined => {
  const name = prebuiltName(argv, process.env);
  if (name === undefined) return undefined;
  try {
    return fs.readFileSync(`${import.meta.dirname}/${PREBUILT}/${name}`, 'utf8');
  } catch {
    // what was not written at build time is answered by the program itself
    return undefined;
  }
};

/** Writes all of it: a pipe takes a part at a time, or nothing while it is full, and then a stream does the rest. */
const say = (text: string): void => {
  let rest = Buffer.from(text);
  try {
    while (rest.length > 0) rest = rest.subarray(fs.writeSync(1, rest));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EAGAIN') process.stdout.write(rest);
    else if (code === 'EPIPE') process.exitCode = EXIT.pipeClosed;
    else throw error;
  }
};

/** Milliseconds after which a command that still runs has loaded what it works with. */
const KEPT_AFTER = 2_000;

const text = prebuilt(process.argv.slice(2));
if (text !== undefined) say(text);
else {
  const { enableCompileCache, flushCompileCache } = process.getBuiltinModule('node:module');
  enableCompileCache?.();
  // a server that is killed leaves nothing for its next start, unless it does so while it runs
  setTimeout(() => flushCompileCache?.(), KEPT_AFTER).unref();
  await import('./openwaybill.js' as string);
}
