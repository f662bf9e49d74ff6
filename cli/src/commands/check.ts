import { baselineOf, baselineText, type Result } from '@openwaybill/conformance';
import { againOf } from '../check/again.ts';
import { type Change, changed } from '../check/changes.ts';
import type { CheckCommandOptions, SettledOptions } from '../check/options.ts';
import { baselinePath, dayOf, quoted } from '../check/read-baseline.ts';
import { settle } from '../check/read-config.ts';
import { runOnce } from '../check/run-once.ts';
import { showList, showPlan } from '../check/show-plan.ts';
import { type Complaint, complain } from '../complaint.ts';
import { type Examined, examine } from '../doctor/examine.ts';
import { EXIT, type ExitCode, worstOf } from '../exit-codes.ts';
import { fileComplaint } from '../file-complaint.ts';
import type { Io } from '../io.ts';
import { tellResult } from '../report/tell-result.ts';
import { writeReports } from '../report/write-reports.ts';
import { PLAYED } from '../sandbox/parties.ts';
import { shownProbes } from './doctor.ts';

/** Days that failures of a written baseline are put up with, unless somebody says otherwise. */
const USUAL_DAYS = 90;
const DAY = 86_400_000;

/** What cannot be asked for, before anything is looked at. */
const misuseOf = (options: CheckCommandOptions): Complaint | undefined => {
  const { role } = options;
  if (role !== undefined && !PLAYED.some((one) => one === role))
    return {
      code: EXIT.usage,
      seen: { en: `${role} is no role that serves`, zh: `${role} 不是提供服务的角色` },
      wanted: { en: `there is ${PLAYED.join(', ')}`, zh: `现有 ${PLAYED.join('、')}` },
      remedy: { en: 'name one of them with --role', zh: '请用 --role 指定其一' },
    };
  if (options.writeBaseline === true && (options.reason ?? '').trim() === '')
    return {
      code: EXIT.usage,
      seen: { en: '--write-baseline has no --reason', zh: '--write-baseline 缺少 --reason' },
      wanted: {
        en: 'whoever reads the file wants to know why a failure is put up with',
        zh: '读者需要知道为何容忍这些失败',
      },
      remedy: { en: 'write --reason "…"', zh: '请加上 --reason "…"' },
    };
  return undefined;
};

/** Problems end the run before it begins: they are nobody's nonconformance. A preview is found by the run itself. */
const obstacles = ({ probes }: Examined): Examined['probes'] =>
  probes.filter(
    ({ state, probe }) =>
      state === 'problem' &&
      // a system in production is read, and the run says that it was no more
      probe !== 'environment',
  );

/** Entries that say what is no longer so, each as it stands in its file. */
const tellStale = (
  { baseline }: Examined,
  stale: readonly { readonly index: number; readonly text: Complaint['seen'] }[],
  options: SettledOptions,
  io: Io,
): void => {
  if (baseline === undefined) return;
  for (const { index, text } of stale)
    complain(io, options, {
      code: EXIT.nonconforming,
      seen: { en: quoted(baseline, index), zh: quoted(baseline, index) },
      wanted: {
        en: 'a baseline says what is so now',
        zh: '基线须与现状一致',
      },
      remedy: text,
    });
};

const writeBaseline = async (
  options: SettledOptions,
  result: Result,
  io: Io,
): Promise<ExitCode> => {
  const path = baselinePath(options);
  const { reason = '', issue } = options;
  const until = options.until ?? dayOf(io.now() + USUAL_DAYS * DAY);
  const baseline = baselineOf(result, {
    reason,
    until,
    ...(issue === undefined ? {} : { issue }),
  });
  const fault = await io.write(path, baselineText(baseline));
  if (fault !== undefined)
    return complain(io, options, fileComplaint(fault, 'write', '--baseline'));
  const count = baseline.entries.length;
  io.err(
    options.language === 'zh'
      ? `已写入 ${path}：${count} 条，至 ${until}`
      : `${path} written: ${count} entries, until ${until}`,
  );
  return EXIT.ok;
};

type Outcome = { readonly code: ExitCode; readonly result?: Result };

/** Looks, runs, writes and tells, once. */
const checkOnce = async (
  options: SettledOptions,
  config: string | undefined,
  more: { readonly signal: AbortSignal; readonly first?: readonly string[] },
  io: Io,
): Promise<Outcome> => {
  const examined = await examine(
    { ...options, ...(config === undefined ? {} : { configFile: config }) },
    io,
  );
  const wrong = obstacles(examined);
  if (wrong.length > 0) {
    io.err(shownProbes(wrong, options.language));
    return { code: worstOf(wrong.flatMap(({ code }) => (code === undefined ? [] : [code]))) };
  }
  const [byte = 0, next = 0] = io.random(2);
  const seed = options.seed ?? byte * 256 + next;
  const ran = await runOnce({ ...options, seed }, examined, more, io);
  if ('complaint' in ran) return { code: complain(io, options, ran.complaint) };
  const { result } = ran;
  const written = await writeReports(ran, options, io);
  if (written.complaint !== undefined) return { code: complain(io, options, written.complaint) };
  if (!options.json && options.quiet !== true && io.isTerminal) io.draw('');
  tellResult(ran, { ...options, left: written.paths, again: againOf(options, config, seed) }, io);
  tellStale(examined, ran.stale, options, io);
  const codes: ExitCode[] = [
    options.writeBaseline === true ? await writeBaseline(options, result, io) : result.exit,
  ];
  if (ran.lostLog !== undefined) codes.push(complain(io, options, ran.lostLog));
  if (more.signal.aborted) codes.push(EXIT.interrupted);
  return { code: worstOf(codes), result };
};

const WHY: Readonly<Record<Exclude<Change, 'STOP'>, { readonly en: string; readonly zh: string }>> =
  {
    DOCUMENT: { en: 'the system has another revision', zh: '系统版本已变化' },
    FILES: { en: 'a file has changed', zh: '文件已变化' },
    KEY: { en: 'a key was pressed', zh: '按下了按键' },
  };

/** Again and again, what failed first, until somebody stops it. */
const watch = async (
  options: SettledOptions,
  config: string | undefined,
  signal: AbortSignal,
  io: Io,
): Promise<ExitCode> => {
  const zh = options.language === 'zh';
  for (let first: readonly string[] = []; ; ) {
    const { code, result } = await checkOnce(options, config, { signal, first }, io);
    if (signal.aborted) return EXIT.interrupted;
    first = [...new Set(result?.findings.flatMap(({ scenario }) => scenario ?? []) ?? [])];
    io.err(
      zh
        ? `退出码 ${code}；等待变化（Ctrl-C 结束${io.isTerminal ? '，任意键重跑' : ''}）`
        : `exit code ${code}; waiting for a change (Ctrl-C ends${io.isTerminal ? ', any key runs again' : ''})`,
    );
    const why = await changed({ url: options.url, paths: options.watchPath ?? [] }, signal, io);
    if (why === 'STOP') return EXIT.interrupted;
    io.err(WHY[why][options.language]);
  }
};

/** Finds out whether a running system conforms, and why not. */
export const check = async (asked: CheckCommandOptions, io: Io): Promise<ExitCode> => {
  const misuse = misuseOf(asked);
  if (misuse !== undefined) return complain(io, asked, misuse);
  if (asked.list === true) return showList(asked, io);
  const settled = await settle(asked, io);
  if ('complaint' in settled) return complain(io, asked, settled.complaint);
  const { options, config } = settled;
  if (options.plan === true) return showPlan(options, io);
  const stop = new AbortController();
  let end = (): void => undefined;
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  const listening = io.interrupted(ended).then((isInterrupted) => {
    if (isInterrupted) stop.abort();
  });
  try {
    if (options.watch === true) return await watch(options, config, stop.signal, io);
    return (await checkOnce(options, config, { signal: stop.signal }, io)).code;
  } finally {
    end();
    await listening;
  }
};
