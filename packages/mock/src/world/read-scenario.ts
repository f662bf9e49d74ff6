import {
  codesOf,
  EventCode,
  FailReason,
  fold,
  nameOf,
  type OperationEntry,
  type Registry,
  type Text,
} from '@openwaybill/schemas';
import { describe, type Issue, judge } from '@openwaybill/validate';
import { readRule } from '../disturbances/rule.ts';
import { instantOf, millisecondsOf } from '../engine/clock.ts';
import { type Form, judgeForm } from '../engine/form.ts';
import { duration, scenarioNo } from '../engine/form-words.ts';
import { filled, OffScript } from '../stories/template.ts';
import type { Command, Scan, Scenario, Step } from './scenario.ts';

/** Something wrong with a file: where, what was seen, and what to do. */
export type Fault = { readonly pointer: string; readonly seen: Text; readonly remedy: Text };

/** A scenario that can be played, or everything that keeps it from being played. */
export type ReadScenario =
  | { readonly ok: true; readonly scenario: Scenario }
  | { readonly ok: false; readonly faults: readonly Fault[] };

const name: Form = { type: 'string', minLength: 1, maxLength: 64 };
const words: Form = { type: 'string', minLength: 1, maxLength: 200 };
const anything: Form = { type: 'object', additionalProperties: true };

const detailsForm: Form = {
  type: 'object',
  properties: {
    leg: { type: 'string', enum: ['FORWARD', 'RETURN'] },
    reason: { type: 'string', enum: Object.keys(codesOf(FailReason)) },
    location: anything,
    text: { type: 'string', minLength: 1, maxLength: 300 },
    occurredAfter: duration,
    name,
    repeats: name,
    corrects: name,
    correctionReason: { type: 'string', enum: ['DID_NOT_OCCUR', 'INCORRECT_DATA'] },
  },
};

/** The forms of a step, by the member that says which one it is. */
const STEPS: Readonly<Record<string, Form>> = {
  code: {
    type: 'object',
    required: ['after', 'code'],
    properties: {
      after: duration,
      code: { type: 'string', enum: Object.keys(codesOf(EventCode)) },
      with: detailsForm,
    },
  },
  does: {
    type: 'object',
    required: ['after', 'does'],
    properties: {
      after: duration,
      does: name,
      with: { type: 'object', properties: { path: anything, body: anything } },
    },
  },
  fact: {
    type: 'object',
    required: ['after', 'fact', 'of', 'id'],
    properties: { after: duration, fact: name, of: name, id: name, with: anything },
  },
  disturb: {
    type: 'object',
    required: ['after', 'disturb'],
    properties: { after: duration, disturb: anything },
  },
};

/** A full page of events, and what the longest way through a network adds. */
const MOST_STEPS = 240;
const steps: Form = { type: 'array', minItems: 1, maxItems: MOST_STEPS, items: anything };

const scenarioForm: Form = {
  type: 'object',
  required: ['id', 'title', 'steps', 'ends'],
  properties: {
    id: scenarioNo,
    title: { type: 'object', required: ['en', 'zh'], properties: { en: words, zh: words } },
    steps,
    others: { type: 'array', minItems: 1, maxItems: 20, items: steps },
    disturbances: { type: 'array', minItems: 1, maxItems: 20, items: anything },
    ends: {
      type: 'object',
      required: ['parcel', 'order'],
      properties: {
        parcel: name,
        order: name,
        anomalyCount: { type: 'integer', minimum: 0, maximum: 200 },
      },
    },
  },
};

const told = (issue: Issue): Fault => {
  const en = describe(issue, 'en');
  const zh = describe(issue, 'zh');
  return {
    pointer: issue.pointer,
    seen: { en: en.message, zh: zh.message },
    remedy: { en: en.hint ?? '', zh: zh.hint ?? '' },
  };
};

const fault = (pointer: string, seen: Text, remedy: Text): Fault => ({ pointer, seen, remedy });

const stepIssues = (step: unknown, pointer: string): readonly Issue[] => {
  const kind = Object.keys(STEPS).find((one) => Object.hasOwn(step as object, one)) ?? 'code';
  return judgeForm(STEPS[kind] ?? anything, step, pointer);
};

/** The lists of steps of a scenario, each with its place. */
const waysOf = ({
  steps,
  others = [],
}: Scenario): readonly (readonly [string, readonly Step[]])[] => [
  ['/steps', steps],
  ...others.map((way, at) => [`/others/${at}`, way] as const),
];

const orderFaults = (at: string, way: readonly Step[]): readonly Fault[] =>
  way.flatMap((step, index) => {
    const before = way[index - 1];
    return before === undefined || millisecondsOf(before.after) <= millisecondsOf(step.after)
      ? []
      : [
          fault(
            `${at}/${index}/after`,
            { en: 'the step is earlier than the one before it', zh: '该步骤早于前一步' },
            { en: 'Write the steps in the order of time.', zh: '请按时间先后书写各步骤。' },
          ),
        ];
  });

const isScan = (step: Step): step is Scan => 'code' in step;

const placeFaults = (at: string, way: readonly Step[]): readonly Fault[] =>
  way.flatMap((step, index) => {
    if (!isScan(step) || step.with?.location === undefined) return [];
    const verdict = judge('Location', step.with.location, 'sender');
    const place = `${at}/${index}/with/location`;
    return verdict.ok
      ? []
      : verdict.issues.map((issue) => told({ ...issue, pointer: `${place}${issue.pointer}` }));
  });
const isCommand = (step: Step): step is Command => 'does' in step;

const nameFaults = (at: string, way: readonly Step[]): readonly Fault[] =>
  way.flatMap((step, index) => {
    if (!isScan(step)) return [];
    const known = way.slice(0, index).flatMap((one) => (isScan(one) ? [one.with?.name] : []));
    return (['repeats', 'corrects'] as const).flatMap((member) =>
      step.with?.[member] === undefined || known.includes(step.with[member])
        ? []
        : [
            fault(
              `${at}/${index}/with/${member}`,
              { en: 'no earlier step has that name', zh: '之前没有该名称的步骤' },
              { en: 'Give the step that is meant a name.', zh: '请为所指步骤命名。' },
            ),
          ],
    );
  });

/** Values by which a template is tried. */
const SAMPLE = {
  kept: new Map<string, unknown>(
    Object.entries({
      waybillNo: 'ZZ010000000016',
      orderNo: 'MOCK-01-1',
      carrierCode: 'ZZ',
      consigneeRef: 'cr1_AAECAwQFBgcICQoLDA0ODw4',
      now: '2026-11-11T00:00:00.000Z',
    }),
  ),
  word: (text: string): string | undefined =>
    text === 'uuid'
      ? '0190d2d0-0000-7000-8000-000000000001'
      : /^now\+P/.test(text)
        ? '2026-12-11T00:00:00.000Z'
        : undefined,
};

const offScript = (pointer: string): Fault =>
  fault(
    pointer,
    { en: 'a name in {{ }} stands for nothing', zh: '{{ }} 中的名称没有对应的值' },
    {
      en: `Use one of ${[...SAMPLE.kept.keys()].join(', ')}, now+P1D, uuid.`,
      zh: `请使用 ${[...SAMPLE.kept.keys()].join('、')}、now+P1D 或 uuid。`,
    },
  );

const bodyFaults = (operation: OperationEntry, body: unknown, at: string): readonly Fault[] => {
  if (operation.request === undefined) return [];
  const verdict = judge(nameOf(operation.request), body, 'sender');
  return verdict.ok
    ? []
    : verdict.issues.map((issue) => told({ ...issue, pointer: `${at}${issue.pointer}` }));
};

const commandFaults = (
  at: string,
  way: readonly Step[],
  { operations }: Registry,
): readonly Fault[] =>
  way.flatMap((step, index) => {
    if (!isCommand(step)) return [];
    const pointer = `${at}/${index}`;
    const operation = operations.find(
      (one) =>
        one.operationId === step.does &&
        one.servedBy.includes('courier') &&
        one.calledBy.includes('platform'),
    );
    if (operation === undefined)
      return [
        fault(
          `${pointer}/does`,
          {
            en: 'no platform calls such an operation of a courier',
            zh: '平台不会向快递调用该操作',
          },
          {
            en: 'Write an operation id, such as cancelWaybill.',
            zh: '请写操作标识，如 cancelWaybill。',
          },
        ),
      ];
    try {
      const { path = {}, body } = filled(step.with ?? {}, SAMPLE) as NonNullable<Command['with']>;
      return [
        ...judgeForm(
          {
            type: 'object',
            required: operation.pathParameters,
            properties: Object.fromEntries(operation.pathParameters.map((one) => [one, name])),
          },
          path,
          `${pointer}/with/path`,
        ).map(told),
        ...bodyFaults(operation, body, `${pointer}/with/body`),
      ];
    } catch (error) {
      if (!(error instanceof OffScript)) throw error;
      return [offScript(`${pointer}/with`)];
    }
  });

/** Commands after which a courier sends the parcel on a way of its own. */
const REDIRECTING: readonly string[] = ['interceptWaybill', 'requestErasure', 'cancelWaybill'];

const instantAfter = (after: string): string => instantOf(millisecondsOf(after));

/** The events of a way as a fold takes them. */
const foldable = (way: readonly Step[]) => {
  const ids = new Map<string, string>();
  return way.flatMap((step, index) => {
    if (!isScan(step) || step.with?.repeats !== undefined) return [];
    const { name: own, leg, occurredAfter, corrects, correctionReason } = step.with ?? {};
    const eventId = `00000000-0000-7000-8000-${String(index).padStart(12, '0')}`;
    if (own !== undefined) ids.set(own, eventId);
    const target = corrects === undefined ? undefined : ids.get(corrects);
    return [
      {
        eventId,
        eventCode: step.code,
        occurredAt: instantAfter(occurredAfter ?? step.after),
        recordedAt: instantAfter(step.after),
        ...(leg === undefined ? {} : { leg }),
        ...(target === undefined ? {} : { correctsEventId: target }),
        ...(correctionReason === undefined ? {} : { correctionReason }),
      },
    ];
  });
};

/** What the lifecycle of a parcel says against the steps: an end that they do not lead to, an anomaly that is not meant. */
const lifecycleFaults = ({ steps: way, ends }: Scenario): readonly Fault[] => {
  if (way.some((step) => isCommand(step) && REDIRECTING.includes(step.does))) return [];
  const { status, anomalies } = fold(foldable(way));
  return [
    ...(status === ends.parcel
      ? []
      : [
          fault(
            '/ends/parcel',
            { en: `the steps end in ${status}`, zh: `各步骤以 ${status} 结束` },
            { en: 'Correct the steps, or the end.', zh: '请更正步骤或结束状态。' },
          ),
        ]),
    ...(anomalies.size === (ends.anomalyCount ?? 0)
      ? []
      : [
          fault(
            '/ends/anomalyCount',
            {
              en: `${anomalies.size} of the scans are anomalies`,
              zh: `有 ${anomalies.size} 条扫描为异常`,
            },
            {
              en: 'Put the scans into an order that the lifecycle allows, or state the count.',
              zh: '请按生命周期允许的顺序书写，或写明异常数量。',
            },
          ),
        ]),
  ];
};

const disturbanceFaults = (scenario: Scenario, registry: Registry): readonly Fault[] =>
  [
    ...(scenario.disturbances ?? []).map((one, at) => [`/disturbances/${at}`, () => one] as const),
    ...waysOf(scenario).flatMap(([at, way]) =>
      way.flatMap((step, index) =>
        'disturb' in step
          ? [[`${at}/${index}/disturb`, () => filled(step.disturb, SAMPLE)] as const]
          : [],
      ),
    ),
  ].flatMap(([at, written]) => {
    try {
      const read = readRule(written(), registry);
      return read.ok
        ? []
        : read.issues.map((issue) => told({ ...issue, pointer: `${at}${issue.pointer}` }));
    } catch (error) {
      if (!(error instanceof OffScript)) throw error;
      return [offScript(at)];
    }
  });

/** Reads a scenario file: its form first, then every step against schema and lifecycle. */
export const readScenario = (file: unknown, registry: Registry): ReadScenario => {
  const issues = judgeForm(scenarioForm, file);
  if (issues.length > 0) return { ok: false, faults: issues.map(told) };
  const scenario = file as Scenario;
  const ways = waysOf(scenario);
  const wrong = ways.flatMap(([at, way]) =>
    way.flatMap((step, index) => stepIssues(step, `${at}/${index}`)),
  );
  if (wrong.length > 0) return { ok: false, faults: wrong.map(told) };
  const faults = [
    ...ways.flatMap(([at, way]) => [
      ...orderFaults(at, way),
      ...nameFaults(at, way),
      ...placeFaults(at, way),
      ...commandFaults(at, way, registry),
    ]),
    ...disturbanceFaults(scenario, registry),
    ...lifecycleFaults(scenario),
  ];
  return faults.length === 0 ? { ok: true, scenario } : { ok: false, faults };
};
