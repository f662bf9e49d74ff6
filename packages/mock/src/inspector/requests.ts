import { nameOf, type Registry } from '@openwaybill/schemas';
import { describe, type Issue, judge, parseJson } from '@openwaybill/validate';
import { instantOf } from '../engine/clock.ts';
import type { MockOptions, RawHeaders } from '../engine/options.ts';
import type { Recorded, Recorder } from './recorder.ts';
import { suspectIn } from './suspect.ts';
import type { Finding, RequestDetail, RequestRow, Sentence } from './wire.ts';

/** Whether an exchange is one of a tenant, or of nobody that was recognised. */
const isOf = (tenant: string) => (one: Recorded) => one.tenant === tenant || one.tenant === '';

type Problem = {
  readonly code?: string;
  readonly errors?: readonly { readonly rule: string }[];
  readonly extensions?: { readonly 'org.openwaybill.mock'?: { readonly explain?: string } };
};

const problemIn = ({ answer }: Recorded): Problem | undefined =>
  answer.status >= 400 ? (answer.body as Problem) : undefined;

const NUMBER = /\/(?:waybills|parcels\/[A-Z]+)\/([A-Za-z0-9-]{6,40})(?:[/?]|$)/;

const waybillNoOf = ({ url, answer }: Recorded): string | undefined => {
  const named = NUMBER.exec(url)?.[1];
  const told = (answer.body as { readonly waybillNo?: unknown } | undefined)?.waybillNo;
  return named ?? (typeof told === 'string' ? told : undefined);
};

const pathOf = (url: string): string => {
  const { pathname, search } = new URL(url);
  return pathname + search;
};

/** An exchange as one line. */
export const rowOf = (one: Recorded): RequestRow => {
  const problem = problemIn(one)?.code;
  const waybillNo = waybillNoOf(one);
  const { operation } = one;
  return {
    seq: one.seq,
    at: one.at ?? '',
    wallAt: instantOf(one.wallAt),
    milliseconds: one.milliseconds,
    method: one.method,
    path: pathOf(one.url),
    ...(operation === undefined
      ? {}
      : {
          operation: {
            name: operation.name,
            operationId: operation.operationId,
            title: operation.title,
          },
        }),
    status: one.answer.status,
    ...(problem === undefined ? {} : { problem }),
    warningCount: Number(one.answerHeaders['Mock-Warnings'] ?? 0),
    ...(waybillNo === undefined ? {} : { waybillNo }),
    isReplay: one.answerHeaders['Idempotency-Replayed'] === 'true',
  };
};

/** The exchanges of a tenant that came after another one. */
export const requestsOf = (
  recorder: Recorder,
  tenant: string,
  after: number,
): readonly RequestRow[] =>
  recorder.exchanges
    .filter(isOf(tenant))
    .filter(({ seq }) => seq > after)
    .map(rowOf);

/** A finding with its words in both languages. */
const findingOf = (issue: Issue): Finding => {
  const en = describe(issue, 'en');
  const zh = describe(issue, 'zh');
  return {
    pointer: issue.pointer,
    rule: issue.rule,
    message: { en: en.message, zh: zh.message },
    ...(en.hint === undefined || zh.hint === undefined
      ? {}
      : { hint: { en: en.hint, zh: zh.hint } }),
  };
};

const findingsIn = (
  schema: string | undefined,
  value: unknown,
  form: 'sender' | 'receiver' = 'sender',
): readonly Finding[] => {
  if (schema === undefined || value === undefined) return [];
  const { warnings, ...verdict } = judge(schema, value, form);
  return [...(verdict.ok ? [] : verdict.issues), ...warnings].map(findingOf);
};

/** What a caller shows that it may: anybody who reads it over a shoulder may, too. */
const SECRET = /^(?:authorization|cookie|set-cookie)$/i;

/** Headers as fetch has them: names in small letters, and values of one name as one. */
const headersIn = (raw: RawHeaders): Headers => {
  const headers = new Headers();
  for (let at = 0; at < raw.length; at += 2) headers.append(raw[at] ?? '', raw[at + 1] ?? '');
  return headers;
};

const headersOf = (headers: Iterable<readonly [string, string]>): Record<string, string> =>
  Object.fromEntries(
    [...headers].map(([name, value]) => [
      name,
      SECRET.test(name) ? `${value.split(' ')[0]} …` : value,
    ]),
  );

const sentenceOf = ({ id, level, text }: Registry['requirements'][number]): Sentence => ({
  id,
  level,
  text,
});

/** The sentences that the rules of a problem name, else those of the operation about its refusals. */
const sentencesOf = (registry: Registry, one: Recorded): readonly Sentence[] => {
  const { operation } = one;
  const rules = problemIn(one)?.errors?.map(({ rule }) => rule) ?? [];
  const named = registry.requirements.filter(({ id }) => rules.includes(id));
  const about =
    operation === undefined
      ? []
      : registry.requirements.filter(
          (each) =>
            each.about === operation.name &&
            (each.position === 'server' || each.position === 'caller'),
        );
  return (named.length > 0 ? named : about).map(sentenceOf);
};

const decoder = new TextDecoder();

/** Everything that is known of one exchange. A body that seems to be of a real person is not among it. */
export const requestOf = (
  recorder: Recorder,
  { registry, isLater }: Pick<MockOptions, 'registry' | 'isLater'>,
  tenant: string,
  seq: number,
): RequestDetail | undefined => {
  const one = recorder.exchanges.find((each) => each.seq === seq && isOf(tenant)(each));
  if (one === undefined) return undefined;
  const { operation, bytes, answer } = one;
  const text = decoder.decode(bytes);
  const parsed = bytes.length === 0 ? undefined : parseJson(new Uint8Array(bytes));
  const body = parsed?.ok === true ? parsed.value : undefined;
  const hiddenRequest = suspectIn(body ?? text);
  const hiddenAnswer = suspectIn(answer.body);
  const asked = operation?.request === undefined ? undefined : nameOf(operation.request);
  const answered =
    answer.status >= 400
      ? 'Problem'
      : operation?.answer.body?.$id === undefined
        ? undefined
        : nameOf(operation.answer.body);
  return {
    ...rowOf(one),
    requestHeaders: headersOf(headersIn(one.headers)),
    answerHeaders: headersOf(Object.entries(one.answerHeaders)),
    ...(bytes.length === 0 || hiddenRequest !== undefined ? {} : { requestBody: text }),
    ...(answer.body === undefined || hiddenAnswer !== undefined ? {} : { answerBody: answer.body }),
    hidden: {
      ...(hiddenRequest === undefined ? {} : { request: hiddenRequest }),
      ...(hiddenAnswer === undefined ? {} : { answer: hiddenAnswer }),
    },
    requestFindings: findingsIn(asked, body),
    // what a later minor adds is no defect: its answer is what a receiver of this one takes
    answerFindings: findingsIn(answered, answer.body, isLater === true ? 'receiver' : 'sender'),
    sentences: sentencesOf(registry, one),
  };
};
