import type { ClaimFiling, ComplaintOpening } from '@openwaybill/schemas';
import { freshBody } from '../../drive/example.ts';
import type { Stage } from '../../drive/stage.ts';
import { TEST_CARRIER } from '../../drive/test-carrier.ts';

/** The number of a parcel that a claim may be about; who carries none takes any number. */
const claimableNo = async (stage: Stage): Promise<string | undefined> => {
  if (stage.claim.role !== 'courier')
    return `ZZ${stage.invent.uuid().replaceAll('-', '').slice(-12).toUpperCase()}`;
  const waybill = await stage.prepare('waybill');
  return 'blocked' in waybill ? undefined : waybill.waybillNo;
};

/** A claim for a parcel of its own, or for the one that is named. */
export const claimBody = async (
  stage: Stage,
  more: Partial<ClaimFiling> = {},
): Promise<ClaimFiling | undefined> => {
  const waybillNo = more.waybillNo ?? (await claimableNo(stage));
  if (waybillNo === undefined) return undefined;
  return {
    ...freshBody(stage, 'fileClaim', 'claimId'),
    carrierCode: TEST_CARRIER,
    ...more,
    waybillNo,
  };
};

/** A complaint about a parcel of its own, or about the one that is named. */
export const complaintBody = async (
  stage: Stage,
  more: Partial<ComplaintOpening> = {},
): Promise<ComplaintOpening | undefined> => {
  const waybillNo = more.waybillNo ?? (await claimableNo(stage));
  if (waybillNo === undefined) return undefined;
  return {
    ...freshBody(stage, 'openComplaint', 'complaintId'),
    carrierCode: TEST_CARRIER,
    openedAt: new Date(await stage.now()).toISOString(),
    ...more,
    waybillNo,
  };
};
