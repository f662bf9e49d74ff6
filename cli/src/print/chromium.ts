import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Printed } from '../io.ts';
import { begin, end, kill, type Work } from './ends-with-us.ts';
import { withFaces } from './faces.ts';

/**
 * Margin boxes of pages came with Chromium 131, bookmarks from headings with 128. What is printed is our own page without
 * scripts or network, so that it needs no sandbox, which root and many containers do not have.
 */
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

/** Runs the browser to its end: whether that was a good one, and the last thing that it said. */
const run = (
  work: Work,
  program: string,
  options: readonly string[],
): Promise<{ readonly isDone: boolean; readonly said: string }> =>
  new Promise((done) => {
    const said: string[] = [];
    const child = spawn(program, options, {
      stdio: ['ignore', 'ignore', 'pipe'],
      detached: process.platform !== 'win32',
    });
    work.child = child;
    const late = setTimeout(() => {
      said.push(`nothing was printed within ${LONGEST_MILLISECONDS / 1000} s`);
      kill(child);
    }, LONGEST_MILLISECONDS);
    child.stderr.on('data', (chunk: Buffer) => said.push(chunk.toString()));
    child.once('error', (error) => said.push(error.message));
    child.once('close', (code) => {
      clearTimeout(late);
      done({ isDone: code === 0, said: said.join('\n').trim().split('\n').at(-1) ?? '' });
    });
  });

/** A page as PDF by the Chromium of this machine. */
export const printed = async (html: string, kind: keyof typeof KINDS): Promise<Printed> => {
  const program = browser();
  if (program === undefined) return { ok: false, why: 'absent' };
  const folder = join(tmpdir(), `openwaybill-print-${randomUUID()}`);
  const work: Work = { folder };
  // whoever ends us before the folder is there, or while it is made, finds it
  begin(work);
  try {
    mkdirSync(folder, { mode: 0o700 });
    const page = join(folder, 'page.html');
    const print = join(folder, 'page.pdf');
    await writeFile(page, await withFaces(html, folder));
    const { isDone, said } = await run(work, program, [
      ...FLAGS,
      ...KINDS[kind],
      // prints at the same time need profiles of their own
      `--user-data-dir=${join(folder, 'profile')}`,
      `--print-to-pdf=${print}`,
      pathToFileURL(page).href,
    ]);
    return isDone && existsSync(print)
      ? { ok: true, bytes: await readFile(print) }
      : { ok: false, why: 'failed', said };
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    end(work);
  }
};
