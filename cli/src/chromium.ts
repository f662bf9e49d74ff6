import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Printed } from './io.ts';
import { searchableFace } from './searchable-face.ts';

/** Margin boxes of pages came with Chromium 131, bookmarks from headings with 128. */
const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--no-pdf-header-footer',
];
const KINDS = {
  proof: ['--disable-pdf-tagging'],
  final: ['--generate-pdf-document-outline'],
} as const;

/** A thousand pages take a slow machine two minutes. */
const LONGEST_MILLISECONDS = 300_000;

const browser = (): string | undefined =>
  process.env.OPENWAYBILL_CHROMIUM ??
  (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap((folder) =>
      ['chromium', 'chromium-browser', 'google-chrome'].map((name) => join(folder, name)),
    )
    .find((path) => existsSync(path));

const { resolve } = createRequire(import.meta.url);

/** Faces that are brought along, so that a print is the same whatever faces a machine has (SIL Open Font License). */
const FACES = [
  [400, '400Regular'],
  [700, '700Bold'],
] as const;

const faceIn = async (name: string): Promise<Uint8Array | undefined> => {
  try {
    return await readFile(
      resolve(`@expo-google-fonts/noto-sans-sc/${name}/NotoSansSC_${name}.ttf`),
    );
  } catch {
    return undefined; // its package was left out: the machine's own faces are taken
  }
};

/** The page with the faces that are brought along, which are put beside it. */
const withFaces = async (html: string, folder: string): Promise<string> => {
  const rules = await Promise.all(
    FACES.map(async ([weight, name]) => {
      const face = await faceIn(name);
      if (face === undefined) return '';
      await writeFile(join(folder, `${name}.ttf`), searchableFace(face));
      return `@font-face{font-family:"Noto Sans SC";font-weight:${weight};src:url("${name}.ttf")}`;
    }),
  );
  return html.replace('</head>', `<style>${rules.join('')}</style></head>`);
};

/** Browsers that print, by the folder of each. */
const running = new Map<string, ChildProcess>();

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

const kill = (child: ChildProcess): void => {
  // a browser is several processes; where there are groups, they are one
  if (process.platform === 'win32' || child.pid === undefined) child.kill('SIGKILL');
  else process.kill(-child.pid, 'SIGKILL');
};

/** Whoever ends us ends the browsers too, and leaves none of their folders. */
const endAll = (signal: NodeJS.Signals): void => {
  for (const [folder, child] of running) {
    kill(child);
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
  for (const one of SIGNALS) process.off(one, endAll);
  process.kill(process.pid, signal);
};

const begun = (folder: string, child: ChildProcess): void => {
  if (running.size === 0) for (const signal of SIGNALS) process.on(signal, endAll);
  running.set(folder, child);
};

const ended = (folder: string): void => {
  running.delete(folder);
  if (running.size === 0) for (const signal of SIGNALS) process.off(signal, endAll);
};

/** What a run of the browser came to: its exit code, nothing where it was not there, and what it said. */
const run = (
  program: string,
  options: readonly string[],
  folder: string,
): Promise<{ readonly code: number | null | undefined; readonly said: string }> =>
  new Promise((done) => {
    const said: string[] = [];
    const child = spawn(program, options, {
      stdio: ['ignore', 'ignore', 'pipe'],
      timeout: LONGEST_MILLISECONDS,
      detached: process.platform !== 'win32',
    });
    begun(folder, child);
    child.once('close', () => ended(folder));
    child.stderr.on('data', (chunk: Buffer) => said.push(chunk.toString()));
    child.once('error', (error) => {
      ended(folder);
      done({ code: undefined, said: error.message });
    });
    child.once('close', (code) => done({ code, said: said.join('') }));
  });

/** A page as PDF by the Chromium of this machine. */
export const printed = async (html: string, kind: keyof typeof KINDS): Promise<Printed> => {
  const program = browser();
  if (program === undefined) return { ok: false, why: 'absent' };
  const folder = await mkdtemp(join(tmpdir(), 'openwaybill-print-'));
  try {
    const page = join(folder, 'page.html');
    const print = join(folder, 'page.pdf');
    await writeFile(page, await withFaces(html, folder));
    const { code, said } = await run(
      program,
      [
        ...FLAGS,
        ...KINDS[kind],
        // prints at the same time need profiles of their own
        `--user-data-dir=${join(folder, 'profile')}`,
        `--print-to-pdf=${print}`,
        pathToFileURL(page).href,
      ],
      folder,
    );
    return code === 0 && existsSync(print)
      ? { ok: true, bytes: await readFile(print) }
      : { ok: false, why: 'failed', said: said.trim().split('\n').at(-1) ?? '' };
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
};
