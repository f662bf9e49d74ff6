import type { Role, Text } from '../define/index.ts';
import type { RevealField } from '../vocabulary/reveal-field-codes.ts';
import type { RevealPurpose } from '../vocabulary/reveal-purpose-codes.ts';
import type { Stage } from '../vocabulary/stage-codes.ts';
import type { View } from '../vocabulary/view-codes.ts';
import { FACETS, type Facet } from './facets.ts';
import { PURPOSE_LIMITS } from './purposes.ts';

type PurposeCode = (typeof RevealPurpose)['static'];
type StageCode = (typeof Stage)['static'];

/** What a cell may ask for beside its stage. The server knows it from its own records, never from a request. */
const CELL_CONDITIONS = {
  ASSIGNED: {
    en: 'the parcel was last given to a person of the caller',
    zh: '包裹最近一次指派给调用方人员',
  },
  PRE_ANNOUNCED: {
    en: 'the parcel was announced to the collection point',
    zh: '包裹已向代收点预告',
  },
  HELD_BY_CUSTOMS: { en: 'customs holds the parcel', zh: '包裹被海关扣留' },
  CLAIM_HANDLED: {
    en: 'the caller handles an open claim about the parcel',
    zh: '调用方正在处理该包裹的理赔',
  },
  CROSS_BORDER: { en: 'the order crosses a border', zh: '订单为跨境订单' },
} as const satisfies Readonly<Record<string, Text>>;
export type CellCondition = keyof typeof CELL_CONDITIONS;

/** Who looks: a role, and where a role is not one viewer, its facet or what its agreement lets it do. */
export type ViewerEntry = Text & {
  /** Absent for whoever has no token. */
  readonly role?: Role;
  readonly facet?: Facet;
  /** A purpose in the agreement that makes the role this viewer. */
  readonly withPurpose?: PurposeCode;
  /** Holds for every cell of the viewer. */
  readonly when?: readonly CellCondition[];
};

/** The rows of the matrix. */
const VIEWERS = {
  PLATFORM: { role: 'platform', en: 'E-commerce platform', zh: '电商平台' },
  MERCHANT: { role: 'merchant', en: 'Merchant', zh: '商家' },
  MERCHANT_SELF_SHIP: {
    role: 'merchant',
    withPurpose: 'FULFIL_SELF_SHIP',
    en: 'Merchant that delivers by itself',
    zh: '自行配送的商家',
  },
  ISV: { role: 'isv', en: "Merchant's software vendor", zh: '服务商' },
  COURIER_CORE: {
    role: 'courier',
    facet: 'CORE',
    en: 'Courier, headquarters',
    zh: '快递企业总部',
  },
  COURIER_LINEHAUL: {
    role: 'courier',
    facet: 'LINEHAUL',
    en: 'Courier, sorting and trunk',
    zh: '快递企业分拨与干线',
  },
  COURIER_LAST_MILE: {
    role: 'courier',
    facet: 'LAST_MILE',
    en: 'Courier, delivery person',
    zh: '快递企业末端派送员',
  },
  SERVICE_POINT: { role: 'service-point', en: 'Service point', zh: '末端网点' },
  LOCKER: { role: 'locker', en: 'Parcel locker', zh: '智能快件箱' },
  WAREHOUSE: { role: 'warehouse', en: 'Warehouse', zh: '仓储企业' },
  PACKAGING_OPERATOR: {
    role: 'packaging-operator',
    en: 'Reusable packaging operator',
    zh: '循环包装运营方',
  },
  HUB: { role: 'hub', en: 'Integrated information platform', zh: '综合服务平台' },
  CUSTOMS_AGENT: {
    role: 'customs-agent',
    when: ['CROSS_BORDER'],
    en: 'Customs declarant',
    zh: '报关企业',
  },
  INSURER: { role: 'insurer', en: 'Insurer', zh: '保险机构' },
  REGULATOR: { role: 'regulator', en: 'Regulator', zh: '监管部门' },
  CONSIGNEE: { role: 'consignee', en: 'Consignee', zh: '收件人' },
  ANONYMOUS: { en: 'Anybody with a waybill number', zh: '仅持运单号者' },
} as const satisfies Readonly<Record<string, ViewerEntry>>;
export type Viewer = keyof typeof VIEWERS;

/** The stages, and what takes the place of a stage while a claim, return or complaint is open. */
const COLUMNS = [
  'ORDERED',
  'ACCEPTED',
  'IN_TRANSIT',
  'OUT_FOR_DELIVERY',
  'AT_POINT',
  'EXCEPTION',
  'RETURNING',
  'DELIVERED',
  'AFTER_SALES',
  'CLOSED',
] as const satisfies readonly (StageCode | 'AFTER_SALES')[];
export type StageColumn = (typeof COLUMNS)[number];

/** How a view leaves the party that holds the plaintext. */
export type WayOut =
  | 'ORDINARY_ANSWER'
  | 'CONTACT_BINDING'
  | 'GRANT'
  | 'STATISTICS'
  | 'PUBLIC_TRACKING'
  | 'OWN';

export type ViewEntry = Text & {
  /** Its code on the wire; a view that nothing answers by its name has none. */
  readonly code?: (typeof View)['static'];
  /** Members of the source schema of a person, a dot before each level below. */
  readonly members: readonly string[];
  readonly leavesBy: WayOut;
};

/** The views, each with all that it has of a person. */
const VIEWS = {
  reference: {
    code: 'REFERENCE',
    members: ['consigneeRef'],
    leavesBy: 'ORDINARY_ANSWER',
    en: 'An opaque reference and nothing else',
    zh: '仅不透明引用',
  },
  routing: {
    code: 'ROUTING',
    members: [
      'region.countryCode',
      'region.regionCode',
      'region.regionCodeVersion',
      // abroad, where there is no six-digit code
      'region.subdivisionCode',
      'routing.sortingCode',
    ],
    leavesBy: 'ORDINARY_ANSWER',
    en: 'Country, district code and sorting code; no name or phone, not even masked',
    zh: '国家、六位区划代码与三段码；不含姓名电话，脱敏亦不含',
  },
  tail: {
    code: 'TAIL',
    members: ['waybillNo', 'phoneMasked'],
    leavesBy: 'ORDINARY_ANSWER',
    en: 'Waybill number and the last digits of the phone; no name, no address',
    zh: '运单号与电话尾号；不含姓名与地址',
  },
  masked: {
    code: 'MASKED',
    members: ['consigneeRef', 'contactMasked', 'addressMasked'],
    leavesBy: 'ORDINARY_ANSWER',
    en: 'Masked name and phone, address down to the town',
    zh: '脱敏姓名与电话，地址至乡级',
  },
  contact: {
    code: 'CONTACT',
    members: [],
    leavesBy: 'CONTACT_BINDING',
    en: 'A virtual number or a relayed call, never the number itself',
    zh: '虚拟号码或中转呼叫，绝非真实号码',
  },
  door: {
    code: 'DOOR',
    members: ['waybillNo', 'address', 'deliveryNote', 'nameMasked', 'phoneMasked'],
    leavesBy: 'GRANT',
    en: 'The full address with unit and room and the delivery note; name and phone stay masked',
    zh: '含单元室号的完整地址与派送备注；姓名电话仍脱敏',
  },
  reveal: {
    code: 'REVEAL',
    members: ['name', 'phone', 'phoneKind', 'address', 'deliveryNote'],
    leavesBy: 'GRANT',
    en: 'The plain fields that one purpose names',
    zh: '某一目的所列的明文字段',
  },
  statistics: {
    code: 'STATISTICS',
    members: [],
    leavesBy: 'STATISTICS',
    en: 'Cells of published statistics',
    zh: '公开统计的单元格',
  },
  'public-tracking': {
    members: [],
    leavesBy: 'PUBLIC_TRACKING',
    en: 'Event code and city of each event',
    zh: '各事件的代码与城市',
  },
  own: {
    members: [],
    leavesBy: 'OWN',
    en: 'Its own data: the vault it keeps, or what is about itself with the log of who saw it',
    zh: '自有数据：自管保险库，或本人数据及其查看记录',
  },
} as const satisfies Readonly<Record<string, ViewEntry>>;
export type ViewName = keyof typeof VIEWS;

/** Members of a source schema that are in no view: a number leaves as `phone`, virtual unless the purpose says real. */
const NEVER_IN_A_VIEW = ['mobile', 'landline', 'extension'] as const;

/** What a field code of a reveal stands for among the members of a person. */
const FIELD_MEMBERS = {
  NAME: ['name'],
  PHONE: ['phone', 'phoneKind'],
  ADDRESS: ['address'],
  DELIVERY_NOTE: ['deliveryNote'],
  // stands in a sealed payload alone, which no schema of the wire opens
  ID_NUMBER: [],
} as const satisfies Readonly<Record<(typeof RevealField)['static'], readonly string[]>>;

/** A view that leaves by its own operation, for a purpose. */
export type Release = {
  readonly view: 'door' | 'contact' | 'reveal';
  readonly purpose: PurposeCode;
};

/** What one viewer has in one stage. Nothing shown and nothing released: the answer of an unknown id. */
export type PolicyCell = {
  readonly shows: readonly ViewName[];
  readonly released?: readonly Release[];
  readonly when?: readonly CellCondition[];
  /** ISO 8601, counted from the moment that the status began; after it there is nothing. */
  readonly within?: 'PT24H';
};

const none: PolicyCell = { shows: [] };
const showing = (...shows: readonly ViewName[]): PolicyCell => ({ shows });
const by = (purpose: PurposeCode, ...views: readonly Release['view'][]): readonly Release[] =>
  views.map((view) => ({ view, purpose }));
const releasing = (cell: PolicyCell, ...released: readonly (readonly Release[])[]): PolicyCell => ({
  ...cell,
  released: released.flat(),
});
const when = (cell: PolicyCell, ...conditions: readonly CellCondition[]): PolicyCell => ({
  ...cell,
  when: conditions,
});
const forADay = (cell: PolicyCell): PolicyCell => ({ ...cell, within: 'PT24H' });

const own = showing('own');
const statistics = showing('statistics');
const publicTracking = showing('public-tracking');
const reference = showing('reference');
const routing = showing('routing');
const tail = showing('tail');
const masked = showing('masked');

const helped = releasing(masked, by('SERVICE_AFTER_SALES', 'contact'));
const delivering = releasing(masked, by('FULFIL_DELIVER', 'reveal', 'contact'));
const selfShipping = releasing(none, by('FULFIL_SELF_SHIP', 'door', 'contact'));
const atTheDoor = when(releasing(none, by('FULFIL_DELIVER', 'door', 'contact')), 'ASSIGNED');
const inHand = when(releasing(tail, by('FULFIL_DELIVER', 'contact')), 'ASSIGNED');

type Row = Readonly<Record<StageColumn, PolicyCell>>;
const always = (cell: PolicyCell): Row =>
  Object.fromEntries(COLUMNS.map((column) => [column, cell])) as Row;

const merchant: Row = {
  ...always(masked),
  EXCEPTION: helped,
  RETURNING: helped,
  AFTER_SALES: helped,
  CLOSED: reference,
};
const collectionPoint: Row = {
  ...always(reference),
  ORDERED: none,
  ACCEPTED: none,
  IN_TRANSIT: when(reference, 'PRE_ANNOUNCED'),
  AT_POINT: releasing(tail, by('FULFIL_COLLECT', 'contact')),
  AFTER_SALES: none,
  CLOSED: none,
};
const declaring = releasing(reference, by('CUSTOMS_DECLARATION', 'reveal'));
const claimed = when(reference, 'CLAIM_HANDLED');

/**
 * Who sees what, and when. A released view that a cell does not name is refused, but for the purposes that stand
 * beside the cells. `reference` in CLOSED means no more than that the value may still stand in answers about the
 * caller's own orders: the operations that take it answer as to an unknown one.
 */
const MATRIX = {
  PLATFORM: always(own),
  MERCHANT: merchant,
  MERCHANT_SELF_SHIP: {
    ...merchant,
    ACCEPTED: selfShipping,
    IN_TRANSIT: selfShipping,
    OUT_FOR_DELIVERY: selfShipping,
    AT_POINT: selfShipping,
    EXCEPTION: releasing(
      selfShipping,
      selfShipping.released ?? [],
      by('SERVICE_AFTER_SALES', 'contact'),
    ),
  },
  ISV: merchant,
  COURIER_CORE: {
    ORDERED: masked,
    ACCEPTED: delivering,
    IN_TRANSIT: delivering,
    OUT_FOR_DELIVERY: delivering,
    AT_POINT: delivering,
    EXCEPTION: releasing(
      delivering,
      delivering.released ?? [],
      by('SERVICE_AFTER_SALES', 'contact'),
      by('SERVICE_CLAIM', 'reveal'),
    ),
    RETURNING: helped,
    DELIVERED: masked,
    AFTER_SALES: releasing(
      masked,
      by('SERVICE_AFTER_SALES', 'contact'),
      by('SERVICE_CLAIM', 'reveal'),
    ),
    CLOSED: reference,
  },
  COURIER_LINEHAUL: {
    ...always(none),
    ACCEPTED: routing,
    IN_TRANSIT: routing,
    EXCEPTION: routing,
    RETURNING: routing,
  },
  COURIER_LAST_MILE: {
    ...always(none),
    ACCEPTED: routing,
    OUT_FOR_DELIVERY: atTheDoor,
    AT_POINT: inHand,
    EXCEPTION: forADay(inHand),
    DELIVERED: forADay(when(tail, 'ASSIGNED')),
  },
  SERVICE_POINT: collectionPoint,
  LOCKER: collectionPoint,
  WAREHOUSE: { ...always(none), ORDERED: routing, ACCEPTED: routing },
  PACKAGING_OPERATOR: always(none),
  HUB: {
    ...always(showing('reference', 'routing')),
    DELIVERED: reference,
    AFTER_SALES: none,
    CLOSED: none,
  },
  CUSTOMS_AGENT: {
    ...always(none),
    ACCEPTED: declaring,
    IN_TRANSIT: declaring,
    EXCEPTION: when(reference, 'HELD_BY_CUSTOMS'),
  },
  INSURER: { ...always(none), EXCEPTION: claimed, AFTER_SALES: claimed },
  REGULATOR: always(statistics),
  CONSIGNEE: always(own),
  ANONYMOUS: { ...always(publicTracking), ORDERED: none, CLOSED: none },
} as const satisfies Readonly<Record<Viewer, Row>>;

/** Purposes that the cells do not name: the stages of their own rows decide alone. */
const BESIDE_THE_CELLS = [
  'FULFIL_LABEL',
  'FULFIL_ROUTE',
  'FULFIL_CONTACT',
  'SERVICE_ADDRESS_CHANGE',
  'SERVICE_NAME_CHECK',
  'COMPLIANCE_REAL_NAME',
  'COMPLIANCE_INSPECTION',
  'COMPLIANCE_AUTHORITY',
  'STATS_AGGREGATE',
] as const satisfies readonly PurposeCode[];

/** Who sees what of a person, when, and why: the one source of what is served, checked, drawn and published. */
export const POLICY = {
  facets: FACETS,
  conditions: CELL_CONDITIONS,
  viewers: VIEWERS,
  columns: COLUMNS,
  views: VIEWS,
  neverInAView: NEVER_IN_A_VIEW,
  fieldMembers: FIELD_MEMBERS,
  matrix: MATRIX,
  besideTheCells: BESIDE_THE_CELLS,
  purposes: PURPOSE_LIMITS,
} as const;
