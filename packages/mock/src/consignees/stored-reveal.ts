import type { RevealGrant } from '@openwaybill/schemas';
import type { Counterparty } from '../engine/options.ts';
import { recordRow } from '../store/resource.ts';
import type { Unit } from '../store/unit.ts';
import type { Asked } from './gates.ts';

/** A reveal as it is kept: never a field and never a sealed one, only what they are built from. */
export type StoredReveal = Asked &
  Pick<Counterparty, 'role' | 'facet'> & {
    readonly revealId: string;
    readonly owner: string;
    readonly orderNo: string;
    readonly status: RevealGrant['status'];
    readonly grantedAt: string;
    readonly expiresAt: string;
    readonly remainingUseCount: number;
    /** The number that stands for the real one. */
    readonly phone?: string;
    readonly auditReceipt: RevealGrant['auditReceipt'];
    /** The persons inside the platform that approved it; none of them is the requester. */
    readonly approvers?: readonly string[];
    /** Each answer that used up a use, by the key of its command; what was read without one has none. */
    readonly shown?: readonly { readonly at: string; readonly key?: string }[];
  };

const COLLECTION = 'reveal';

const parentOf = (orderNo: string, waybillNo: string): string => `${orderNo}/${waybillNo}`;

export const putReveal = (unit: Unit, now: string, reveal: StoredReveal): void =>
  unit.put({
    ...recordRow(
      COLLECTION,
      reveal.revealId,
      reveal.owner,
      now,
      reveal,
      parentOf(reveal.orderNo, reveal.waybillNo),
    ),
    createdAt: reveal.grantedAt,
  });

/** The reveals about one parcel, whoever has them. */
export const revealsOfParcel = async (
  unit: Unit,
  orderNo: string,
  waybillNo: string,
): Promise<readonly StoredReveal[]> =>
  (await unit.list({ collection: COLLECTION, parent: parentOf(orderNo, waybillNo) })).map(
    (row) => row.body as StoredReveal,
  );

/** The reveals that an organisation has. */
export const revealsOfOwner = async (unit: Unit, owner: string): Promise<readonly StoredReveal[]> =>
  (await unit.list({ collection: COLLECTION, owner })).map((row) => row.body as StoredReveal);
