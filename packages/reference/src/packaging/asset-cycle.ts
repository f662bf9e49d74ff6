import {
  AssetStep,
  codesOf,
  epochMillis,
  type ReusableAssetEventReport,
  reusableAssetLifecycle,
} from '@openwaybill/schemas';

/** What the fold reads of an event of an asset. */
export type AssetObservation = Pick<
  ReusableAssetEventReport,
  'assetEventId' | 'step' | 'waybillNo' | 'occurredAt'
>;

/** A state of the lifecycle. */
export type AssetStatus = keyof typeof reusableAssetLifecycle.states;

/** What the set of the events of an asset says. */
export type AssetCycle = {
  readonly status: AssetStatus;
  /** How often it was issued again. */
  readonly cycleCount: number;
  /** The one live waybill, while it is bound. */
  readonly waybillNo?: string;
  /** Every event once, in the order of the fold. */
  readonly assetEventIds: readonly string[];
  /** Events that the cycle did not allow where they stand: they changed nothing. */
  readonly anomalies: ReadonlySet<string>;
};

const steps = codesOf(AssetStep);

const byId = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Nothing in it depends on who received what when. */
const inOrder = (a: AssetObservation, b: AssetObservation): number =>
  epochMillis(a.occurredAt) - epochMillis(b.occurredAt) ||
  steps[a.step].rank - steps[b.step].rank ||
  byId(a.assetEventId, b.assetEventId);

/** Where a step leads from a state, by the table; `undefined` where it is an anomaly. */
const nextOf = (status: AssetStatus, step: string): AssetStatus | undefined => {
  const row = reusableAssetLifecycle.transitions.find(
    ({ kind, on, from }) => kind === 'observation' && on === step && from.includes(status),
  );
  return row === undefined || row.to === 'SAME' ? undefined : row.to;
};

/** Where an asset is in its cycle: a pure function of the set of its events. One id has one content. */
export const assetCycleOf = (events: readonly AssetObservation[]): AssetCycle => {
  const once = [...new Map(events.map((event) => [event.assetEventId, event])).values()];
  const anomalies = new Set<string>();
  let status: AssetStatus = 'IDLE';
  let cycleCount = 0;
  let waybillNo: string | undefined;
  const ordered = once.sort(inOrder);
  for (const event of ordered) {
    const next = nextOf(status, event.step);
    if (next === undefined) {
      anomalies.add(event.assetEventId);
      continue;
    }
    status = next;
    waybillNo = event.step === 'BOUND' ? event.waybillNo : undefined;
    if (event.step === 'REISSUED') cycleCount += 1;
  }
  return {
    status,
    cycleCount,
    ...(waybillNo === undefined ? {} : { waybillNo }),
    assetEventIds: ordered.map(({ assetEventId }) => assetEventId),
    anomalies,
  };
};
