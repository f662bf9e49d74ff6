import { codesOf, type Parcel, ParcelStatus } from '@openwaybill/schemas';
import {
  type Clock,
  type ClockMode,
  clockOf,
  DAY,
  millisecondsOf,
  setClockMode,
} from '../engine/clock.ts';
import type { LogEntry } from '../engine/command-log.ts';
import type { Form } from '../engine/form.ts';
import { duration, instant, waybillNo } from '../engine/form-words.ts';
import { refuse } from '../engine/refuse.ts';
import type { System, Timer } from '../engine/system.ts';
import { parcelsOf } from '../observed/parcels-of.ts';
import type { Unit } from '../store/unit.ts';
import type { ControlRoute } from './route.ts';

/** How far a search for a status goes: what has not come by then does not come by time alone. */
const FARTHEST = 400 * DAY;
/** As many of the things that happened as an answer shows; the log has all. */
const MOST_SHOWN = 1_000;
/** The fastest that a clock is played: a year in about nine minutes. */
const MOST_FACTOR = 60_000;
/** An instant has a year of four digits (RFC 3339 section 5.6). */
const LAST_INSTANT = Date.parse('9999-12-31T23:59:59.999Z');

export type ShownClock = {
  readonly now: string;
  readonly mode: ClockMode;
  readonly factor?: number;
  /** What happens next by time alone. */
  readonly next?: { readonly at: string; readonly what: string };
};

/** One event that time has caused. */
export type Fired = {
  readonly at: string;
  readonly what: string;
  readonly event: string;
  readonly sequence: string;
  readonly subject: string;
};

export type Advance =
  | { readonly by: string }
  | { readonly toAt: string }
  | { readonly steps: number }
  | { readonly until: { readonly waybillNo: string; readonly status: string } };

export type Advanced = {
  readonly now: string;
  readonly firedCount: number;
  readonly fired: readonly Fired[];
  /** The status at which a search ended, and whether it is the wanted one. */
  readonly reached?: { readonly status: Parcel['status']; readonly isWanted: boolean };
};

const PREFIX = 'org.openwaybill.';

const firedOf = ({ at, operation, events }: LogEntry): readonly Fired[] =>
  events.map(({ sequence, type, subject }) => ({
    at,
    what: operation,
    event: type.startsWith(PREFIX) ? type.slice(PREFIX.length) : type,
    sequence,
    subject,
  }));

const show = async (unit: Unit, system: System, tenant: string, now: string) => {
  const { mode, factor } = await clockOf(unit, tenant, system.options);
  const [row] = await unit.list({ collection: 'timer', owner: tenant, limit: 1 });
  const timer = row?.body as Timer | undefined;
  return {
    now,
    mode,
    ...(factor === undefined ? {} : { factor }),
    ...(timer === undefined
      ? {}
      : { next: { at: timer.dueAt, what: `${timer.kind} ${timer.ref}` } }),
  };
};

/** The virtual time of a tenant, and what is due next. */
export const readClock = (system: System, tenant: string): Promise<ShownClock> =>
  system.transact(tenant, (unit, now) => show(unit, system, tenant, now));

/** Freezes a tenant's clock, lets it go with real time, or plays it so many times as fast. */
export const setClock = async (
  system: System,
  tenant: string,
  { mode, factor }: Pick<Clock, 'mode' | 'factor'>,
): Promise<ShownClock> => {
  if ((mode === 'SCALED') !== (factor !== undefined))
    throw refuse('SCHEMA_VIOLATION', {
      pointer: '/factor',
      seen: {
        en: 'a factor belongs to mode SCALED, and to no other',
        zh: 'factor 仅用于 SCALED 模式，且必填',
      },
      remedy: {
        en: 'Write {"mode":"SCALED","factor":3600} or a mode alone.',
        zh: '请写 {"mode":"SCALED","factor":3600}，或仅写模式。',
      },
    });
  const shown = await system.command(tenant, 'control/set-clock', async (unit, now) => {
    await setClockMode(
      unit,
      tenant,
      { mode, ...(factor === undefined ? {} : { factor }) },
      system.options,
    );
    return show(unit, system, tenant, now);
  });
  system.happenings.tell({ kind: 'clock', tenant, now: shown.now, mode });
  return shown;
};

const statusOf = (
  system: System,
  tenant: string,
  wanted: string,
): Promise<Parcel['status'] | undefined> =>
  system.transact(
    tenant,
    async (unit, now) =>
      (await parcelsOf(system, unit, tenant, now)).find(({ parcel }) => parcel.waybillNo === wanted)
        ?.parcel.status,
  );

/** Deliveries follow the step that laid them out, so they are none of their own. */
const isStep = ({ kind }: Timer): boolean => kind !== 'deliver';

const now = (system: System, tenant: string): Promise<number> =>
  system.transact(tenant, async (_, at) => Date.parse(at));

const advanceSteps = async (system: System, tenant: string, steps: number): Promise<number> => {
  let left = steps;
  const from = await now(system, tenant);
  const fired = await system.advance(tenant, from + FARTHEST, async (timer) => {
    if (isStep(timer)) left -= 1;
    return left === 0;
  });
  return fired + (await system.advance(tenant, await now(system, tenant)));
};

type Until = { readonly waybillNo: string; readonly status: string };

const demandParcel = async (system: System, tenant: string, { waybillNo }: Until) => {
  const status = await statusOf(system, tenant, waybillNo);
  if (status === undefined) throw unknownParcel();
  return status;
};

const advanceUntil = async (system: System, tenant: string, wanted: Until) => {
  const first = await demandParcel(system, tenant, wanted);
  let status: Parcel['status'] = first;
  let firedCount = 0;
  if (first !== wanted.status) {
    const from = await now(system, tenant);
    firedCount = await system.advance(tenant, from + FARTHEST, async (timer) => {
      if (isStep(timer)) status = (await statusOf(system, tenant, wanted.waybillNo)) ?? status;
      return status === wanted.status;
    });
    firedCount += await system.advance(tenant, await now(system, tenant));
  }
  return { firedCount, reached: { status, isWanted: status === wanted.status } };
};

const unknownParcel = () =>
  refuse('NOT_FOUND', {
    pointer: '/until/waybillNo',
    seen: { en: 'there is no such parcel of this tenant', zh: '该租户没有此快件' },
    remedy: {
      en: 'Create the waybill first, or name one that GET /v1/test-controls/parcels lists.',
      zh: '请先创建运单，或使用 GET /v1/test-controls/parcels 所列的单号。',
    },
  });

const earlier = () =>
  refuse('RULE_VIOLATION', {
    pointer: '/toAt',
    seen: { en: 'the instant lies before the clock', zh: '该时刻早于当前虚拟时间' },
    remedy: {
      en: 'Time never goes back: name a later instant, or restore a snapshot.',
      zh: '时间不会倒流：请给出更晚的时刻，或恢复快照。',
    },
  });

const noInstant = () =>
  refuse('PARAMETER_INVALID', {
    pointer: '/toAt',
    seen: { en: 'there is no such instant', zh: '不存在该时刻' },
    remedy: { en: 'Write a day of the calendar.', zh: '请给出有效日期。' },
  });

const tooLate = () =>
  refuse('RULE_VIOLATION', {
    pointer: '',
    seen: { en: 'the instant lies after the year 9999', zh: '该时刻晚于 9999 年' },
    remedy: { en: 'Name an earlier one.', zh: '请给出更早的时刻。' },
  });

/** Moves a tenant's clock; all that becomes due has happened, and was delivered or has failed, when it answers. */
export const advanceClock = async (
  system: System,
  tenant: string,
  wanted: Advance,
): Promise<Advanced> => {
  const from = await now(system, tenant);
  const to =
    'by' in wanted
      ? from + millisecondsOf(wanted.by)
      : 'toAt' in wanted
        ? Date.parse(wanted.toAt)
        : from;
  if (Number.isNaN(to)) throw noInstant();
  if (to < from) throw earlier();
  if (to > LAST_INSTANT) throw tooLate();
  // what is refused leaves nothing behind, in the log neither
  if ('until' in wanted) await demandParcel(system, tenant, wanted.until);
  const fired: Fired[] = [];
  const stop = system.happenings.watch((happening) => {
    if (happening.kind === 'command' && happening.tenant === tenant && fired.length < MOST_SHOWN)
      fired.push(...firedOf(happening.entry));
  });
  let firedCount: number;
  let reached: Advanced['reached'];
  try {
    await system.command(tenant, 'control/advance-clock', async () => undefined);
    if ('steps' in wanted) firedCount = await advanceSteps(system, tenant, wanted.steps);
    else if ('until' in wanted)
      ({ firedCount, reached } = await advanceUntil(system, tenant, wanted.until));
    else firedCount = await system.advance(tenant, to);
  } finally {
    stop();
  }
  const { now: at, mode } = await readClock(system, tenant);
  await system.options.alongside?.(tenant, Date.parse(at));
  system.happenings.tell({ kind: 'clock', tenant, now: at, mode });
  return { now: at, firedCount, fired, ...(reached === undefined ? {} : { reached }) };
};

const modeForm: Form = {
  type: 'object',
  required: ['mode'],
  properties: {
    mode: { type: 'string', enum: ['FROZEN', 'REAL', 'SCALED'] },
    factor: { type: 'integer', minimum: 1, maximum: MOST_FACTOR },
  },
};

const advanceForm: Form = {
  type: 'object',
  minProperties: 1,
  maxProperties: 1,
  properties: {
    by: duration,
    toAt: instant,
    steps: { type: 'integer', minimum: 1, maximum: 100_000 },
    until: {
      type: 'object',
      required: ['waybillNo', 'status'],
      properties: {
        waybillNo,
        status: { type: 'string', enum: Object.keys(codesOf(ParcelStatus)) },
      },
    },
  },
};

/** The clock of a tenant: more than the standard's test control has. */
export const clockRoutes: readonly ControlRoute[] = [
  {
    method: 'GET',
    path: '/_mock/clock',
    answer: ({ system, tenant }) => readClock(system, tenant.partyId),
  },
  {
    method: 'PUT',
    path: '/_mock/clock',
    body: modeForm,
    answer: ({ system, tenant, body }) => setClock(system, tenant.partyId, body),
  },
  {
    method: 'POST',
    path: '/_mock/clock/advance',
    body: advanceForm,
    answer: ({ system, tenant, body }) => advanceClock(system, tenant.partyId, body),
  },
];
