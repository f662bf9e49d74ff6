import { join } from 'node:path';
import { type AllCredentials, check as runCheck } from '@openwaybill/conformance';
import { type LogRecord, signingKeyOf } from '@openwaybill/mock';
import type { Common } from '../common.ts';
import { playStories } from '../demo/city.ts';
import { hastened } from '../demo/hastened.ts';
import { playWorld } from '../demo/play.ts';
import { convertRealRecords, deliverEvents } from '../demo/real-records.ts';
import { type Figures, summary } from '../demo/summary.ts';
import { EXIT, type ExitCode, worstOf } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import { labelWasm } from '../label-files.ts';
import { writeReports } from '../report/write-reports.ts';
import {
  ANY_PORT,
  counterpartyOf,
  developmentCredentials,
  PLAYED,
  type Played,
} from '../sandbox/parties.ts';
import { type Sandbox, startSandbox } from '../sandbox/start.ts';
import { loadWorld } from '../sandbox/world.ts';
import { nodeShore } from '../shore/node-shore.ts';

export type DemoOptions = Common & {
  /** Leaves the servers up until Ctrl-C. */
  readonly keep: boolean;
  readonly out: string;
  readonly seed: number;
};

/** How many times faster than real time the parties and the suite live. */
const PACE = 3;
/** The courier that relays what real carriers said. */
const RELAY = { partyId: 'RELAYONE', role: 'courier', name: '演示转发方' } as const;

const WORDS = {
  en: {
    start: 'a courier and a platform start',
    orders: 'orders, waybills and labels',
    way: 'parcels on their way',
    real: 'records of real carriers',
    city: 'a day in a city: one story a module',
    check: 'conformance of every role',
    keep: 'The servers run until Ctrl-C:',
  },
  zh: {
    start: '启动模拟快递与模拟平台',
    orders: '订单、运单与面单',
    way: '快件运输',
    real: '真实承运商记录',
    city: '城市的一天：每个模块一个故事',
    check: '各角色的一致性检测',
    keep: '服务持续运行，按 Ctrl-C 结束：',
  },
} as const;

/** A line a phase; where somebody watches, the line is drawn over while its phase goes on. */
const progressOf = (io: Io) => {
  let drawn = false;
  return {
    phase: (text: string): void => {
      if (drawn) io.draw('');
      drawn = false;
      io.err(text);
    },
    inside: (text: string): void => {
      if (!io.isTerminal) return;
      drawn = true;
      io.draw(`  ${text}`);
    },
    end: (): void => {
      if (drawn) io.draw('');
    },
  };
};

/** Judges one party of a sandbox whose parcels stand still until the run moves them. */
const judgeParty = async (
  options: DemoOptions,
  io: Io,
  sandbox: Sandbox,
  role: Played,
  log: readonly LogRecord[],
  inside: (text: string) => void,
): Promise<Figures['judged'][number]> => {
  const wasm = labelWasm();
  const checked = await runCheck({
    url: sandbox.party(role).url,
    role,
    seed: options.seed,
    ...(wasm === undefined ? {} : { labelWasm: wasm }),
    logSink: async () =>
      log
        .filter((record) => record.role === role)
        .map((record) => JSON.stringify(record))
        .join('\n'),
    credentials: (await developmentCredentials(options.seed, role)) as AllCredentials,
    shore: nodeShore(io, {
      seed: options.seed,
      ask: async () => 'CANNOT',
      tell: (progress) => {
        if (progress.kind === 'SCENARIO') inside(`${role}: ${progress.title[options.language]}`);
      },
    }),
  });
  const { html } = await writeReports(
    checked,
    { out: join(options.out, role), language: options.language },
    io,
  );
  return { role, result: checked.result, html };
};

/**
 * The main job in one go: a courier and a platform exchange the orders of a world and take what real carriers said, a
 * city plays the stories of the other modules, and every serving role is judged.
 */
export const demo = async (options: DemoOptions, io: Io): Promise<ExitCode> => {
  const began = io.elapsed();
  const words = WORDS[options.language];
  const { phase, inside, end } = progressOf(io);
  const folder = await io.temporaryFolder();
  const world = await loadWorld(io, 'dalian');
  const common = {
    roles: ['courier', 'platform'],
    ports: ANY_PORT,
    hostname: '127.0.0.1',
    seed: options.seed,
    clockMode: 'FROZEN',
    unknownMembers: 'STRICT',
    world,
  } as const;
  // a suite waits for minutes that callers must wait; here both sides live by one faster clock
  const fast = hastened(io, PACE);
  const opened: Sandbox[] = [];
  const open = async (more: Partial<Parameters<typeof startSandbox>[0]>): Promise<Sandbox> => {
    const made = await startSandbox(
      { ...common, store: 'memory', strictAuth: false, movement: 'NONE', ...more },
      fast,
    );
    opened.push(made);
    return made;
  };
  try {
    phase(words.start);
    const sandbox = await open({
      store: folder,
      movement: 'SCENARIO',
      strangers: [await counterpartyOf(options.seed, RELAY)],
    });
    phase(words.orders);
    const played = await playWorld(io, sandbox, world.file, (what, done, of) => {
      if (what === 'way' && done === 1) phase(words.way);
      inside(`${done}/${of}`);
    });
    phase(words.real);
    const real = await convertRealRecords(io);
    const takenCount = await deliverEvents(
      fast,
      sandbox.party('platform'),
      { partyId: RELAY.partyId, key: await signingKeyOf(options.seed, RELAY.partyId) },
      real.events,
    );
    phase(words.city);
    const city = await open({ roles: PLAYED });
    const stories = await playStories(fast, city, (story, number, of) =>
      inside(`${number}/${of} ${story.title[options.language]}`),
    );
    phase(words.check);
    // fresh parties: what was played before is no part of what is judged
    const log: LogRecord[] = [];
    const fresh = await open({
      roles: PLAYED,
      strictAuth: true,
      log: (record) => log.push(record),
    });
    const judged: Awaited<ReturnType<typeof judgeParty>>[] = [];
    // one after the other: while a verdict is worked out, this process answers nobody in time
    for (const role of PLAYED)
      judged.push(await judgeParty(options, fast, fresh, role, log, inside));
    end();
    const figures: Figures = {
      played,
      stories,
      real: { ...real, takenCount },
      judged,
      seconds: (io.elapsed() - began) / 1000,
    };
    io.out(options.json ? JSON.stringify(figures) : summary(figures, options.language));
    const isPlayedOut =
      played.deliveredCount + played.returnedCount === played.orderCount &&
      played.agreedCount === played.orderCount &&
      takenCount === real.events.length;
    const defects = opened.flatMap((one) => one.defects);
    for (const defect of defects)
      io.err(defect instanceof Error ? (defect.stack ?? defect.message) : String(defect));
    if (options.keep) {
      io.out(
        [words.keep, ...sandbox.parties.map(({ role, url }) => `  ${role}  ${url}`)].join('\n'),
      );
      await io.interrupted();
    }
    return worstOf([
      ...(defects.length === 0 ? [] : [EXIT.ours]),
      ...(isPlayedOut ? [] : [EXIT.nonconforming]),
      // what the suite could not tell is told in the summary and is no failure of the demonstration
      ...judged.map(({ result }) => (result.exit === EXIT.incomplete ? EXIT.ok : result.exit)),
    ]);
  } finally {
    end();
    for (const one of opened) await one.close();
    await io.remove(folder);
  }
};
