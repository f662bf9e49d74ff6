import type { Agreement } from '@openwaybill/schemas';
import type { Behaviour } from '../engine/call.ts';
import { ownResource } from '../engine/own-resource.ts';

/** No `ETag`: the revision of an agreement numbers its terms. */
export const getAgreement: Behaviour = async (call) => ({
  status: 200,
  body: await ownResource<Agreement>(call, 'agreement', call.path.agreementId ?? ''),
});
