import type { ContactBindingRequest } from '@openwaybill/schemas';
import type { Identity } from '../../drive/identity.ts';
import type { Stage } from '../../drive/stage.ts';
import { answerOf } from '../../transcript/body.ts';
import type { Exchange } from '../../transcript/format.ts';

/** A way to reach the person of a parcel, as its courier asks for it. */
export const bind = (
  stage: Stage,
  who: Identity,
  { consigneeRef, waybillNo }: { readonly consigneeRef: string; readonly waybillNo: string },
  probe: string,
  more: Partial<ContactBindingRequest> = {},
): Promise<Exchange> =>
  stage.callAs(who, 'bindContact', {
    body: {
      consigneeRef,
      waybillNo,
      purpose: 'FULFIL_DELIVER',
      model: 'AXB',
      ttl: 'P30D',
      ...more,
    },
    intent: 'CONTROL',
    probe,
  });

/** The path of the binding that an answer has. */
export const pathOf = (binding: Exchange): { readonly bindingId: string } => ({
  bindingId: String(answerOf(binding)?.bindingId),
});
