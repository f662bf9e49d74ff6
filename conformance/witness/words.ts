import { isCredit, isRef } from './check-digits.ts';
import {
  type Bag,
  both,
  checked,
  closed,
  type Form,
  form,
  instant,
  isInstant,
  list,
  masked,
  ruled,
  say,
  text,
  whole,
} from './form.ts';

export const uuid = text(36, /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
export const orderNo = text(64, /^[A-Za-z0-9_-]+$/);
export const waybillNo = text(34, /^[A-Z0-9-]{8,34}$/);
export const packageId = text(40, /^[A-Za-z0-9_]+$/);
export const ref = checked(text(27, /^cr1_[A-Za-z0-9_-]{23}$/), isRef, 'consignee-ref');
export const partyId = checked(
  text(18, /^[A-Z0-9]{2,18}$/),
  (value) => value.length < 18 || isCredit(value),
  'party-id',
);
export const role = closed(
  ...'platform courier merchant isv service-point locker warehouse packaging-operator hub customs-agent insurer regulator consignee'.split(
    ' ',
  ),
);
export const later =
  (from: string, to: string): Form =>
  (value, at, report) => {
    const { [from]: first, [to]: last } = value as Bag;
    if (isInstant(first) && isInstant(last) && Date.parse(last) <= Date.parse(first))
      ruled(report, `${at}/${to}`, 'after');
  };
export const window = form({ fromAt: instant, toAt: instant }, later('fromAt', 'toAt'));
/** Members that stand together or not at all, and members that another one calls for. */
export const needs =
  (name: string, isDue: (value: Bag) => boolean, rule = 'conditional-member'): Form =>
  (value, at, report) => {
    if (isDue(value as Bag) && (value as Bag)[name] === undefined)
      ruled(report, `${at}/${name}`, rule);
  };
export const regionCode = text(6, /^[0-9]{6}$/);
export const regionVersion = text(15, /^(GBT2260-[0-9]{4}(-[0-9]{2})?|NBS-[0-9]{4})$/);
export const region = form(
  {
    countryCode: text(2, /^[A-Z]{2}$/),
    'regionCode?': regionCode,
    'townCode?': text(9, /^[0-9]{9}$/),
    'villageCode?': text(12, /^[0-9]{12}$/),
    'regionCodeVersion?': regionVersion,
    'subdivisionCode?': text(6, /^[A-Z]{2}-[A-Z0-9]{1,3}$/),
    'provinceName?': text(30),
    'cityName?': text(30),
    'districtName?': text(30),
    'townName?': text(30),
  },
  both(
    needs('regionCode', ({ countryCode }) => countryCode === 'CN'),
    needs('regionCodeVersion', ({ regionCode }) => regionCode !== undefined),
  ),
);
export const PLAIN =
  'name mobile landline extension unitRoom geo deliveryAddressCode postcode poiName structured region'.split(
    ' ',
  );
export const contactMasked = form(
  {
    nameMasked: masked(10, /^(\*{3}|[^* ]{1,8}\*{2})$/u),
    phoneMasked: masked(
      20,
      /^(\*{3}|(\*{7}[0-9]{4}|0[0-9]{2,3}-\*{6}[0-9]{1,2}|\+?\*{6,13}[0-9]{1,2})(-\*{3})?)$/,
    ),
  },
  undefined,
  PLAIN,
);
export const level = (max: number) => both(text(max), masked(max, /^[^*∗✱٭﹡＊●○◯⬤█▇■□×✕✖]*$/u));
/** A unit or room that slipped into a road or building. */
export const UNIT =
  /([0-9]{1,4}|[零〇一二三四五六七八九十]{1,5})(单元|室)|[0-9]{1,4}-[0-9]{1,4}-[0-9]{1,4}/u;
export const withoutUnit =
  (max: number): Form =>
  (value, at, report) => {
    level(max)(value, at, report);
    if (typeof value === 'string' && UNIT.test(value.normalize('NFKC')))
      say(report, 'PLAINTEXT_PERSONAL_DATA', at, 'unit', 'The value names a unit or room.');
  };
export const addressMasked = form(
  {
    'provinceName?': level(30),
    'cityName?': level(30),
    'districtName?': level(30),
    'townName?': level(30),
    'road?': withoutUnit(100),
    'building?': withoutUnit(60),
    'regionCode?': regionCode,
    'regionCodeVersion?': regionVersion,
    tail: masked(4, /^\*{4}$/),
  },
  needs('regionCodeVersion', ({ regionCode }) => regionCode !== undefined),
  PLAIN,
);
export const consignee = form(
  {
    consigneeRef: ref,
    contactMasked,
    addressMasked,
    'addressQuality?': closed('PARSED', 'PARTIAL', 'UNPARSED'),
  },
  undefined,
  PLAIN,
);
export const partyRef = form({ partyId, role, 'name?': text(100) });
export const isKind = (kind: string) => (value: Bag) => value.kind === kind;
export const geo = form({
  longitudeMicrodegrees: whole(-180000000, 180000000),
  latitudeMicrodegrees: whole(-90000000, 90000000),
  crs: closed('WGS84', 'GCJ02', 'BD09'),
  'accuracyMetres?': whole(0, 100000),
});
export const preference = closed('DOOR', 'LOCKER', 'SERVICE_POINT', 'NEIGHBOUR', 'CONCIERGE');
export const preferences = list(form({ preference, 'consentId?': uuid }), 0, 5);
export const purposes = closed(
  ...'FULFIL_LABEL FULFIL_DELIVER FULFIL_SELF_SHIP FULFIL_ROUTE FULFIL_CONTACT FULFIL_COLLECT SERVICE_ADDRESS_CHANGE SERVICE_NAME_CHECK SERVICE_AFTER_SALES SERVICE_CLAIM COMPLIANCE_REAL_NAME COMPLIANCE_INSPECTION COMPLIANCE_AUTHORITY STATS_AGGREGATE CUSTOMS_DECLARATION'.split(
    ' ',
  ),
);
export const url = text(
  200,
  /^https?:\/\/[A-Za-z0-9.:_[\]-]+(\/[A-Za-z0-9._~!&'()*+,;=:@%/?-]*)?$/,
);
