import { type Io, nodeIo } from '../src/io.ts';
import { main } from '../src/main.ts';

/** An io that keeps what is said. */
export type Quiet = Io & { readonly stdout: string[]; readonly stderr: string[] };

/** The real world, with outputs that are kept; Ctrl-C comes when `stop` resolves. */
export const quietIo = (stop: Promise<unknown> = new Promise(() => {})): Quiet => {
  const stdout: string[] = [];
  const stderr: string[] = [];
  return {
    ...nodeIo(),
    stdout,
    stderr,
    env: {},
    isTerminal: false,
    canBeAsked: false,
    out: (text: string) => stdout.push(...text.split('\n')),
    err: (text: string) => stderr.push(...text.split('\n')),
    interrupted: (ended = stop) => Promise.race([stop.then(() => true), ended.then(() => false)]),
  };
};

/** Starts `openwaybill mock` in this process, and resolves once it has printed where it listens. */
export const started = async (...argv: readonly string[]) => {
  let stop = (): void => {};
  const stopped = new Promise<void>((resolve) => {
    stop = resolve;
  });
  let told: (line: string) => void = () => {};
  const table = new Promise<string>((resolve) => {
    told = resolve;
  });
  const io = quietIo(stopped);
  io.out = (text) => told(text);
  const code = main(['mock', '--port', '0', '--json', ...argv], io);
  const parties: readonly {
    readonly role: string;
    readonly url: string;
    readonly token?: string;
    readonly inspector?: string;
  }[] = JSON.parse(await table);
  return {
    parties,
    stop: async () => {
      stop();
      return code;
    },
  };
};
