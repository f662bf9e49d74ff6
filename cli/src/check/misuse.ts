import { latestDay } from '@openwaybill/conformance';
import type { Complaint } from '../complaint.ts';
import { EXIT } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import type { Text } from '../language.ts';
import { PLAYED } from '../sandbox/parties.ts';
import type { CheckCommandOptions, SettledOptions } from './options.ts';
import { dayOf } from './read-baseline.ts';

const misuse = (seen: Text, wanted: Text, remedy: Text): Complaint => ({
  code: EXIT.usage,
  seen,
  wanted,
  remedy,
});

/** Options that say something about another one, and nothing without it. */
const ABOUT: readonly (readonly [
  option: string,
  of: string,
  isAlone: (asked: CheckCommandOptions) => boolean,
])[] = [
  ['--reason', '--write-baseline', (asked) => asked.reason !== undefined && !asked.writeBaseline],
  ['--issue', '--write-baseline', (asked) => asked.issue !== undefined && !asked.writeBaseline],
  ['--until', '--write-baseline', (asked) => asked.until !== undefined && !asked.writeBaseline],
  ['--watch-path', '--watch', (asked) => asked.watchPath !== undefined && !asked.watch],
];

/** What cannot be asked for on the command line, before anything is looked at. */
export const misuseOf = (
  asked: CheckCommandOptions,
  io: Pick<Io, 'now'>,
): Complaint | undefined => {
  const { role, until } = asked;
  if (role !== undefined && !PLAYED.some((one) => one === role))
    return misuse(
      { en: `${role} is no role that serves`, zh: `${role} 不是提供服务的角色` },
      { en: `there is ${PLAYED.join(', ')}`, zh: `现有 ${PLAYED.join('、')}` },
      { en: 'name one of them with --role', zh: '请用 --role 指定其一' },
    );
  for (const [option, of, isAlone] of ABOUT)
    if (isAlone(asked))
      return misuse(
        { en: `${option} was given without ${of}`, zh: `给出了 ${option}，但没有 ${of}` },
        { en: `it says something about ${of} alone`, zh: `它仅用于 ${of}` },
        { en: `add ${of}, or leave ${option} out`, zh: `请加上 ${of}，或去掉 ${option}` },
      );
  if (asked.writeBaseline !== true) return undefined;
  if ((asked.reason ?? '').trim() === '')
    return misuse(
      { en: '--write-baseline has no --reason', zh: '--write-baseline 缺少 --reason' },
      {
        en: 'whoever reads the file wants to know why a failure is put up with',
        zh: '读者需要知道为何容忍这些失败',
      },
      { en: 'write --reason "…"', zh: '请加上 --reason "…"' },
    );
  const today = dayOf(io.now());
  const latest = latestDay(today);
  const isDay = until === undefined || !Number.isNaN(Date.parse(until));
  if (until !== undefined && (!isDay || until < today || until > latest))
    return misuse(
      { en: `--until has ${until}`, zh: `--until 为 ${until}` },
      {
        en: 'a failure is put up with until today at the least, and for 366 days at the most',
        zh: '容忍期限最早为今日，最长 366 天',
      },
      {
        en: `choose a day from ${today} to ${latest}`,
        zh: `请选择 ${today} 至 ${latest} 之间的日期`,
      },
    );
  return undefined;
};

/** What makes a run one that nobody signs for. */
const PARTLY: readonly (readonly [option: string, isGiven: (asked: SettledOptions) => boolean])[] =
  [
    ['--only', ({ only }) => only !== undefined],
    ['--class', (asked) => asked.class !== undefined],
    ['--shard', ({ shard }) => shard !== undefined],
    ['--fail-fast', ({ failFast }) => failFast === true],
    ['--set next', ({ set }) => set === 'next'],
  ];

/** What cannot be asked for once the configuration file has had its say. */
export const unfitOf = (options: SettledOptions, io: Pick<Io, 'exists'>): Complaint | undefined => {
  if (options.writeBaseline === true && options.failFast === true)
    return misuse(
      {
        en: '--write-baseline was given with --fail-fast',
        zh: '同时给出了 --write-baseline 与 --fail-fast',
      },
      {
        en: 'a baseline is of everything that fails, and not of the first',
        zh: '基线须包含全部失败，而非仅第一处',
      },
      { en: 'leave --fail-fast out', zh: '请去掉 --fail-fast' },
    );
  const partly =
    options.sign === undefined ? undefined : PARTLY.find(([, isGiven]) => isGiven(options));
  if (partly !== undefined)
    return misuse(
      { en: `--sign was given with ${partly[0]}`, zh: `同时给出了 --sign 与 ${partly[0]}` },
      {
        en: 'a statement is about one whole run by a set that stands',
        zh: '证明须针对按已固定要求集完成的一次完整运行',
      },
      {
        en:
          partly[0] === '--shard'
            ? 'leave --sign out, and sign with openwaybill judge --merge'
            : `leave ${partly[0]} out`,
        zh:
          partly[0] === '--shard'
            ? '请去掉 --sign，并用 openwaybill judge --merge 签名'
            : `请去掉 ${partly[0]}`,
      },
    );
  const nowhere =
    options.watch === true ? options.watchPath?.find((path) => !io.exists(path)) : undefined;
  return nowhere === undefined
    ? undefined
    : misuse(
        { en: `there is no ${nowhere}`, zh: `没有 ${nowhere}` },
        { en: 'files or folders that are there can be watched', zh: '只能观察存在的文件或文件夹' },
        { en: 'mend --watch-path', zh: '请修正 --watch-path' },
      );
};
