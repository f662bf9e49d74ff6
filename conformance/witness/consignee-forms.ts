import {
  type Bag,
  both,
  closed,
  type Form,
  flag,
  form,
  instant,
  list,
  note,
  open,
  ruled,
  say,
  text,
} from './form.ts';
import { hasDigitRun, looksMasked } from './masks.ts';
import { geo, orderNo, preference, purposes, ref, region, url, uuid, waybillNo } from './words.ts';

/** What a person wrote in plain: no mask, and no phone where none belongs. */
const written =
  (max: number, isNumber = false): Form =>
  (value, at, report) => {
    text(max)(value, at, report);
    if (typeof value !== 'string') return;
    if (looksMasked(value))
      say(report, 'MASKED_VALUE_AS_INPUT', at, 'masked-input', 'The value is masked.');
    else if (!isNumber && hasDigitRun(value))
      say(report, 'PLAINTEXT_PERSONAL_DATA', at, 'digit-run', 'The text holds a run of digits.');
  };
const number: Form = (value, at, report) => {
  if (typeof value === 'string' && looksMasked(value))
    say(report, 'MASKED_VALUE_AS_INPUT', at, 'masked-input', 'The value is masked.');
  else text(16, /^\+[1-9][0-9]{6,14}$/)(value, at, report);
};
const contact = form(
  {
    name: written(40),
    'mobile?': number,
    'landline?': number,
    'extension?': text(6, /^[0-9]{1,6}$/),
  },
  (value, at, report) => {
    const { mobile, landline, extension } = value as Bag;
    if (mobile === undefined && landline === undefined) ruled(report, at, 'contact-number');
    if (extension !== undefined && landline === undefined) ruled(report, at, 'extension');
  },
);
const address = form({
  region: both(region, (value, at, report) => {
    for (const name of ['provinceName', 'cityName', 'districtName', 'townName'])
      if ((value as Bag | null)?.[name] !== undefined)
        written(30)((value as Bag)[name], `${at}/${name}`, report);
  }),
  road: written(100),
  'building?': written(60),
  'unitRoom?': written(60),
  'postcode?': text(6, /^[0-9]{6}$/),
  'poiName?': written(60),
  'deliveryAddressCode?': text(64),
  'geo?': geo,
  structured: flag,
});
const fields = (most: number): Form =>
  list(closed('NAME', 'PHONE', 'ADDRESS', 'DELIVERY_NOTE', 'ID_NUMBER'), 1, most, true);
const reveal = form(
  {
    'consigneeRef?': ref,
    'consignorRef?': ref,
    waybillNo,
    purpose: purposes,
    fields: fields(4),
    actor: form({
      actorId: text(64),
      kind: closed('COURIER', 'STATION', 'SYSTEM', 'CONSIGNEE'),
      'alias?': text(20),
    }),
    authentication: closed('PASSWORD', 'MFA', 'DEVICE'),
    'justification?': both(note(200), text(200, /^.*$/s, 10)),
    'legalBasisRef?': text(80),
    'sealToKeyId?': text(100, /^[A-Za-z0-9._~-]+$/),
  },
  (value, at, report) => {
    const { consigneeRef, consignorRef, purpose, justification, legalBasisRef } = value as Bag;
    if ((consigneeRef === undefined) === (consignorRef === undefined)) ruled(report, at, 'DSC-023');
    if (JUSTIFIED.includes(String(purpose)) && justification === undefined)
      ruled(report, at, 'DSC-023');
    if (purpose === 'COMPLIANCE_AUTHORITY' && legalBasisRef === undefined)
      ruled(report, at, 'DSC-023');
  },
);
const JUSTIFIED = [
  'SERVICE_CLAIM',
  'COMPLIANCE_REAL_NAME',
  'COMPLIANCE_INSPECTION',
  'COMPLIANCE_AUTHORITY',
  'CUSTOMS_DECLARATION',
];
const DURATION =
  /^P([0-9]{1,9}D(T([0-9]{1,9}H([0-9]{1,9}M)?([0-9]{1,9}S)?|[0-9]{1,9}M([0-9]{1,9}S)?|[0-9]{1,9}S))?|T([0-9]{1,9}H([0-9]{1,9}M)?([0-9]{1,9}S)?|[0-9]{1,9}M([0-9]{1,9}S)?|[0-9]{1,9}S))$/;
/** How long an ISO 8601 duration of days and time is, in seconds. */
export const secondsOf = (duration: string): number => {
  const of = (unit: string): number =>
    Number(new RegExp(`([0-9]+)${unit}`).exec(duration)?.[1] ?? 0);
  return of('D') * 86400 + of('H') * 3600 + of('M') * 60 + of('S');
};
const kinds = closed('PHONE', 'NAME');

/** Bodies that a platform takes, by name. */
export const CONSIGNEE_FORMS: Readonly<Record<string, Form>> = {
  ConsigneeRegistration: form({
    contact,
    address,
    'deliveryNote?': (value, at, report) => {
      text(100)(value, at, report);
      if (typeof value === 'string' && hasDigitRun(value))
        say(report, 'PLAINTEXT_PERSONAL_DATA', at, 'digit-run', 'The text holds a run of digits.');
    },
    orderNo,
    basis: closed('CONTRACT', 'CONSENT', 'LEGAL_DUTY', 'EMERGENCY', 'PUBLISHED'),
  }),
  ConsigneeLookup: form(
    { kind: kinds, value: written(40, true), purpose: purposes },
    (value, at, report) => {
      const { kind, value: searched } = value as Bag;
      if (kind === 'PHONE' && typeof searched === 'string' && !looksMasked(searched))
        if (!/^\+[1-9][0-9]{6,14}$/.test(searched)) ruled(report, `${at}/value`, 'DSC-023');
    },
  ),
  RevealRequest: reveal,
  RevealRequestBatch: form({ items: list(() => undefined, 1, 20) }),
  ContactBindingRequest: form(
    {
      consigneeRef: ref,
      waybillNo,
      purpose: purposes,
      model: closed('AXB', 'AXN', 'AXN_EXT', 'AXG', 'CLICK_TO_CALL'),
      ttl: text(42, DURATION),
    },
    (value, at, report) => {
      const { ttl } = value as Bag;
      if (typeof ttl !== 'string' || !DURATION.test(ttl)) return;
      if (secondsOf(ttl) < 3600 || secondsOf(ttl) > 30 * 86400)
        ruled(report, `${at}/ttl`, 'DSC-023');
    },
  ),
  ConsentRecording: form({
    consentId: uuid,
    consigneeRef: ref,
    'waybillNo?': waybillNo,
    scope: closed('ONE_PARCEL', 'STANDING'),
    preference,
    grantedAt: instant,
    channel: text(20),
    'extensions?': () => undefined,
  }),
  TestActionRequest: form({
    action: open,
    'counterparty?': url,
    input: form({
      'orderNo?': orderNo,
      'consigneeSeed?': text(64, /^[A-Za-z0-9_.-]+$/),
      'freeShippingBearer?': closed('SELLER', 'PLATFORM'),
      'packClass?': open,
      'reason?': open,
      'packageId?': text(40, /^[A-Za-z0-9_]+$/),
      'labelFormat?': open,
      'consigneeRef?': ref,
      'waybillNo?': waybillNo,
      'purpose?': purposes,
      'fields?': fields(4),
      'agreementId?': text(26),
      'cursor?': text(200),
      'eventTypes?': list(text(80), 1, 100, true),
      'callbackUrl?': url,
      'revealId?': text(25, /^rv_[A-Za-z0-9_-]{22}$/),
      'collection?': text(40),
      'resourceId?': text(64),
      'fact?': text(40),
      'operationId?': text(60),
      'legalBasisRef?': text(80),
      'untilOn?': text(10),
      'approve?': flag,
    }),
  }),
};
