import type { RevealGrant } from '@openwaybill/schemas';
import { recordRow } from '../store/resource.ts';
import type { Unit } from '../store/unit.ts';
import type { Asked } from './gates.ts';

/** A reveal as it is kept: never a field and never a sealed one, only what they are built from. */
export type StoredReveal = Asked & {
  readonly revealId: string;
  readonly owner: string;
  readonly orderNo: string;
  readonly status: RevealGrant['status'];
  readonly grantedAt: string;
  readonly expiresAt: string;
  readonly remainingUseCount: number;
  readonly phone?: string;
  readonly auditReceipt: RevealGrant['auditReceipt'];
  readonly approvedBy?: string;
};

const COLLECTION = 'reveal';

export const putReveal = (unit: Unit, now: string, reveal: StoredReveal): void =>
  unit.put({
    ...recordRow(
      COLLECTION,
      reveal.revealId,
      reveal.owner,
      now,
      reveal,
      `${reveal.owner}/${reveal.waybillNo}`,
    ),
    createdAt: reveal.grantedAt,
  });

export const revealsOfParcel = async (
  unit: Unit,
  owner: string,
  waybillNo: string,
): Promise<readonly StoredReveal[]> =>
  (await unit.list({ collection: COLLECTION, parent: `${owner}/${waybillNo}` })).map(
    (row) => row.body as StoredReveal,
  );
