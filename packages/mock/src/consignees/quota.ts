import { PURPOSE_LIMITS } from '@openwaybill/schemas';
import { DAY, HOUR } from '../engine/clock.ts';
import type { Counterparty } from '../engine/options.ts';
import { boundWaybillCount } from '../observed/bind-waybill.ts';
import type { Unit } from '../store/unit.ts';
import type { Asked } from './gates.ts';
import { lookupsOf } from './lookup.ts';
import { revealsOfOwner, type StoredReveal } from './stored-reveal.ts';
import { referenceCount } from './vault.ts';

/** Reveals that deliver parcels are counted by parcel, all others by hour. */
const BY_PARCEL: readonly string[] = ['FULFIL_LABEL', 'FULFIL_DELIVER'];

/** What the capability document of a platform says about reveals, and what the gate counts by. */
export const revealQuota = {
  purposes: [...new Set(PURPOSE_LIMITS.map(({ purpose }) => purpose))],
  limits: {
    actorHourlyCount: 60,
    lastMileHourlyCount: 200,
    organisationHourlyCount: 100,
    organisationPercent: 5,
    parcelGrantCount: 3,
  },
};

/** So that a few reveals of a few parcels alarm nobody. */
const FEWEST_OF_ALARM = 20;

/** What an organisation did lately, as the gates count it. */
type Lately = { readonly hour: readonly Counted[]; readonly day: readonly Counted[] };

/** What a quota sees of a reveal; a lookup counts as one. */
type Counted = Pick<StoredReveal, 'purpose' | 'grantedAt'> & Partial<StoredReveal>;

const within = (reveals: readonly Counted[], now: string, milliseconds: number) =>
  reveals.filter(({ grantedAt }) => Date.parse(now) - Date.parse(grantedAt) < milliseconds);

/** The parcels that were accepted for an organisation within a day: those that it carries, or has references to. */
const parcelCount = (unit: Unit, { partyId, role }: Counterparty, now: string): Promise<number> => {
  const since = new Date(Date.parse(now) - DAY).toISOString();
  return role === 'courier'
    ? boundWaybillCount(unit, partyId, since)
    : referenceCount(unit, partyId, since);
};

const latelyOf = (reveals: readonly Counted[], now: string): Lately => {
  const counted = reveals.filter(({ purpose }) => !BY_PARCEL.includes(purpose));
  return { hour: within(counted, now, HOUR), day: within(counted, now, DAY) };
};

/** Seconds until the oldest of these is an hour old. */
const untilFree = (reveals: readonly Counted[], now: string): number => {
  const oldest = Math.min(...reveals.map(({ grantedAt }) => Date.parse(grantedAt)));
  return Math.max(1, Math.ceil((oldest + HOUR - Date.parse(now)) / 1000));
};

/** Seconds to wait where one more reveal is over a quota; nothing where it is not. */
export const overQuota = async (
  unit: Unit,
  caller: Counterparty,
  asked: Asked,
  now: string,
): Promise<number | undefined> => {
  const all = await revealsOfOwner(unit, caller.partyId);
  const { limits } = revealQuota;
  const byActor = (reveals: readonly Counted[]) =>
    reveals.filter(({ actorId }) => actorId === asked.actorId);
  if (BY_PARCEL.includes(asked.purpose)) {
    const same = all.filter(
      ({ purpose, waybillNo, facet, status }) =>
        purpose === asked.purpose &&
        waybillNo === asked.waybillNo &&
        facet === caller.facet &&
        status !== 'DENIED',
    );
    if (same.length >= limits.parcelGrantCount) return HOUR / 1000;
    if (caller.facet !== 'LAST_MILE') return undefined;
    const delivering = byActor(
      within(all, now, HOUR).filter(
        ({ purpose, facet }) => purpose === asked.purpose && facet === caller.facet,
      ),
    );
    return delivering.length >= limits.lastMileHourlyCount ? untilFree(delivering, now) : undefined;
  }
  const { hour } = latelyOf([...all, ...(await lookupsOf(unit, caller.partyId))], now);
  const most = Math.max(
    limits.organisationHourlyCount,
    Math.floor(((await parcelCount(unit, caller, now)) * limits.organisationPercent) / 100),
  );
  if (hour.length >= most) return untilFree(hour, now);
  const own = byActor(hour);
  return own.length >= limits.actorHourlyCount ? untilFree(own, now) : undefined;
};

/** Whether an organisation reveals more than the percentage of its parcels: its next reveals need stronger proof. */
export const isAlarming = async (
  unit: Unit,
  caller: Counterparty,
  now: string,
): Promise<boolean> => {
  const { day } = latelyOf(await revealsOfOwner(unit, caller.partyId), now);
  if (day.length < FEWEST_OF_ALARM) return false;
  const parcels = await parcelCount(unit, caller, now);
  return day.length * 100 > parcels * revealQuota.limits.organisationPercent;
};
