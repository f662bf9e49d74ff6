import { join, resolve } from 'node:path';
import {
  ACCEPTED,
  type Advance,
  type Asked,
  allFaults,
  chosenOf,
  contractDigest,
  type Fault,
  modulesOf,
  type Prove,
  prove as proveSuite,
  renderKillMatrix,
  renderProve,
} from '@openwaybill/conformance/prove';
import { registry } from '@openwaybill/schemas';
import type { Common } from '../common.ts';
import { complain } from '../complaint.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { fileComplaint } from '../file-complaint.ts';
import type { Io } from '../io.ts';
import { paint } from '../paint.ts';
import { openKept } from '../prove/kept.ts';
import { readGoldens, witnessesIn } from '../prove/outsiders.ts';
import { digestsOf } from '../prove/sources.ts';
import { sourcesHere } from '../prove/sources-here.ts';
import { cores, startWorkers } from '../prove/workers.ts';

export type ProveCommandOptions = Common & {
  readonly faults: 'hand' | 'wire' | 'behaviour' | 'all';
  readonly only?: readonly string[];
  readonly changed: boolean;
  readonly sample?: number;
  readonly seed: number;
  readonly workers?: number;
  readonly out: string;
  readonly resume: boolean;
};

const ALL_KINDS: readonly Fault['kind'][] = ['hand', 'wire', 'behaviour'];
const CORE = 'core';
const ROUND = 20;
const SECOND = 1000;
const MINUTE = 60;

/** `4:07` of milliseconds. */
const clock = (milliseconds: number): string => {
  const seconds = Math.round(milliseconds / SECOND);
  return `${Math.floor(seconds / MINUTE)}:${String(seconds % MINUTE).padStart(2, '0')}`;
};

/** One calm line: drawn over where somebody watches, every twentieth part elsewhere. */
const narrator = (options: ProveCommandOptions, io: Io) => {
  let told = 0;
  return ({ key, done, total, estimateMilliseconds }: Advance): void => {
    if (options.json) return;
    const left = `${options.language === 'zh' ? '剩余约' : 'left about'} ${clock(estimateMilliseconds)}`;
    const line = `${done}/${total}  ${left}`;
    if (io.isTerminal) io.draw(`${line}  ${key}`);
    else if (Math.floor((done * ROUND) / total) > told) {
      told = Math.floor((done * ROUND) / total);
      io.err(line);
    }
  };
};

const readEarlier = async (io: Io, path: string): Promise<Prove | undefined> => {
  const read = await io.read(path);
  if (!read.ok) return undefined;
  try {
    const earlier = JSON.parse(new TextDecoder().decode(read.bytes)) as Prove;
    return earlier.format === 'openwaybill-prove/1' ? earlier : undefined;
  } catch {
    return undefined;
  }
};

/** Ids that are near what was asked for, for whoever mistyped it. */
const nearest = (word: string, ids: readonly string[]): readonly string[] =>
  ids.filter((id) => id.includes(word) || word.includes(id)).slice(0, 3);

/** Breaks the reference in one way at a time, and demands that exactly what is violated fails. */
export const prove = async (options: ProveCommandOptions, io: Io): Promise<ExitCode> => {
  const { only, sample, seed, out, changed } = options;
  const kinds = options.faults === 'all' ? ALL_KINDS : [options.faults];
  const asked: Asked = {
    kinds,
    seed,
    ...(only === undefined ? {} : { only }),
    ...(sample === undefined ? {} : { sample }),
  };
  const faults = allFaults();
  const chosen = chosenOf(faults, asked);
  const unknown = only?.find(
    (word) =>
      !faults.some(({ id, violates }) => id === word || violates.some((one) => one === word)),
  );
  if (unknown !== undefined || chosen.length === 0) {
    const known = [...new Set(faults.flatMap(({ id, violates }) => [id, ...violates]))];
    const near = unknown === undefined ? [] : nearest(unknown, known);
    return complain(io, options, {
      code: EXIT.usage,
      seen: {
        en:
          unknown === undefined
            ? 'nothing was chosen'
            : `${unknown} is no fault, and no fault violates it`,
        zh: unknown === undefined ? '未选中任何缺陷' : `没有缺陷 ${unknown}，也没有缺陷违反它`,
      },
      wanted: {
        en: 'ids of faults or of requirements are needed',
        zh: '需要缺陷或要求的标识',
      },
      remedy:
        near.length === 0
          ? {
              en: 'name one with --only, or leave it out',
              zh: '请用 --only 指定，或省略该选项',
            }
          : { en: `perhaps ${near.join(', ')}`, zh: `或许是 ${near.join('、')}` },
    });
  }

  const root = resolve('.');
  const sources = await sourcesHere(io);
  const further = new Set(
    registry.modules.flatMap((module) => (module.conformanceClass === CORE ? [] : [module.name])),
  );
  const digests = digestsOf(sources, further);
  const set = contractDigest();

  // a part stands beside the whole, never in its place
  const folder = only === undefined ? out : join(out, 'only');
  const file = join(folder, 'prove.json');
  const whole = join(out, 'prove.json');
  const earlier = changed ? await readEarlier(io, whole) : undefined;
  if (changed && earlier === undefined)
    return complain(io, options, {
      code: EXIT.usage,
      seen: { en: `${whole} is no earlier proof`, zh: `${whole} 不是先前的证明` },
      wanted: {
        en: 'what changed is told by comparing with one',
        zh: '变更部分由与其比较得出',
      },
      remedy: {
        en: 'openwaybill prove, once and whole, writes it',
        zh: '请先完整运行一次 openwaybill prove',
      },
    });

  const kept = await openKept(
    join(folder, 'faults.ndjson'),
    { key: [digests.suite, set, digests.reference, seed].join(' '), isGoingOn: options.resume },
    io,
  );
  if ('fault' in kept) return complain(io, options, fileComplaint(kept.fault, 'write'));

  const lanes = Math.max(1, options.workers ?? cores());
  const workers = startWorkers(lanes, { seed, root });
  let ended: (() => void) | undefined;
  const stop = io.interrupted(
    new Promise<void>((done) => {
      ended = done;
    }),
  );
  let proven: Prove | undefined;
  try {
    proven = await proveSuite(asked, {
      faults,
      accepted: ACCEPTED,
      run: workers.run,
      lanes,
      witnesses: witnessesIn(root),
      goldens: (await readGoldens(root)).map(({ id }) => id),
      kept: kept.done,
      keep: kept.keep,
      ...(earlier === undefined ? {} : { earlier: earlier.faults }),
      digestOf: (fault, scenarios) => digests.digestOf(fault, scenarios, modulesOf(fault)),
      digests: { suite: digests.suite, set, reference: digests.reference },
      tell: narrator(options, io),
      // the promise of an end that came by itself stops nothing
      stop: stop.then((isStopped) => (isStopped ? true : new Promise(() => {}))),
      now: io.now,
      elapsed: io.elapsed,
    });
  } finally {
    ended?.();
    await workers.close();
    if (io.isTerminal && !options.json) io.draw('');
  }
  if (proven === undefined)
    return complain(io, options, {
      code: EXIT.interrupted,
      seen: { en: 'stopped', zh: '已停止' },
      wanted: {
        en: `what was judged is kept in ${join(folder, 'faults.ndjson')}`,
        zh: `已判定的部分保存在 ${join(folder, 'faults.ndjson')}`,
      },
      remedy: { en: 'the same with --resume goes on', zh: '加上 --resume 可继续' },
    });
  for (const [path, text] of [
    [file, `${JSON.stringify(proven, undefined, 1)}\n`],
    [join(folder, 'prove.html'), renderKillMatrix(proven)],
  ] as const) {
    const fault = await io.write(path, text);
    if (fault !== undefined) return complain(io, options, fileComplaint(fault, 'write'));
  }
  io.out(
    options.json
      ? JSON.stringify(proven)
      : renderProve(proven, {
          lang: options.language,
          ...(io.isTerminal ? { paint } : {}),
        }).trimEnd(),
  );
  return proven.exit;
};
