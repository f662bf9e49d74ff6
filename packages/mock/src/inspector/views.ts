import {
  columnOf,
  holdsIn,
  inclusionPath,
  isForViewer,
  leafHash,
  rootOf,
  verifyInclusion,
} from '@openwaybill/privacy';
import {
  type ConsigneeMasked,
  type Order,
  POLICY,
  type PolicyCell,
  type PurposeLimit,
  type StageColumn,
  stageOf,
  type Viewer,
  type ViewerEntry,
} from '@openwaybill/schemas';
import { hex } from '@openwaybill/validate';
import { AUDIT, auditEntryOf, leafOf, logSize, nodesOf } from '../audit/log.ts';
import { standingOf } from '../consignees/standing.ts';
import { findVaultEntry } from '../consignees/vault.ts';
import { showView, viewOf } from '../consignees/view.ts';
import type { Counterparty } from '../engine/options.ts';
import type { System } from '../engine/system.ts';
import { findBoundWaybill } from '../observed/bind-waybill.ts';
import { foldParcel } from '../parcels/fold-parcel.ts';
import { findParcel } from '../parcels/stored-parcel.ts';
import type { Unit } from '../store/unit.ts';
import { suspectIn } from './suspect.ts';
import type { AuditRow, PolicyCellView, ViewerView, Views } from './wire.ts';

const viewers = Object.entries(POLICY.viewers) as readonly (readonly [Viewer, ViewerEntry])[];

const cellView = (cell: PolicyCell): PolicyCellView => ({
  shows: cell.shows,
  released: cell.released ?? [],
  when: cell.when ?? [],
  ...(cell.within === undefined ? {} : { within: cell.within }),
});

const YES = { en: 'Possible now: purpose and stage allow it.', zh: '当前可行：目的与阶段均允许。' };

/** Whether the table of purposes lets a viewer ask at this stage, and if not, what is in the way. */
const revealsOf = (viewer: Viewer, column: StageColumn): ViewerView['reveals'] =>
  POLICY.purposes
    .filter((limit) => limit.useCount > 0 && isForViewer(limit, viewer))
    .map((limit: PurposeLimit) => {
      const isPossible = holdsIn(limit, column);
      return {
        purpose: limit.purpose,
        fields: limit.fields,
        isPossible,
        because: isPossible
          ? YES
          : {
              en: `Not at ${column}: allowed at ${limit.stages.join(', ')}${limit.afterSales === true ? ' and while a case is open' : ''}.`,
              zh: `${column} 阶段不可：仅限 ${limit.stages.join('、')}${limit.afterSales === true ? '及售后处理期间' : ''}。`,
            },
      };
    });

/** Where a parcel stands for the policy, and what this party holds of its consignee. */
type Subject = {
  readonly column: StageColumn;
  readonly stage: string;
  /** What each counterparty would be answered; a party without the vault answers nobody. */
  readonly served: (counterparty: Counterparty) => Promise<ViewerView['served']>;
  /** What a courier was handed with the order. */
  readonly handed?: ConsigneeMasked;
};

const subjectOf = async (
  unit: Unit,
  tenant: string,
  waybillNo: string,
  now: string,
): Promise<Subject | undefined> => {
  const parcel = await findParcel(unit, waybillNo);
  if (parcel !== undefined && parcel.owner === tenant) {
    const { status, sinceAt } = foldParcel(parcel);
    const stage = stageOf(status, sinceAt, now);
    const order = await unit.get<{ readonly order: Order }>('order', `${tenant}/${parcel.orderNo}`);
    const handed = order?.order.consignee;
    return {
      stage,
      column: columnOf({ stage }),
      served: async () => undefined,
      ...(handed === undefined ? {} : { handed }),
    };
  }
  const bound = await findBoundWaybill(unit, tenant, waybillNo);
  const standing = bound && (await standingOf(unit, bound.orderNo, now, waybillNo));
  if (bound === undefined || standing === undefined) return undefined;
  const entry = await findVaultEntry(unit, bound.orderNo);
  return {
    stage: standing.stage,
    column: columnOf(standing),
    served: async (counterparty) => {
      if (entry === undefined) return undefined;
      const view = await viewOf(unit, counterparty, entry, standing, now);
      return view === undefined
        ? undefined
        : { view, value: showView(view, '(own reference)', entry, standing, now) };
    },
  };
};

const MAX_ENTRIES = 200;

/** The last entries of the audit log, each proved to be in it. */
const auditOf = async (unit: Unit): Promise<Views['audit']> => {
  const size = await logSize(unit);
  if (size === 0) return { size, entries: [] };
  const nodes = nodesOf(unit);
  const root = await rootOf(nodes, size);
  const rows = (await unit.list({ collection: AUDIT })).slice(-MAX_ENTRIES);
  const entries: AuditRow[] = [];
  for (const { id, body } of rows) {
    const index = Number(id);
    const leaf = leafOf(body);
    const entry = auditEntryOf(body);
    const path = await inclusionPath(nodes, index, size);
    const hash = leaf === undefined ? undefined : await leafHash(new TextEncoder().encode(leaf));
    entries.push({
      index,
      ...(entry === undefined
        ? {}
        : {
            at: entry.recordedAt,
            kind: entry.kind,
            who: `${entry.organisationId} (${entry.role})`,
            ...(entry.purpose === undefined ? {} : { purpose: entry.purpose }),
            ...(entry.gate === undefined ? {} : { gate: entry.gate }),
          }),
      leafHash: hash === undefined ? '' : hex(hash),
      path: path.map(hex),
      verifies:
        hash !== undefined &&
        (await verifyInclusion({ leafHash: hash, leafIndex: index, treeSize: size, path, root })),
    });
  }
  return { size, root: hex(root), entries: entries.reverse() };
};

/** Who sees what of one parcel, by the policy and by what is stored; nothing where the tenant has no such parcel. */
export const viewsOf = async (
  system: System,
  unit: Unit,
  now: string,
  tenant: string,
  waybillNo: string,
): Promise<Views | undefined> => {
  const subject = await subjectOf(unit, tenant, waybillNo, now);
  if (subject === undefined) return undefined;
  const { column, stage, served, handed } = subject;
  const shown: ViewerView[] = [];
  for (const [viewer, entry] of viewers) {
    const counterparty = system.options.counterparties.find(
      ({ role, facet }) =>
        role === entry.role && (entry.facet === undefined || (facet ?? 'CORE') === entry.facet),
    );
    const isSelf = entry.role === system.options.role && entry.facet !== 'LINEHAUL';
    const seen =
      isSelf &&
      handed !== undefined &&
      POLICY.matrix[viewer][column].shows.some((one) => one === 'masked')
        ? { view: 'MASKED', value: handed }
        : counterparty === undefined
          ? undefined
          : await served(counterparty);
    shown.push({
      viewer,
      title: { en: entry.en, zh: entry.zh },
      ...(entry.role === undefined ? {} : { role: entry.role }),
      cells: Object.fromEntries(
        POLICY.columns.map((one) => [one, cellView(POLICY.matrix[viewer][one])]),
      ),
      ...(seen === undefined ? {} : { served: seen }),
      leaks: seen === undefined ? [] : (suspectIn(seen.value)?.sightings ?? []),
      reveals: revealsOf(viewer, column),
    });
  }
  return {
    waybillNo,
    stage: column === 'AFTER_SALES' ? column : stage,
    columns: POLICY.columns,
    views: POLICY.views,
    conditions: POLICY.conditions,
    viewers: shown,
    audit: await auditOf(unit),
  };
};
