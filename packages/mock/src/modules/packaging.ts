import {
  assetCycleOf,
  type CreditEntry,
  type CreditRefusal,
  creditBalanceOf,
  creditRefusalOf,
  expiredCreditOf,
} from '@openwaybill/reference/packaging';
import {
  AssetStep,
  codesOf,
  type GreenCreditEntry,
  type ReusableAssetEvent,
} from '@openwaybill/schemas';
import { judge } from '@openwaybill/validate';
import type { Behaviour } from '../engine/call.ts';
import { uuid7 } from '../engine/invent.ts';
import { Refusal, ruleViolated } from '../engine/refusal.ts';
import { changeResource, collectionNamed } from '../resources/change.ts';
import type { Happening, Hooks, ModuleBehaviours, Resource } from '../resources/hooks.ts';
import { performPlainly } from '../resources/plain-behaviour.ts';
import type { Unit } from '../store/unit.ts';

const ASSETS = 'reusable-assets';
const ASSET_EVENTS = 'reusable-asset-events';
const CREDITS = 'green-credit-entries';

/** Of this platform: the standard leaves to each how long its points live. */
const CREDIT_LIFETIME_DAYS = 365;

/** What this operator binds an asset to when it is made to: a number that no courier gives. */
const OWN_WAYBILL = 'ZZ000000000000';

type Held<T> = { readonly owner: string; readonly body: T };

/** What everybody reported of an asset. */
const eventsOf = async (
  unit: Unit,
  assetId: string,
): Promise<readonly Held<ReusableAssetEvent>[]> =>
  (await unit.list({ collection: ASSET_EVENTS }))
    .map(({ owner, body }) => ({ owner, body: body as ReusableAssetEvent }))
    .filter(({ body }) => body.assetId === assetId);

const assetNamed = async (unit: Unit, assetId: string): Promise<Held<Resource>> => {
  const row = await unit.row(ASSETS, assetId);
  if (row === undefined) throw new Refusal('NOT_FOUND');
  return { owner: row.owner, body: row.body as Resource };
};

/** Two organisations may have used one id: each event is known by who reported it too. */
const keyOf = ({ owner, body }: Held<ReusableAssetEvent>): string =>
  `${owner}/${body.assetEventId}`;

const cycleOf = (events: readonly Held<ReusableAssetEvent>[]) =>
  assetCycleOf(events.map((held) => ({ ...held.body, assetEventId: keyOf(held) })));

const assets: Hooks = {
  isShared: true,
  draft: ({ path }, next, before) => {
    const verdict = before === undefined ? judge('AssetId', next.assetId) : { ok: true as const };
    if (!verdict.ok && path.assetId !== undefined)
      throw new Refusal('CHECK_DIGIT_INVALID', {
        issues: verdict.issues.map((issue) => ({ ...issue, pointer: '/assetId' })),
      });
    return { ...next, cycleCount: next.cycleCount ?? before?.cycleCount ?? 0 };
  },
  changed: async (happening, next) => {
    if (!(happening.on in codesOf(AssetStep))) return;
    // what this operator sees itself is an event too: else the next report would undo it
    const { system, now, on: step } = happening;
    const collection = collectionNamed(system, ASSET_EVENTS);
    await changeResource(
      { ...happening, owner: system.options.partyId, on: 'record-asset-event' },
      collection,
      {
        assetEventId: uuid7(system.random, Date.parse(now)),
        assetId: next.assetId,
        step,
        ...(step === 'BOUND' ? { waybillNo: OWN_WAYBILL } : {}),
        occurredAt: now,
        anomaly: false,
      },
      undefined,
    );
  },
};

/** The asset as all its events make it, with this one. */
const refold = async (
  happening: Happening,
  next: ReusableAssetEvent,
): Promise<Resource & { readonly tell: readonly string[] }> => {
  const { system, unit } = happening;
  const events = await eventsOf(unit, next.assetId);
  const { status, cycleCount, anomalies } = cycleOf(events);
  for (const held of events) {
    const { owner, body } = held;
    const anomaly = anomalies.has(keyOf(held));
    if (body.anomaly !== anomaly)
      await changeResource(
        { ...happening, owner },
        collectionNamed(system, ASSET_EVENTS),
        { ...body, anomaly },
        body,
      );
  }
  const { owner, body: asset } = await assetNamed(unit, next.assetId);
  if (asset.status !== status || asset.cycleCount !== cycleCount)
    await changeResource(
      { ...happening, owner },
      collectionNamed(system, ASSETS),
      { ...asset, status, cycleCount },
      asset,
    );
  return { status, cycleCount, tell: [...new Set([owner, ...events.map((one) => one.owner)])] };
};

/** An event is read by who reported it: others learn of the asset, not of its waybills. */
const assetEvents: Hooks = {
  draft: async ({ unit, owner }, next, before) => {
    if (before !== undefined) return next;
    await assetNamed(unit, next.assetId);
    const held = { owner, body: next as ReusableAssetEvent };
    const { anomalies } = cycleOf([...(await eventsOf(unit, next.assetId)), held]);
    return { ...next, anomaly: anomalies.has(keyOf(held)) };
  },
  changed: async (happening, next, before) => {
    if (before !== undefined) return;
    const { system, unit, now } = happening;
    const event = next as ReusableAssetEvent;
    const { status, cycleCount, tell } = await refold(happening, event);
    const { assetEventId, assetId, step, waybillNo, occurredAt } = event;
    for (const to of tell)
      if (['platform', 'courier'].includes(system.counterparty(to)?.role ?? ''))
        await system.emit(unit, now, {
          type: 'org.openwaybill.packaging.asset.recorded',
          to,
          data: {
            assetEventId,
            assetId,
            step,
            ...(waybillNo === undefined ? {} : { waybillNo }),
            status,
            cycleCount,
            occurredAt,
          },
        });
  },
};

const RULES: Readonly<Record<CreditRefusal['rule'], string>> = {
  'points-sign': 'DSC-023',
  'balance-exceeded': 'PKG-003',
  'reversal-unknown': 'PKG-004',
  'reversal-repeated': 'PKG-004',
  'reversal-amount': 'PKG-004',
};

const entriesOf = async (unit: Unit): Promise<readonly GreenCreditEntry[]> =>
  (await unit.list({ collection: CREDITS })).map(({ body }) => body as GreenCreditEntry);

/** Who holds the reference, which nobody can guess, reads its entries. */
const credits: Hooks = {
  isShared: true,
  draft: async ({ unit }, next) => {
    const entries = await entriesOf(unit);
    const posting = next as CreditEntry;
    const refusal = creditRefusalOf(entries, posting);
    if (refusal !== undefined) throw ruleViolated(refusal.pointer, RULES[refusal.rule]);
    return {
      ...next,
      balanceAfter: creditBalanceOf(entries, posting.consumerRef) + posting.points,
    };
  },
  invent: async ({ system, unit, now, on }) => {
    const entries = on === 'EXPIRED' ? await entriesOf(unit) : [];
    for (const consumerRef of new Set(entries.map((entry) => entry.consumerRef))) {
      const lifetimeDayCount = CREDIT_LIFETIME_DAYS;
      const points = expiredCreditOf(entries, { consumerRef, asOfAt: now, lifetimeDayCount });
      if (points > 0)
        return {
          entryId: uuid7(system.random, Date.parse(now)),
          consumerRef,
          points: -points,
          reason: 'EXPIRED',
          reference: `expiry:${now.slice(0, 10)}`,
          postedAt: now,
        };
    }
    throw new Refusal('STATE_ILLEGAL');
  },
  changed: async ({ system, unit, now, owner }, { entryId, points, reason, postedAt }) => {
    if (system.counterparty(owner)?.role === 'packaging-operator')
      await system.emit(unit, now, {
        type: 'org.openwaybill.packaging.credit.posted',
        to: owner,
        data: { entryId, points, reason, postedAt },
      });
  },
};

/** A reference without an entry is one that does not exist. */
const listGreenCredits: Behaviour = async (call) => {
  const { consumerRef } = call.query;
  const entries = await entriesOf(call.unit);
  if (!entries.some((entry) => entry.consumerRef === consumerRef)) throw new Refusal('NOT_FOUND');
  return performPlainly(call);
};

/** Cycles that are folds of what was seen of them, and points of which none is lost. */
export const packaging: ModuleBehaviours = {
  operations: { 'list-green-credits': listGreenCredits },
  resources: { [ASSETS]: assets, [ASSET_EVENTS]: assetEvents, [CREDITS]: credits },
};
