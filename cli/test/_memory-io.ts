import type { Io } from '../src/io.ts';

export type MemoryIo = Io & {
  readonly files: Map<string, string>;
  readonly stdout: string[];
  readonly stderr: string[];
};

/** An io whose files are a map and whose outputs are lists. Standard input is the file `-`. */
export const memoryIo = (
  files: Readonly<Record<string, string>> = {},
  more: Partial<Io> = {},
): MemoryIo => {
  const kept = new Map(Object.entries(files));
  const stdout: string[] = [];
  const stderr: string[] = [];
  const bytesOf = (path: string) => {
    const text = kept.get(path);
    return text === undefined
      ? ({ ok: false, fault: { errno: 'ENOENT', path } } as const)
      : ({ ok: true, bytes: new TextEncoder().encode(text) } as const);
  };
  return {
    files: kept,
    stdout,
    stderr,
    env: { LANG: 'en_GB.UTF-8' },
    node: 'v24.21.0',
    isTerminal: false,
    canBeAsked: false,
    out: (text) => void stdout.push(...text.split('\n')),
    pour: async (lines) => void stdout.push(...lines),
    err: (text) => void stderr.push(...text.split('\n')),
    draw: () => {},
    read: async (path) => bytesOf(path),
    stream: async (path) => {
      const read = bytesOf(path);
      return read.ok
        ? {
            ok: true,
            chunks: (async function* () {
              yield read.bytes;
            })(),
          }
        : read;
    },
    write: async (path, content) => {
      kept.set(path, typeof content === 'string' ? content : new TextDecoder().decode(content));
      return undefined;
    },
    append: async (path, text) => {
      kept.set(path, (kept.get(path) ?? '') + text);
      return undefined;
    },
    filesBelow: async (folder) =>
      [...kept.keys()]
        .filter((path) => path.startsWith(`${folder}/`))
        .map((path) => path.slice(folder.length + 1))
        .sort(),
    exists: (path) => [...kept.keys()].some((one) => one === path || one.startsWith(`${path}/`)),
    temporaryFolder: async () => 'temporary',
    makeFolder: async () => undefined,
    rename: async (from, to) => {
      for (const [path, text] of [...kept])
        if (path === from || path.startsWith(`${from}/`)) {
          kept.delete(path);
          kept.set(`${to}${path.slice(from.length)}`, text);
        }
      return undefined;
    },
    remove: async (folder) => {
      for (const path of [...kept.keys()])
        if (path === folder || path.startsWith(`${folder}/`)) kept.delete(path);
    },
    now: () => Date.parse('2026-11-22T00:00:00Z'),
    elapsed: () => 0,
    random: (byteCount) => new Uint8Array(byteCount),
    fetch: async () => new Response(null, { status: 503 }),
    print: async () => ({ ok: false, why: 'absent' }),
    interrupted: async (ended) => (ended === undefined ? true : ended.then(() => false)),
    changed: async () => undefined,
    keyPressed: async () => undefined,
    sleep: async () => {},
    deadline: () => new AbortController().signal,
    seeds: 'seeds',
    pages: 'pages',
    portal: 'portal',
    sets: 'sets',
    ...more,
  };
};
