import { underClaimed } from '../plan/unclaimed.ts';
import { lifelessness } from '../sign-of-life.ts';
import { answerOf, isAccepted, statusOf } from '../transcript/body.ts';
import { CHALLENGE } from '../transcript/challenge.ts';
import { type Exchange, exchangesOf, headOf, type Transcript } from '../transcript/format.ts';
import type { Claim, Observation, Text } from '../words.ts';
import type { Coverage, RequirementResult, Warning } from './result.ts';

/** What a warning is about, with what was counted in place of `$1`. */
const TEXTS = {
  ALL_REFUSED: {
    en: 'Over 90 % of the commands were refused; look at agreement and credentials.',
    zh: '超过 90% 的命令被拒绝；请检查协议与凭据。',
  },
  AUTH_DOMINATES: {
    en: 'Over half of the answers are 401 or 403; look at token, role and agreement.',
    zh: '超过半数应答为 401 或 403；请检查令牌、角色与协议。',
  },
  FEW_EXCHANGES: {
    en: 'Exchanges were few ($1); choose more scenarios.',
    zh: '交换过少（$1）；请选择更多场景。',
  },
  MODULE_SILENT: {
    en: 'No command of $1 was accepted, although it is claimed; prepare its state.',
    zh: '已声明的 $1 没有任何命令被接受；请准备其状态。',
  },
  NO_EVENTS: {
    en: 'Events are claimed and none arrived; the runner may not be reachable.',
    zh: '声明了事件但未收到任何事件；测试执行器可能不可达。',
  },
  STATES_NOT_REACHED: {
    en: '$1 % of the cells of the lifecycles were not reached; test control would help.',
    zh: '生命周期中 $1% 的单元未到达；测试控制可改善。',
  },
  POINTERS_MISSING: {
    en: 'Refusals of a body that point to no member of it, so that callers cannot tell what to mend: $1.',
    zh: '因内容而拒绝却未指明成员，调用方无从修正：$1 次。',
  },
  TWINS_REFUSED: {
    en: 'Requests without a fault were refused, and never accepted: $1. Look at claim and limits.',
    zh: '以下操作拒绝了无误的请求，且从未接受：$1。请检查声明与限额。',
  },
  ONE_ORGANISATION: {
    en: 'There is no second credential, so that comparisons between organisations are blocked.',
    zh: '没有第二组凭据，单位间的对比无法进行。',
  },
  ABOVE_DEPTH: {
    en: 'Requirements that were not looked at, for want of test control or a log sink: $1.',
    zh: '因缺少测试控制或日志而未予检查的要求：$1 项。',
  },
  SLOW_SYSTEM: {
    en: 'Half of the answers took over $1 ms; timeouts may hide some (--patience).',
    zh: '半数应答超过 $1 毫秒；超时可能掩盖部分应答（--patience）。',
  },
  UNSTEADY: {
    en: 'Seen both held and violated: $1. Look at both exchanges first.',
    zh: '既成立又被违反：$1。请先查看两次交换。',
  },
  DISCARDED_NEGATIVES: {
    en: '$1 % of the wrong requests were not wrong in one way alone, and were not sent; report it.',
    zh: '$1% 的错误请求并非只有一处错误，未予发送；请报告。',
  },
  NEW_SINCE_SET: {
    en: 'Violated, and not in the set: $1. They count for nobody, and will bind with the next set.',
    zh: '被违反但不在要求集内：$1。本次不计，将随下一要求集生效。',
  },
  UNDER_CLAIM: {
    en: 'Answered or sent, and not claimed: $1. Claim it, or take it away.',
    zh: '有应答或发送却未声明：$1。请声明或移除。',
  },
} as const satisfies Record<string, Text>;

/** Every code of a warning. */
export const WARNINGS = Object.keys(TEXTS);

const SLOW = 1_000;
const FEW = 20;
const FEW_A_MODULE = 5;

/** Says that a subscription is real, and belongs to no claim. */
const isCommand = ({ request }: Exchange): boolean => request.method !== 'GET';

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** The modules of which nothing was accepted, although the runner asked or could have asked. */
const silentModules = ({ operations }: Coverage): readonly string[] => {
  const served = operations.filter(({ position }) => position === 'server');
  const modules = [...new Set(served.map(({ module }) => module))];
  return modules.filter((module) =>
    served.every((one) => one.module !== module || one.accepted === 0),
  );
};

/** The modules that were asked, and hardly, with how often. */
const rareModules = ({ operations }: Coverage): readonly string[] => {
  const asked = new Map<string, number>();
  for (const { module, position, accepted, refused } of operations)
    if (position === 'server') asked.set(module, (asked.get(module) ?? 0) + accepted + refused);
  return [...asked].flatMap(([module, count]) =>
    count > 0 && count < FEW_A_MODULE ? [`${module} ${count}`] : [],
  );
};

/** Where a body was refused, and no member of it is named. */
const pointless = (exchange: Exchange): boolean =>
  statusOf(exchange) === 422 &&
  answerOf(exchange)?.code === 'SCHEMA_VIOLATION' &&
  !(Array.isArray(answerOf(exchange)?.errors) && answerOf(exchange).errors.length > 0);

/** What the depth of a run is told from. */
export type Looked = {
  readonly transcript: Transcript;
  readonly claim: Claim;
  readonly results: readonly RequirementResult[];
  readonly coverage: Coverage;
  /** Violations of cases that the set does not have. */
  readonly fresh: readonly Observation[];
};

/** What answers, or is sent, although nobody said so. */
const underClaims = (transcript: Transcript, claim: Claim): readonly Exchange[] => [
  ...underClaimed(transcript),
  ...exchangesOf(transcript).filter(
    ({ from, eventType }) =>
      from === 'sut' &&
      eventType !== undefined &&
      eventType !== CHALLENGE &&
      !claim.document.events.sends.includes(eventType),
  ),
];

const sum = (counts: readonly number[]): number => counts.reduce((all, one) => all + one, 0);

/** A run can be green and shallow; it says so whether or not anything failed. */
export const depthWarnings = ({
  transcript,
  claim,
  results,
  coverage,
  fresh,
}: Looked): readonly Warning[] => {
  const found: Warning[] = [];
  const warn = (code: keyof typeof TEXTS, about: number | string = '', at?: readonly number[]) => {
    const { en, zh } = TEXTS[code];
    const filled = (text: string): string => text.replace('$1', String(about));
    found.push({
      code,
      text: { en: filled(en), zh: filled(zh) },
      ...(at === undefined ? {} : { at }),
    });
  };
  const exchanges = exchangesOf(transcript);
  const answered = exchanges.filter(({ to, response }) => to === 'sut' && response !== undefined);
  const commands = answered.filter((one) => isCommand(one) && one.intent !== 'NEGATIVE');
  const barred = answered.filter((one) => [401, 403].includes(statusOf(one)));
  const dead = headOf(transcript).mode === 'CHECK' ? lifelessness(transcript, claim) : undefined;
  if (dead !== undefined) found.push({ code: 'NO_SIGN_OF_LIFE', ...dead });
  if (commands.length > 0 && commands.filter(isAccepted).length < commands.length / 10)
    warn('ALL_REFUSED');
  if (barred.length > answered.length / 2) warn('AUTH_DOMINATES');
  const few = exchanges.length < FEW ? [`${exchanges.length}`] : rareModules(coverage);
  if (few.length > 0) warn('FEW_EXCHANGES', few.join(', '));
  const silent = silentModules(coverage);
  if (silent.length > 0) warn('MODULE_SILENT', silent.join(', '));
  if (
    claim.document.events.sends.length > 0 &&
    !exchanges.some(({ from, eventType }) => from === 'sut' && eventType !== undefined)
  )
    warn('NO_EVENTS');
  const cells = coverage.transitions;
  const unreached = cells.filter((cell) => cell.is === 'NOT_REACHED').length;
  if (unreached > cells.length * 0.3)
    warn('STATES_NOT_REACHED', Math.round((unreached / cells.length) * 100));
  const blank = answered.filter(pointless);
  if (blank.length > 0)
    warn(
      'POINTERS_MISSING',
      blank.length,
      blank.slice(0, 3).map(({ seq }) => seq),
    );
  // what is accepted elsewhere was refused for the state that it stood in
  const accepted = new Set(
    coverage.operations.flatMap((one) => (one.accepted > 0 ? [one.name] : [])),
  );
  const refusedTwins = new Set(
    results.flatMap(({ cases }) =>
      cases.flatMap(({ id, reason }) => {
        const [operation = id] = id.split('.');
        return reason === 'TWIN_NOT_ACCEPTED' && !accepted.has(operation) ? [operation] : [];
      }),
    ),
  );
  if (refusedTwins.size > 1) warn('TWINS_REFUSED', [...refusedTwins].join(', '));
  if (!exchanges.some(({ from }) => from === 'second')) warn('ONE_ORGANISATION');
  const above = results.filter(({ reason }) => reason === 'ABOVE_DEPTH').length;
  if (above > 0) warn('ABOVE_DEPTH', above);
  const pace = median(answered.flatMap(({ facts }) => facts?.milliseconds ?? []));
  if (pace > SLOW) warn('SLOW_SYSTEM', Math.round(pace));
  const unsteady = results.flatMap(({ id, cases }) =>
    cases.flatMap((one) => (one.unsteady === true ? [{ name: `${id} ${one.id}`, ...one }] : [])),
  );
  if (unsteady.length > 0)
    warn('UNSTEADY', unsteady.map(({ name }) => name).join(', '), [
      ...new Set(unsteady.flatMap(({ observations }) => observations.flatMap(({ at }) => at))),
    ]);
  const discarded = sum(coverage.negatives.map((one) => one.discarded));
  const made = sum(coverage.negatives.map((one) => one.made));
  if (discarded > made * 0.2) warn('DISCARDED_NEGATIVES', Math.round((discarded / made) * 100));
  if (fresh.length > 0)
    warn(
      'NEW_SINCE_SET',
      [...new Set(fresh.map(({ requirement, case: id }) => `${requirement} ${id}`))].join(', '),
      [...new Set(fresh.flatMap(({ at }) => at))],
    );
  const beyond = underClaims(transcript, claim);
  if (beyond.length > 0)
    warn(
      'UNDER_CLAIM',
      [...new Set(beyond.map(({ eventType, operation }) => eventType ?? operation))].join(', '),
      beyond.map(({ seq }) => seq),
    );
  return found;
};
