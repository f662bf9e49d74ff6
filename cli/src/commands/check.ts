import { baselineOf, baselineText, type Result } from '@openwaybill/conformance';
import { againOf } from '../check/again.ts';
import { type Change, changed } from '../check/changes.ts';
import { misuseOf, unfitOf } from '../check/misuse.ts';
import type { CheckCommandOptions, SettledOptions } from '../check/options.ts';
import { baselinePath, dayOf } from '../check/read-baseline.ts';
import { settle } from '../check/read-config.ts';
import { runOnce } from '../check/run-once.ts';
import { showList, showPlan } from '../check/show-plan.ts';
import { tellStale } from '../check/tell-stale.ts';
import { complain } from '../complaint.ts';
import { type Examined, examine } from '../doctor/examine.ts';
import { EXIT, type ExitCode, worstOf } from '../exit-codes.ts';
import { fileComplaint } from '../file-complaint.ts';
import type { Io } from '../io.ts';
import { broughtToSign } from '../report/sign-statement.ts';
import { tellResult } from '../report/tell-result.ts';
import { writeReports } from '../report/write-reports.ts';
import { shownProbes } from './doctor.ts';

/** Days that failures of a written baseline are put up with, unless somebody says otherwise. */
const USUAL_DAYS = 90;
const DAY = 86_400_000;

/** Problems end the run before it begins: they are nobody's nonconformance. A preview is found by the run itself. */
const obstacles = ({ probes }: Examined): Examined['probes'] =>
  probes.filter(
    ({ state, probe }) =>
      state === 'problem' &&
      // a system in production is read, and the run says that it was no more
      probe !== 'environment',
  );

/** Exit codes of a run that told all that it was asked for: nothing else is a measure of what is put up with. */
const TOLD: readonly ExitCode[] = [EXIT.ok, EXIT.nonconforming, EXIT.incomplete];

/** Writes down what fails now, if the run went to its end; what it did not look at stays as it was. */
const writeBaseline = async (
  options: SettledOptions,
  { result, known }: { readonly result: Result; readonly known: Examined['baseline'] },
  io: Io,
): Promise<ExitCode> => {
  const path = baselinePath(options);
  if (!result.run.complete || !TOLD.includes(result.exit)) {
    const code = result.exit === EXIT.ok ? EXIT.incomplete : result.exit;
    return complain(io, options, {
      code,
      seen: { en: 'the run did not go to its end', zh: '检测未完成' },
      wanted: {
        en: `a baseline is of a whole run, and ${path} was left as it was`,
        zh: `基线须来自完整的检测，${path} 未改动`,
      },
      remedy: { en: 'mend what stopped it, and run it again', zh: '请排除中断的原因后重新检测' },
    });
  }
  const { reason = '', issue } = options;
  const until = options.until ?? dayOf(io.now() + USUAL_DAYS * DAY);
  const baseline = baselineOf(
    result,
    { reason, until, ...(issue === undefined ? {} : { issue }) },
    {
      isStrict: options.strict === true,
      ...(known === undefined ? {} : { known: known.baseline }),
    },
  );
  const fault = await io.write(path, baselineText(baseline));
  if (fault !== undefined)
    return complain(io, options, fileComplaint(fault, 'write', '--baseline'));
  const count = baseline.entries.length;
  io.err(
    options.language === 'zh'
      ? `已写入 ${path}：${count} 条，其中新写入的至 ${until}`
      : `${path} written: ${count} entries, those of this run until ${until}`,
  );
  return EXIT.ok;
};

type Outcome = { readonly code: ExitCode; readonly result?: Result };

/** What a run is told, and the command that asks for the same again. */
type Asked = {
  readonly options: SettledOptions;
  /** The configuration file, where there is one. */
  readonly config?: string;
  readonly again: (seed: number) => string;
};

/** Looks, runs, writes and tells, once. */
const checkOnce = async (
  { options, config, again }: Asked,
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
  if (!options.json && options.quiet !== true && io.isTerminal) io.draw('');
  tellResult(ran, { ...options, left: written.paths, again: again(seed) }, io);
  tellStale(examined.baseline, ran.stale, options, io);
  const codes: ExitCode[] = [
    options.writeBaseline === true
      ? await writeBaseline(options, { result, known: examined.baseline }, io)
      : result.exit,
  ];
  // what was found is told in any case, and after it what could not be kept of it
  for (const complaint of [written.complaint, ran.lostLog])
    if (complaint !== undefined) codes.push(complain(io, options, complaint));
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
const watch = async (asked: Asked, signal: AbortSignal, io: Io): Promise<ExitCode> => {
  const { options } = asked;
  const zh = options.language === 'zh';
  for (let first: readonly string[] = []; ; ) {
    const { code, result } = await checkOnce(asked, { signal, first }, io);
    if (signal.aborted) return EXIT.interrupted;
    first = [...new Set(result?.findings.flatMap(({ scenario }) => scenario ?? []) ?? [])];
    io.err(
      zh
        ? `退出码 ${code}；等待变化（Ctrl-C 结束${io.canBeAsked ? '，任意键重跑' : ''}）`
        : `exit code ${code}; waiting for a change (Ctrl-C ends${io.canBeAsked ? ', any key runs again' : ''})`,
    );
    const why = await changed({ url: options.url, paths: options.watchPath ?? [] }, signal, io);
    if (why === 'STOP') return EXIT.interrupted;
    io.err(WHY[why][options.language]);
  }
};

/** Finds out whether a running system conforms, and why not. */
export const check = async (asked: CheckCommandOptions, io: Io): Promise<ExitCode> => {
  const misuse = misuseOf(asked, io);
  if (misuse !== undefined) return complain(io, asked, misuse);
  if (asked.list === true) return showList(asked, io);
  const settled = await settle(asked, io);
  if ('complaint' in settled) return complain(io, asked, settled.complaint);
  const { options } = settled;
  const unfit = unfitOf(options, io);
  if (unfit !== undefined) return complain(io, asked, unfit);
  if (options.plan === true) return showPlan(options, io);
  const { sign } = options;
  const brought = sign === undefined ? undefined : await broughtToSign({ ...options, sign }, io);
  if (brought !== undefined && 'complaint' in brought)
    return complain(io, asked, brought.complaint);
  const whole: Asked = { ...settled, again: (seed) => againOf(asked, seed) };
  const stop = new AbortController();
  let end = (): void => undefined;
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  const listening = io.interrupted(ended).then((isInterrupted) => {
    if (isInterrupted) stop.abort();
  });
  try {
    if (options.watch === true) return await watch(whole, stop.signal, io);
    return (await checkOnce(whole, { signal: stop.signal }, io)).code;
  } finally {
    end();
    await listening;
  }
};
