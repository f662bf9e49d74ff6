import {
  addr1,
  capped,
  cellOf,
  columnOf,
  grantsFor,
  isOpen,
  maskContact,
  type ServedView,
  servedView,
  viewerOf,
} from '@openwaybill/privacy';
import type { CellCondition, ConsigneeView } from '@openwaybill/schemas';
import { effectiveAgreements } from '../engine/agreement.ts';
import { instantOf, MINUTE } from '../engine/clock.ts';
import type { Counterparty } from '../engine/options.ts';
import type { Unit } from '../store/unit.ts';
import { holdsFor } from './cell-facts.ts';
import type { Standing } from './standing.ts';
import type { VaultEntry } from './vault.ts';

const VALID_FOR = 5 * MINUTE;

/** The one view of a caller at a moment, by the policy; nothing where it may not even know that there is one. */
export const viewOf = async (
  unit: Unit,
  caller: Counterparty,
  entry: VaultEntry,
  standing: Standing,
  now: string,
): Promise<ServedView | undefined> => {
  const { role, facet, partyId } = caller;
  if (role === 'courier' && standing.carrier !== undefined && standing.carrier !== partyId)
    return undefined;
  const agreements = await effectiveAgreements(unit, partyId);
  const purposes = agreements.flatMap((agreement) => agreement.purposes);
  const viewer = viewerOf({ role, purposes, ...(facet === undefined ? {} : { facet }) });
  const column = columnOf(standing);
  const cell = cellOf(viewer, column);
  const facts = holdsFor(unit, caller, entry, standing);
  const held = new Set<CellCondition>();
  for (const condition of cell.when ?? []) if (await facts[condition]()) held.add(condition);
  const ageMilliseconds = Date.parse(now) - Date.parse(standing.sinceAt ?? now);
  if (!isOpen(cell, { holds: (condition) => held.has(condition), ageMilliseconds }))
    return undefined;
  const served = servedView(cell, column);
  if (served === undefined) return undefined;
  const left = grantsFor(agreements, 'ConsigneeView', role).map(({ maxView }) =>
    capped(served, maxView),
  );
  // what one grant limits, another one lets go
  return left.length === 0 || left.includes(served) ? served : left[0];
};

/** The members of a view, and no other. */
export const showView = (
  view: ServedView,
  consigneeRef: string,
  entry: VaultEntry,
  standing: Standing,
  now: string,
): ConsigneeView => {
  const { countryCode, regionCode, regionCodeVersion } = entry.address.region;
  const common = {
    consigneeRef,
    view,
    stage: standing.stage,
    validUntilAt: instantOf(Date.parse(now) + VALID_FOR),
  };
  switch (view) {
    case 'REFERENCE':
      return common;
    case 'ROUTING':
      return {
        ...common,
        region: {
          countryCode,
          ...(regionCode === undefined ? {} : { regionCode }),
          ...(regionCodeVersion === undefined ? {} : { regionCodeVersion }),
        },
        routing: { sortingCode: `${regionCode ?? countryCode}-01` },
      };
    case 'TAIL':
      return {
        ...common,
        ...(standing.waybillNo === undefined ? {} : { waybillNo: standing.waybillNo }),
        phoneMasked: maskContact(entry.contact).phoneMasked,
      };
    case 'MASKED':
      return {
        ...common,
        contactMasked: maskContact(entry.contact),
        addressMasked: addr1(entry.address, 'TOWN'),
      };
  }
};
