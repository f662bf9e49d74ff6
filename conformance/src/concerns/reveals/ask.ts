import { type Address, JUSTIFIED_PURPOSES, type RevealRequest } from '@openwaybill/schemas';
import type { Identity } from '../../drive/identity.ts';
import { act, type Prepared } from '../../drive/prepare.ts';
import type { Stage } from '../../drive/stage.ts';
import { answerOf, isAccepted } from '../../transcript/body.ts';
import type { Exchange } from '../../transcript/format.ts';

type Purpose = RevealRequest['purpose'];
type Field = RevealRequest['fields'][number];

const JUSTIFICATION = '外包装破损，需与收件人核对签收经过。';

/** A request for fields of one parcel, complete by the rules of the message. */
export const askFor = (
  parcel: { readonly consigneeRef: string; readonly waybillNo: string },
  purpose: Purpose,
  fields: readonly Field[],
  more: Partial<RevealRequest> = {},
): RevealRequest => ({
  consigneeRef: parcel.consigneeRef,
  waybillNo: parcel.waybillNo,
  purpose,
  fields: [...fields],
  actor: { actorId: 'emp_9f3k2m', kind: 'SYSTEM' },
  authentication: 'MFA',
  ...(JUSTIFIED_PURPOSES.includes(purpose) ? { justification: JUSTIFICATION } : {}),
  ...more,
});

/** The key to which an identity wants the answer sealed. */
export const sealedTo = (stage: Stage, identity: Identity): Partial<RevealRequest> => {
  const sealToKeyId = stage.sealingKeyId(identity);
  return sealToKeyId === undefined ? {} : { sealToKeyId };
};

export type Registered = {
  readonly name: string;
  readonly mobile: string;
  readonly address: Address;
};

/** A person whom the runner invented, as a merchant registers it. */
export const inventedPerson = (stage: Stage, label: string): Registered => {
  const { name, mobile, road, building, unitRoom } = stage.person(label);
  return {
    name,
    mobile,
    address: {
      region: { countryCode: 'CN', regionCode: '210202', regionCodeVersion: 'NBS-2023' },
      road,
      building,
      unitRoom,
      structured: true,
    },
  };
};

export type Parcel = Prepared<'consignment'> & { readonly waybillNo: string };

/** Registers a person for an order, as a merchant does. */
export const register = (
  stage: Stage,
  merchant: Identity,
  orderNo: string,
  { name, mobile, address }: Registered,
  more: { readonly basis?: 'CONTRACT' | 'CONSENT'; readonly probe?: string } = {},
): Promise<Exchange> =>
  stage.callAs(merchant, 'registerConsignee', {
    body: { orderNo, contact: { name, mobile }, address, basis: more.basis ?? 'CONTRACT' },
    intent: 'CONTROL',
    ...(more.probe === undefined ? {} : { probe: more.probe }),
  });

/** A parcel of the runner's for a person whom a merchant registered; nothing where it cannot be had. */
export const parcelFor = async (
  stage: Stage,
  person: Registered,
  more: {
    readonly merchant?: Identity;
    readonly basis?: 'CONTRACT' | 'CONSENT';
    readonly probe?: string;
  } = {},
): Promise<(Parcel & { readonly registered: Exchange }) | undefined> => {
  const { merchant = 'merchant', ...rest } = more;
  if (!stage.has(merchant)) return undefined;
  const orderNo = stage.invent.orderNo();
  const registered = await register(stage, merchant, orderNo, person, rest);
  if (!isAccepted(registered)) return undefined;
  const parcel = await stage.prepare('consignment', { orderNo });
  if ('blocked' in parcel || parcel.waybillNo === undefined) return undefined;
  return { ...parcel, waybillNo: parcel.waybillNo, registered };
};

/** The reference of another party to the consignee of an order, as the platform's own result names it. */
export const referenceOf = async (
  stage: Stage,
  parcel: Pick<Parcel, 'started'>,
  identity: Identity,
): Promise<string | undefined> => {
  if (parcel.started === undefined) return undefined;
  const run = await stage.call('getTestAction', {
    path: { actionId: String(answerOf(parcel.started)?.actionId) },
    intent: 'TEST_CONTROL',
  });
  const references: readonly { readonly partyId?: string; readonly consigneeRef?: string }[] =
    answerOf(run)?.result?.references ?? [];
  return references.find(({ partyId }) => partyId === stage.partyId(identity))?.consigneeRef;
};

/** As by a person inside the platform. */
export const decide = (stage: Stage, revealId: string, approve: boolean): Promise<Exchange> =>
  act(stage, 'DECIDE_REVEAL', { revealId, approve });

/** The id of the reveal of an answer. */
export const revealIdOf = (exchange: Exchange): string => String(answerOf(exchange)?.revealId);
