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
    return undefined;
  }
};

const say = (text: string): void => {
  try {
    fs.writeSync(1, text);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPIPE') throw error;
    process.exitCode = EXIT.pipeClosed;
  }
};

const text = prebuilt(process.argv.slice(2));
if (text !== undefined) say(text);
else {
  process.getBuiltinModule('node:module').enableCompileCache?.();
  await import('./openwaybill.js' as string);
}
