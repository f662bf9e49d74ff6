import type { ReturnAuthorisation, ReturnStatusChange } from '@openwaybill/schemas';
import { act } from '../../drive/prepare.ts';
import type { Stage } from '../../drive/stage.ts';
import { answerOf, isAccepted, requestOf } from '../../transcript/body.ts';

/** What a platform asked of a courier, and the number under which it comes back. */
export type Asked = { readonly request: ReturnAuthorisation; readonly returnWaybillNo: string };

/** The platform under test authorises a return of one of its parcels at the runner. */
export const authorised = async (stage: Stage): Promise<Asked | undefined> => {
  const parcel = await stage.prepare('consignment');
  if ('blocked' in parcel || parcel.waybillNo === undefined) return undefined;
  const { waybillNo } = parcel;
  const started = await act(stage, 'AUTHORISE_RETURN', { waybillNo });
  if (!isAccepted(started)) return undefined;
  const asked = await stage.await(
    {
      operation: 'authoriseReturn',
      matches: (exchange) => requestOf(exchange)?.originalWaybillNo === waybillNo,
    },
    stage.run.maxWaitMilliseconds,
  );
  await stage.settle();
  if (asked === undefined || !isAccepted(asked)) return undefined;
  return {
    request: requestOf(asked),
    returnWaybillNo: String(answerOf(asked)?.returnWaybillNo),
  };
};

/** The courier tells how a return goes on. */
export const tell = async (
  stage: Stage,
  { request, returnWaybillNo }: Asked,
  toStatus: ReturnStatusChange['toStatus'],
  revision: number,
): Promise<void> => {
  const { rmaNo, originalWaybillNo } = request;
  const data: ReturnStatusChange = {
    rmaNo,
    originalWaybillNo,
    returnWaybillNo,
    toStatus,
    revision,
    occurredAt: new Date(await stage.now()).toISOString(),
  };
  await stage.deliver({ type: 'org.openwaybill.returns.status.changed', data });
  await stage.settle();
};
