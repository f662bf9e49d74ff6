import { valueAt } from '@openwaybill/validate';
import { couldHave, hasFacility, holds as isTrue } from '../applicability.ts';
import { answerOf, codeOfAnswer, isAccepted, requestOf, statusOf } from '../transcript/body.ts';
import type { Exchange } from '../transcript/format.ts';
import type {
  Blocked,
  CaseId,
  Check,
  Claim,
  Condition,
  Finding,
  RequirementId,
  Surface,
  Text,
} from '../words.ts';
import { eitherOf, SAID, verbatim } from './sayings.ts';
import { type Seen, seenOf } from './seen.ts';

/** Says what was seen of one case; nothing where there was nothing to see. */
export type CaseJudge = (seen: Seen) => Iterable<Finding> | Finding | undefined;

/** A case of a check: its judge, and when it is obligatory. */
export type Case =
  | CaseJudge
  | {
      readonly judge: CaseJudge;
      /** Obligatory only for claims of which this is true. */
      readonly when?: Condition;
      /** Nobody can bring it about without this test command, or what takes its place. */
      readonly needs?: string;
      /** Never obligatory: judged where it happens to be seen. */
      readonly optional?: true;
    };

const numbers = (at: number | Exchange | readonly (number | Exchange)[]): readonly number[] =>
  (Array.isArray(at) ? at : [at]).map((one: number | Exchange) =>
    typeof one === 'number' ? one : one.seq,
  );

type At = number | Exchange | readonly (number | Exchange)[];

/** Both sides of a finding as a result keeps them: in English, and in Chinese where that says it otherwise. */
const wantedAndSeen = (
  expected: Text,
  actual: Text,
): Pick<Extract<Finding, { says: 'VIOLATED' }>, 'expected' | 'actual' | 'zh'> => ({
  expected: expected.en,
  actual: actual.en,
  ...(expected.en === expected.zh && actual.en === actual.zh
    ? {}
    : { zh: { expected: expected.zh, actual: actual.zh } }),
});

/** The case is as the standard wants it. */
export const holds = (at: At, surface?: Surface): Finding => ({
  says: 'HOLDS',
  at: numbers(at),
  ...(surface === undefined ? {} : { surface }),
});

/** The case is not; the texts hold no value that could be personal. */
export const violated = (
  at: At,
  expected: Text,
  actual: Text,
  more: { readonly pointer?: string; readonly surface?: Surface; readonly rule?: string } = {},
): Finding => ({ says: 'VIOLATED', at: numbers(at), ...wantedAndSeen(expected, actual), ...more });

export const blocked = (at: At, reason: Blocked, detail?: string): Finding => ({
  says: 'BLOCKED',
  at: numbers(at),
  reason,
  ...(detail === undefined ? {} : { detail }),
});

/** One or the other, by a condition. */
export const demand = (
  isRight: boolean,
  at: At,
  expected: Text,
  actual: Text,
  more: Parameters<typeof violated>[3] = {},
): Finding => (isRight ? holds(at, more.surface) : violated(at, expected, actual, more));

/** What an exchange ended with, as a report says it. */
export const endingOf = (exchange: Exchange): Text => {
  if (exchange.response === undefined)
    return { en: `no answer (${exchange.unanswered})`, zh: `无应答（${exchange.unanswered}）` };
  const code = codeOfAnswer(exchange);
  return verbatim(code === undefined ? statusOf(exchange) : `${statusOf(exchange)} ${code}`);
};

export type Refusal = {
  readonly status: number;
  readonly code: string;
  /** Where the requirement names one: `errors` holds it. */
  readonly pointer?: string;
  /** The requirement demands no positive twin, because the probe is made of nothing but its fault. */
  readonly needsTwin?: false;
};

/**
 * Judges a refusal exactly: by status, code and, where asked, pointer; never by "anything but 200". It counts only
 * beside an accepted twin.
 */
export const refusedWith = (
  seen: Seen,
  exchange: Exchange | undefined,
  wanted: Refusal,
): Finding | undefined => {
  if (exchange === undefined) return undefined;
  const expected = verbatim(`${wanted.status} ${wanted.code}`);
  if (wanted.needsTwin !== false || exchange.twinOf !== undefined) {
    const twin = seen.twinOf(exchange);
    if (twin === undefined || !isAccepted(twin))
      return isAccepted(exchange)
        ? violated(exchange, expected, endingOf(exchange), { surface: 'status' })
        : blocked(
            exchange,
            'TWIN_NOT_ACCEPTED',
            twin && `exchange ${twin.seq}: ${endingOf(twin).en}`,
          );
  }
  const at = exchange.twinOf === undefined ? [exchange] : [exchange, exchange.twinOf];
  if (statusOf(exchange) !== wanted.status || codeOfAnswer(exchange) !== wanted.code)
    return violated(at, expected, endingOf(exchange), { surface: 'status' });
  if (wanted.pointer !== undefined) {
    const errors = answerOf(exchange)?.errors;
    const pointers: readonly unknown[] = Array.isArray(errors)
      ? errors.map((one: { readonly pointer?: unknown }) => one?.pointer)
      : [];
    // a missing member is named by the object that lacks it, or by the place where it would stand
    const place = wanted.pointer;
    const isThere = (pointer: unknown): boolean =>
      pointer === place ||
      (typeof pointer === 'string' &&
        pointer.startsWith(`${place}/`) &&
        !pointer.slice(place.length + 1).includes('/') &&
        valueAt(requestOf(exchange), place) !== undefined &&
        valueAt(requestOf(exchange), pointer) === undefined);
    if (!pointers.some(isThere))
      return violated(
        at,
        {
          en: `an error at ${wanted.pointer || 'the whole body'}`,
          zh: `错误指向 ${wanted.pointer || '整个消息体'}`,
        },
        { en: 'errors at other places', zh: '错误指向其他位置' },
        { pointer: '/errors' },
      );
  }
  return holds(at, 'status');
};

/** The case of a probe that is to be refused. */
export const refusal =
  (
    probe: string,
    status: number,
    code: string,
    more: Omit<Refusal, 'status' | 'code'> = {},
  ): CaseJudge =>
  (seen) =>
    seen
      .probe(probe)
      .flatMap((exchange) => refusedWith(seen, exchange, { status, code, ...more }) ?? []);

/** The case of a probe that is to be accepted with one of these statuses. */
export const acceptance =
  (probe: string, ...statuses: readonly number[]): CaseJudge =>
  (seen) =>
    seen
      .probe(probe)
      .map((exchange) =>
        demand(
          statuses.length === 0 ? isAccepted(exchange) : statuses.includes(statusOf(exchange)),
          exchange,
          statuses.length === 0 ? SAID.success : eitherOf(statuses),
          endingOf(exchange),
          { surface: 'status' },
        ),
      );

/** The answers of two probes are equal in the members that matter; `what` says which. */
export const unchanged =
  (before: string, after: string, pick: (body: unknown) => unknown = (body) => body): CaseJudge =>
  (seen) => {
    const first = seen.one(before);
    const second = seen.one(after);
    if (first === undefined || second === undefined) return undefined;
    if (!isAccepted(first)) return blocked(first, 'STATE_NOT_REACHED');
    return demand(
      isAccepted(second) &&
        JSON.stringify(pick(answerOf(first))) === JSON.stringify(pick(answerOf(second))),
      [second, first],
      SAID.resourceAsItWas,
      isAccepted(second) ? SAID.changedResource : endingOf(second),
      { surface: 'body' },
    );
  };

/** Several judges of one case. */
export const both =
  (...judges: readonly CaseJudge[]): CaseJudge =>
  (seen) =>
    judges.flatMap((judge) => findings(judge(seen)));

const findings = (found: Iterable<Finding> | Finding | undefined): readonly Finding[] =>
  found === undefined ? [] : Symbol.iterator in found ? [...found] : [found];

const isDemanded = (one: Case, claim: Claim): boolean =>
  typeof one === 'function' ||
  (one.optional !== true && (one.when === undefined || isTrue(one.when, claim)));

const needOf = (one: Case): string | undefined =>
  typeof one === 'function' ? undefined : one.needs;

/** A check of one requirement, or of a twin pair, from its cases. */
export const checkOf = (
  requirements: RequirementId | readonly [RequirementId, ...RequirementId[]],
  cases: Readonly<Record<CaseId, Case>>,
): Check => {
  const ids: readonly [RequirementId, ...RequirementId[]] =
    typeof requirements === 'string' ? [requirements] : requirements;
  const demanded = (
    claim: Claim,
    isMeant: (need: string | undefined) => boolean,
  ): readonly CaseId[] =>
    Object.entries(cases).flatMap(([id, one]) =>
      isDemanded(one, claim) && isMeant(needOf(one)) ? [id] : [],
    );
  return {
    requirements: ids,
    cases: (claim) => demanded(claim, (need) => need === undefined || hasFacility(claim, need)),
    beyond: (claim) =>
      demanded(
        claim,
        (need) => need !== undefined && !hasFacility(claim, need) && couldHave(claim, need),
      ),
    further: () => Object.keys(cases),
    judge: function* (transcript, claim) {
      const seen = seenOf(transcript, claim);
      for (const [id, one] of Object.entries(cases)) {
        const judge = typeof one === 'function' ? one : one.judge;
        for (const finding of findings(judge(seen)))
          for (const requirement of ids) yield { requirement, case: id, ...finding };
      }
    },
  };
};
