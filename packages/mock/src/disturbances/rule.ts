import { type ProblemCode, problemSetOf, problems, type Registry } from '@openwaybill/schemas';
import { type Issue, judge, nearest, stepOf } from '@openwaybill/validate';
import { instantOf } from '../engine/clock.ts';
import { judgeForm } from '../engine/form.ts';
import { duration } from '../engine/form-words.ts';
import { type Doing, KINDS, kindOf, type Setting } from './kinds.ts';

/** Whom a disturbance befalls; what is absent says nothing. */
export type Match = {
  readonly operation?: string;
  readonly eventType?: string;
  readonly tenant?: string;
  readonly waybillNo?: string;
  /** The first of all that match that it befalls, from 1 on. */
  readonly nth?: number;
};

/** When, how often and what: a disturbance as a scenario file, the control interface and the command line write it. */
export type Rule = {
  readonly match: Match;
  readonly do: Doing;
  /** How often; absent: always. */
  readonly times?: number;
  /** Which share of what matches, by a stream of its own. */
  readonly rate?: number;
  readonly seed?: number;
  /** The virtual instant at which it is over, in UTC. */
  readonly until?: string;
};

/** A rule that was read, or everything that is wrong with it. */
export type ReadRule =
  | { readonly ok: true; readonly rule: Rule }
  | { readonly ok: false; readonly issues: readonly Issue[] };

const MATCHED = ['operation', 'eventType', 'tenant', 'waybillNo', 'nth'] as const;

const PREFIX = 'org.openwaybill.';
const MOST = 1_000_000;

type Members = Readonly<Record<string, unknown>>;

const membersOf = (value: unknown): Members | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Members)
    : undefined;

const issue = (pointer: string, rule: string, params: Issue['params'] = {}): Issue => ({
  pointer,
  rule,
  params,
});

/** A name that is none of a list, with the one that was most likely meant: published names only. */
const noCode = (pointer: string, given: unknown, allowedValues: readonly string[]): Issue => {
  const meant = nearest(String(given), allowedValues);
  return issue(pointer, 'enum', { allowedValues, ...(meant === undefined ? {} : { meant }) });
};

const issuesOfWhole = (pointer: string, value: unknown, min: number, max: number) =>
  !Number.isSafeInteger(value)
    ? [issue(pointer, 'type', { type: 'integer' })]
    : (value as number) < min
      ? [issue(pointer, 'minimum', { limit: min })]
      : (value as number) > max
        ? [issue(pointer, 'maximum', { limit: max })]
        : [];

const issuesOfText = (pointer: string, value: unknown): readonly Issue[] =>
  typeof value !== 'string'
    ? [issue(pointer, 'type', { type: 'string' })]
    : value === ''
      ? [issue(pointer, 'minLength', { limit: 1 })]
      : [];

const issuesOfSetting = (pointer: string, setting: Setting, value: unknown): readonly Issue[] => {
  if (setting.is === 'WHOLE') return issuesOfWhole(pointer, value, setting.min, setting.max);
  if (setting.is === 'FLAG')
    return typeof value === 'boolean' ? [] : [issue(pointer, 'type', { type: 'boolean' })];
  return setting.is === 'TEXT' ? issuesOfText(pointer, value) : judgeForm(duration, value, pointer);
};

/** The form that the standard gives a number: one of another form is no parcel's, ever. */
const issuesOfNumber = (pointer: string, value: unknown): readonly Issue[] => {
  const verdict = judge('WaybillNo', value, 'sender');
  const form = { en: 'a waybill number as ZZ010000000016', zh: '形如 ZZ010000000016 的运单号' };
  return verdict.ok
    ? []
    : verdict.issues.map(({ rule, params }) => issue(pointer, rule, { ...params, form }));
};

/** A member that has no place, with those that have one. */
const unknownMember = (pointer: string, name: string, known: readonly string[]): Issue =>
  issue(pointer, 'additionalProperties', { additionalProperty: name, knownProperties: known });

/** Members that nothing has a place for. */
const unknownIn = (pointer: string, value: Members, known: readonly string[]): readonly Issue[] =>
  Object.keys(value)
    .filter((name) => !known.includes(name))
    .map((name) => unknownMember(pointer, name, known));

const readDoing = (value: Members): { readonly doing?: Doing; readonly issues: Issue[] } => {
  const { kind, ...given } = value;
  if (kind === undefined)
    return { issues: [issue('/do', 'required', { missingProperty: 'kind' })] };
  const known = kindOf(String(kind));
  if (known === undefined) return { issues: [noCode('/do/kind', kind, Object.keys(KINDS))] };
  const settings = Object.entries(known.settings);
  const issues = [
    ...unknownIn('/do', given, Object.keys(known.settings)),
    ...settings.flatMap(([name, setting]) =>
      given[name] === undefined ? [] : issuesOfSetting(`/do${stepOf(name)}`, setting, given[name]),
    ),
  ];
  const said = settings.map(([name, setting]) => [name, given[name] ?? setting.default]);
  // every setting of the kind has a value of its type here
  return { doing: { kind, ...Object.fromEntries(said) } as Doing, issues };
};

/** An event type may be written without what all of them begin with. */
const wholeType = (type: string): string => (type.startsWith(PREFIX) ? type : `${PREFIX}${type}`);

const readMatch = (value: Members, registry: Registry) => {
  const { operation, eventType, tenant, waybillNo, nth } = value;
  const type = typeof eventType === 'string' ? wholeType(eventType) : eventType;
  const names = registry.operations.map(({ name }) => name);
  const types = registry.events.map((event): string => event.type);
  const codes = (name: string, given: unknown, allowed: readonly string[]) =>
    given === undefined || allowed.includes(String(given))
      ? []
      : [noCode(`/match/${name}`, given, allowed)];
  const texts = (name: string, given: unknown) =>
    given === undefined ? [] : issuesOfText(`/match/${name}`, given);
  const issues: Issue[] = [
    ...unknownIn('/match', value, MATCHED),
    ...codes('operation', operation, names),
    ...codes('eventType', type, types),
    ...texts('tenant', tenant),
    ...(waybillNo === undefined ? [] : issuesOfNumber('/match/waybillNo', waybillNo)),
    ...(nth === undefined ? [] : issuesOfWhole('/match/nth', nth, 1, MOST)),
  ];
  return {
    match: { ...value, ...(type === undefined ? {} : { eventType: type }) } as Match,
    issues,
  };
};

/** The problems that may stand in place of the work: of one operation, or of any. */
const problemsInPlace = (
  registry: Registry,
  operationName: string | undefined,
): readonly ProblemCode[] => {
  const operation = registry.operations.find(({ name }) => name === operationName);
  const codes =
    operation === undefined ? (Object.keys(problems) as ProblemCode[]) : problemSetOf(operation);
  // an interruption is made by a kind of its own, with its notice
  return codes.filter((code) => code !== 'INTERRUPTED');
};

/** Those of them that have a status. */
export const problemsOfStatus = (
  registry: Registry,
  status: number,
  operationName: string | undefined,
): readonly ProblemCode[] =>
  problemsInPlace(registry, operationName).filter((code) => problems[code].status === status);

/** What one part of a rule says against another. */
const contradictionsIn = (match: Match, doing: Doing, registry: Registry): readonly Issue[] => {
  const { over } = KINDS[doing.kind];
  const notOver = over === 'CALL' ? 'eventType' : over === 'EVENT' ? 'operation' : undefined;
  const issues: Issue[] = [];
  if (notOver !== undefined && match[notOver] !== undefined)
    issues.push(
      unknownMember(
        '/match',
        notOver,
        MATCHED.filter((name) => name !== notOver),
      ),
    );
  if (doing.kind === 'status' || doing.kind === 'unknown-problem') {
    const { status } = doing;
    if (problemsOfStatus(registry, status, match.operation).length === 0) {
      const had = problemsInPlace(registry, match.operation).map((code) => problems[code].status);
      const allowedValues = [...new Set(had)].sort((a, b) => a - b);
      issues.push(issue('/do/status', 'enum', { allowedValues }));
    }
  }
  return issues;
};

const issuesOfRate = (rate: unknown): readonly Issue[] =>
  typeof rate !== 'number' || !Number.isFinite(rate)
    ? [issue('/rate', 'type', { type: 'number' })]
    : rate < 0
      ? [issue('/rate', 'minimum', { limit: 0 })]
      : rate > 1
        ? [issue('/rate', 'maximum', { limit: 1 })]
        : [];

const issuesOfInstant = (pointer: string, value: unknown): readonly Issue[] => {
  const issues = issuesOfText(pointer, value);
  if (issues.length > 0) return issues;
  const verdict = judge('Instant', value, 'sender');
  return verdict.ok ? [] : verdict.issues.map((one) => ({ ...one, pointer }));
};

/** Reads a rule as JSON, with all that is wrong with it. */
export const readRule = (value: unknown, registry: Registry): ReadRule => {
  const whole = membersOf(value);
  if (whole === undefined) return { ok: false, issues: [issue('', 'type', { type: 'object' })] };
  const { match = {}, do: what, times, rate, seed, until } = whole;
  const given = { match: membersOf(match), do: membersOf(what) };
  const read = given.match === undefined ? undefined : readMatch(given.match, registry);
  const doing = given.do === undefined ? undefined : readDoing(given.do);
  const issues: readonly Issue[] = [
    ...unknownIn('', whole, ['match', 'do', 'times', 'rate', 'seed', 'until']),
    ...(read?.issues ?? [issue('/match', 'type', { type: 'object' })]),
    ...(what === undefined
      ? [issue('', 'required', { missingProperty: 'do' })]
      : (doing?.issues ?? [issue('/do', 'type', { type: 'object' })])),
    ...(times === undefined ? [] : issuesOfWhole('/times', times, 1, MOST)),
    ...(rate === undefined ? [] : issuesOfRate(rate)),
    ...(seed === undefined ? [] : issuesOfWhole('/seed', seed, 0, 0xffff_ffff)),
    ...(until === undefined ? [] : issuesOfInstant('/until', until)),
  ];
  if (issues.length > 0 || read === undefined || doing?.doing === undefined)
    return { ok: false, issues };
  const contradictions = contradictionsIn(read.match, doing.doing, registry);
  if (contradictions.length > 0) return { ok: false, issues: contradictions };
  const usual = read.match.nth === undefined ? kindOf(doing.doing.kind)?.times : 1;
  const often = (times as number | undefined) ?? usual;
  return {
    ok: true,
    rule: {
      match: read.match,
      do: doing.doing,
      ...(often === undefined ? {} : { times: often }),
      ...(rate === undefined ? {} : { rate: rate as number }),
      ...(seed === undefined ? {} : { seed: seed as number }),
      ...(until === undefined ? {} : { until: instantOf(Date.parse(String(until))) }),
    },
  };
};
