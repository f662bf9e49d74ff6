import { existsSync } from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';
import { EXIT } from './exit-codes.ts';

/** What kept a file or a port from us, by the system's own name of it (`ENOENT`, `EADDRINUSE`). */
export type Fault = { readonly errno: string; readonly path: string };
export type Read =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly fault: Fault };

/** A page as PDF, or why there is none: no browser that prints is here, or it failed, with what it said. */
export type Printed =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly why: 'absent' }
  | { readonly ok: false; readonly why: 'failed'; readonly said: string };

/** All that a command may do to the world. `-` as a path to read is standard input. */
export interface Io {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The version of Node that runs this, as `v24.21.0`. */
  readonly node: string;
  /** Somebody watches: colours and lines that are drawn over are welcome on standard error. */
  readonly isTerminal: boolean;
  /** One line, or several, on standard output. */
  out(text: string): void;
  /** Lines on standard output, as fast as its reader takes them. */
  pour(lines: Iterable<string>): Promise<void>;
  /** One line, or several, on standard error. */
  err(text: string): void;
  /** Draws over the last line of standard error; only where `isTerminal`. */
  draw(line: string): void;
  read(path: string): Promise<Read>;
  /** The bytes of a file as they come. */
  stream(
    path: string,
  ): Promise<
    | { readonly ok: true; readonly chunks: AsyncIterable<Uint8Array> }
    | { readonly ok: false; readonly fault: Fault }
  >;
  write(path: string, content: string | Uint8Array): Promise<Fault | undefined>;
  /** At the end of a file, which is made where there is none, with its folders. */
  append(path: string, text: string): Promise<Fault | undefined>;
  /** Every file below a folder, as sorted paths relative to it with `/`; none where it does not exist. */
  filesBelow(folder: string): Promise<readonly string[]>;
  exists(path: string): boolean;
  temporaryFolder(): Promise<string>;
  makeFolder(path: string): Promise<Fault | undefined>;
  /** Gives a file or folder another place, at once and whole; nothing may stand there. */
  rename(from: string, to: string): Promise<Fault | undefined>;
  remove(path: string): Promise<void>;
  /** Milliseconds since 1970. */
  now(): number;
  /** Milliseconds on a clock that never jumps, for durations. */
  elapsed(): number;
  random(byteCount: number): Uint8Array;
  /** A deadline is given beside the request: one inside of it is lost with the first copy of the request. */
  fetch(request: Request, deadline?: AbortSignal): Promise<Response>;
  /**
   * A page as PDF by the Chromium of this machine, which fetches nothing. A proof has the same pages, without bookmarks
   * and structure, in half the time.
   */
  print(html: string, kind: 'proof' | 'final'): Promise<Printed>;
  /** Resolves at the first Ctrl-C from now on, or when `ended` does. */
  interrupted(ended?: Promise<unknown>): Promise<boolean>;
  /** Never shorter than that. */
  sleep(milliseconds: number): Promise<void>;
  /** Until a file of these, or one below these folders, has changed, or until `ended`. */
  changed(paths: readonly string[], ended: AbortSignal): Promise<void>;
  /** Somebody can press keys. */
  readonly canBeAsked: boolean;
  /** The key that somebody presses, in lower case, or nothing at `ended`; only where `canBeAsked`. */
  keyPressed(ended: AbortSignal): Promise<string | undefined>;
  /** Aborts after a time. */
  deadline(milliseconds: number): AbortSignal;
  /** The folder of worlds and recordings that came with the program. */
  readonly seeds: string;
  /** The folder of built pages that came with the program. */
  readonly pages: string;
  /** The folder of scripts of the portal that came with the program. */
  readonly portal: string;
  /** The folder of frozen requirement sets that came with the program. */
  readonly sets: string;
}

const faultOf = (error: unknown, path: string): Fault => {
  const errno =
    typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
  if (!/^E[A-Z0-9]+$/.test(errno)) throw error;
  return { errno, path };
};

const allOf = async (chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array> => {
  const parts: Uint8Array[] = [];
  for await (const chunk of chunks) parts.push(chunk);
  return Buffer.concat(parts);
};

/** Beside the bundle in a package, at its place in a clone. */
const keptFolder = (name: string, place = name): string => {
  const packed = join(import.meta.dirname, name);
  return existsSync(packed) ? packed : join(import.meta.dirname, '..', '..', place);
};

/** Loaded when a command touches a file, so that help starts at once. */
const files = () => import('node:fs/promises');

/** Whoever reads our output may stop at any time (`| head`); that is no failure of ours. */
const written = (stream: NodeJS.WriteStream, text: string): boolean => {
  if (stream.listenerCount('error') === 0)
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
      process.exit(EXIT.pipeClosed);
    });
  return stream.write(text);
};

/** The real world. */
export const nodeIo = (): Io => {
  let isReadingInput = false;
  return {
    env: process.env,
    node: process.version,
    get isTerminal() {
      return process.stderr.isTTY === true && !process.env.CI;
    },
    get canBeAsked() {
      return process.stdin.isTTY === true && this.isTerminal;
    },
    out: (text) => written(process.stdout, `${text}\n`),
    pour: async (lines) => {
      for (const line of lines)
        if (!written(process.stdout, `${line}\n`))
          await new Promise((resolve) => process.stdout.once('drain', resolve));
    },
    err: (text) => written(process.stderr, `${text}\n`),
    draw: (line) => written(process.stderr, `\r\u001b[2K${line}`),
    read: async (path) => {
      try {
        return {
          ok: true,
          bytes: path === '-' ? await allOf(process.stdin) : await (await files()).readFile(path),
        };
      } catch (error) {
        return { ok: false, fault: faultOf(error, path) };
      }
    },
    stream: async (path) => {
      if (path === '-') {
        isReadingInput = true;
        return { ok: true, chunks: process.stdin };
      }
      try {
        const file = await (await files()).open(path);
        if ((await file.stat()).isDirectory()) {
          await file.close();
          return { ok: false, fault: { errno: 'EISDIR', path } };
        }
        return { ok: true, chunks: file.createReadStream() };
      } catch (error) {
        return { ok: false, fault: faultOf(error, path) };
      }
    },
    write: async (path, content) => {
      try {
        const { mkdir, writeFile } = await files();
        await mkdir(dirname(resolve(path)), { recursive: true });
        await writeFile(path, content);
        return undefined;
      } catch (error) {
        return faultOf(error, path);
      }
    },
    append: async (path, text) => {
      try {
        const { appendFile, mkdir } = await files();
        await mkdir(dirname(resolve(path)), { recursive: true });
        await appendFile(path, text);
        return undefined;
      } catch (error) {
        return faultOf(error, path);
      }
    },
    filesBelow: async (folder) => {
      const { readdir, stat } = await files();
      if (!existsSync(folder) || !(await stat(folder)).isDirectory()) return [];
      const entries = await readdir(folder, { recursive: true, withFileTypes: true });
      return entries
        .filter((entry) => entry.isFile())
        .map((entry) =>
          join(entry.parentPath, entry.name)
            .slice(folder.length)
            .split(sep)
            .filter((step) => step !== '')
            .join('/'),
        )
        .sort();
    },
    exists: (path) => existsSync(path),
    temporaryFolder: async () => {
      const { tmpdir } = await import('node:os');
      return (await files()).mkdtemp(join(tmpdir(), 'openwaybill-'));
    },
    makeFolder: async (path) => {
      try {
        await (await files()).mkdir(path, { recursive: true });
        return undefined;
      } catch (error) {
        return faultOf(error, path);
      }
    },
    rename: async (from, to) => {
      try {
        // the system would put it in the place of an empty folder without a word
        if (existsSync(to)) return { errno: 'EEXIST', path: to };
        await (await files()).rename(from, to);
        return undefined;
      } catch (error) {
        return faultOf(error, to);
      }
    },
    remove: async (path) => (await files()).rm(path, { recursive: true, force: true }),
    now: () => Date.now(),
    elapsed: () => performance.now(),
    random: (byteCount) => crypto.getRandomValues(new Uint8Array(byteCount)),
    fetch: (request, deadline) =>
      deadline === undefined ? fetch(request) : fetch(request, { signal: deadline }),
    print: async (html, kind) => (await import('./print/chromium.ts')).printed(html, kind),
    interrupted: (ended) =>
      new Promise((done) => {
        const stop = (): void => {
          done(true);
          // whoever waits for input would keep the process alive; first it is told that all is over
          if (isReadingInput) setImmediate(() => process.stdin.destroy());
        };
        process.once('SIGINT', stop);
        process.once('SIGTERM', stop);
        ended?.then(() => {
          process.off('SIGINT', stop);
          process.off('SIGTERM', stop);
          done(false);
        });
      }),
    changed: async (paths, ended) => {
      const { watch } = await import('node:fs');
      await new Promise<void>((done) => {
        const watchers = paths.map((path) => watch(path, { recursive: true }, () => over()));
        const over = (): void => {
          for (const watcher of watchers) watcher.close();
          done();
        };
        ended.addEventListener('abort', over, { once: true });
      });
    },
    keyPressed: (ended) =>
      new Promise((done) => {
        const { stdin } = process;
        const over = (key?: string): void => {
          stdin.off('data', pressed);
          stdin.setRawMode(false);
          stdin.pause();
          done(key);
        };
        // in raw mode the terminal makes no signal of Ctrl-C
        const pressed = (bytes: Buffer): void => {
          const isInterrupt = bytes[0] === 3;
          over(isInterrupt ? undefined : bytes.toString('utf8').charAt(0).toLowerCase());
          if (isInterrupt) process.kill(process.pid, 'SIGINT');
        };
        stdin.setRawMode(true);
        stdin.on('data', pressed);
        stdin.resume();
        ended.addEventListener('abort', () => over(), { once: true });
      }),
    // a timer cuts fractions off and counts from the millisecond that has begun: it would ring up to two early
    sleep: (milliseconds) => new Promise((done) => setTimeout(done, Math.ceil(milliseconds) + 1)),
    deadline: (milliseconds) => {
      // the timer holds what it ends; an `AbortSignal.timeout` that nobody else holds may be collected and never fire
      const ending = new AbortController();
      const end = (): void => ending.abort(new DOMException('the time is over', 'TimeoutError'));
      setTimeout(end, milliseconds).unref();
      return ending.signal;
    },
    get seeds() {
      return keptFolder('seeds');
    },
    get pages() {
      return keptFolder('pages', 'packages/mock/src/generated');
    },
    get portal() {
      return keptFolder('portal', 'packages/portal/src/generated');
    },
    get sets() {
      return keptFolder('sets', 'conformance/sets');
    },
  };
};
