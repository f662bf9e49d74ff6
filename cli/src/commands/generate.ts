import { join, resolve } from 'node:path';
import { type Artefacts, emitters, type Staleness, stale } from '@openwaybill/emit';
import { registry } from '@openwaybill/schemas';
import type { Common } from '../common.ts';
import { type Complaint, complain } from '../complaint.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { fileComplaint } from '../file-complaint.ts';
import type { Io } from '../io.ts';
import type { Product } from '../products.ts';
import { sourceDigest } from '../source-digest.ts';

/** Written in by the bundler: what the command was built from. A run from sources is never behind them. */
declare const OPENWAYBILL_SOURCES: string | undefined;
const BUILT_FROM = typeof OPENWAYBILL_SOURCES === 'undefined' ? undefined : OPENWAYBILL_SOURCES;

/** Whether the sources of the clone that we stand in are others than those that we were built from. */
export const isBehind = async (io: Io): Promise<boolean> => {
  const now = BUILT_FROM === undefined ? undefined : await sourceDigest('.', io);
  return now !== undefined && now !== BUILT_FROM;
};

/** Why a command that was built from other definitions writes nothing. */
export const behindComplaint: Complaint = {
  code: EXIT.usage,
  seen: {
    en: 'the definitions have changed since this command was built',
    zh: '定义在本命令构建之后有改动',
  },
  wanted: {
    en: 'what is generated is a function of the definitions as they are now',
    zh: '产物须由当前的定义生成',
  },
  remedy: { en: 'npm run build', zh: 'npm run build' },
};

export type GenerateOptions = Common & {
  readonly what: Product;
  /** Absent: the working contract of a clone. */
  readonly out?: string;
  readonly check: boolean;
};

/** Where the working contract of a clone stands. */
export const NEXT = 'schemas/published/next';

const WORDS = {
  en: {
    wrote: (written: number, removed: number, out: string) =>
      `${written === 1 ? '1 file' : `${written} files`} written to ${out}${removed === 0 ? '' : `, ${removed} removed`}`,
    same: (count: number, out: string) =>
      `${out}: ${count === 1 ? '1 file, as it' : `${count} files, all as they`} would be written now`,
    wrong: (count: number, out: string) =>
      `${out}: ${count === 1 ? '1 file is not as it' : `${count} files are not as they`} would be written now`,
    is: { missing: 'missing', stale: 'stale', extra: 'extra' },
  },
  zh: {
    wrote: (written: number, removed: number, out: string) =>
      `已向 ${out} 写入 ${written} 个文件${removed === 0 ? '' : `，移除 ${removed} 个`}`,
    same: (count: number, out: string) => `${out}：${count} 个文件均为最新`,
    wrong: (count: number, out: string) => `${out}：${count} 个文件不是最新`,
    is: { missing: '缺少', stale: '过期', extra: '多余' },
  },
} as const;

/** What an interpreter puts beside the sources that it runs. */
const OF_AN_INTERPRETER = /(^|[/\\])__pycache__[/\\]/;

/** Every file of a folder that is not as it would be written now; of a part, only the files of the part. */
export const compare = async (
  files: Artefacts,
  out: string,
  isWhole: boolean,
  io: Io,
): Promise<readonly Staleness[]> => {
  const paths = isWhole
    ? await io.filesBelow(out)
    : [...files.keys()].filter((path) => io.exists(join(out, path)));
  const texts = new Map<string, string>();
  for (const path of paths) {
    if (OF_AN_INTERPRETER.test(path)) continue;
    const read = await io.read(join(out, path));
    texts.set(path, read.ok ? Buffer.from(read.bytes).toString('utf8') : '');
  }
  return stale(files, [...texts.keys()], (path) => texts.get(path) ?? '');
};

/**
 * Writes the files that are not below a folder as they would be written, or with `check` says which those are. One that
 * is right is left alone: whoever reads it meanwhile never finds it half written.
 */
export const writeOrCheck = async (
  files: Artefacts,
  out: string,
  options: Common & {
    readonly check: boolean;
    readonly isWhole: boolean;
    /** The folder has nothing else by right: what is no longer written goes from it. */
    readonly isOwn?: boolean;
  },
  io: Io,
): Promise<ExitCode> => {
  const words = WORDS[options.language];
  if (options.check) {
    const wrong = await compare(files, out, options.isWhole, io);
    if (options.json) io.out(JSON.stringify({ out, files: files.size, wrong }));
    else {
      for (const { path, is } of wrong) io.out(`${words.is[is]}  ${path}`);
      io.out(wrong.length === 0 ? words.same(files.size, out) : words.wrong(wrong.length, out));
    }
    return wrong.length === 0 ? EXIT.ok : EXIT.nonconforming;
  }
  const wrong = await compare(files, out, options.isOwn === true, io);
  const extra = wrong.filter(({ is }) => is === 'extra');
  for (const { path, is } of wrong) {
    if (is === 'extra') continue;
    const fault = await io.write(join(out, path), files.get(path) ?? '');
    if (fault !== undefined) return complain(io, options, fileComplaint(fault, 'write'));
  }
  for (const { path } of extra) await io.remove(join(out, path));
  if (options.json) io.out(JSON.stringify({ out, paths: [...files.keys()] }));
  else if (wrong.length === 0) io.out(words.same(files.size, out));
  else io.out(words.wrote(wrong.length - extra.length, extra.length, out));
  return EXIT.ok;
};

/** Writes products of the standard: each is a function of the registry and of nothing else. */
export const generate = async (options: GenerateOptions, io: Io): Promise<ExitCode> => {
  if (options.out === undefined && (options.what === 'document' || !io.exists(NEXT)))
    return complain(io, options, {
      code: EXIT.usage,
      seen: { en: 'no --out was given', zh: '未给出 --out' },
      wanted: {
        en: `a folder to write to is needed, but for parts of the working contract in a clone that has ${NEXT}`,
        zh: `需要指定写入的文件夹；仅在含有 ${NEXT} 的代码库中写出工作契约的部分时例外`,
      },
      remedy: { en: 'name one with --out', zh: '请用 --out 指定' },
    });
  if (await isBehind(io)) return complain(io, options, behindComplaint);
  const out = options.out ?? NEXT;
  const isNext = resolve(out) === resolve(NEXT);
  // only `all` knows every file of the working contract
  const isWhole = options.what === 'all' || !isNext;
  return writeOrCheck(
    emitters[options.what](registry),
    out,
    { ...options, isWhole, isOwn: isNext && isWhole },
    io,
  );
};
