import type { Role } from '../define/index.ts';
import type { PhoneKind } from '../vocabulary/phone-kind-codes.ts';
import type { RevealField } from '../vocabulary/reveal-field-codes.ts';
import type { RevealPurpose } from '../vocabulary/reveal-purpose-codes.ts';
import type { Stage } from '../vocabulary/stage-codes.ts';
import type { Facet } from './facets.ts';

type Code<List extends { readonly static: unknown }> = List['static'];
type Field = Code<typeof RevealField>;
type StageCode = Code<typeof Stage>;

/** What one row of the table of purposes allows at most; an agreement may lower it and never raises it. */
export type PurposeLimit = {
  readonly purpose: Code<typeof RevealPurpose>;
  readonly roles: readonly Role[];
  /** Facet of a courier's token; absent: any. */
  readonly facets?: readonly Facet[];
  /** The actor must be assigned to the parcel. */
  readonly assigned?: true;
  /** Which reference the request names; absent: that of the consignee. */
  readonly about?: 'consignor';
  readonly stages: readonly StageCode[];
  /** It holds, beside its stages, while a claim, return or complaint is open. */
  readonly afterSales?: true;
  /** `AS_ORDERED`: what the order of the authority names. */
  readonly fields: readonly Field[] | 'AS_ORDERED';
  readonly sealed?: true;
  /** Absent: a phone is never part of it. */
  readonly phone?: Code<typeof PhoneKind>;
  /** ISO 8601; absent where nothing is granted. */
  readonly longestLife?: string;
  /** 0 where nothing is granted. */
  readonly useCount: number;
  /** The request says why. */
  readonly justified?: true;
  readonly approval?: 'QUOTA' | 'TWO_PERSONS' | 'LEGAL_REFERENCE' | 'CONSENT_AND_TWO_PERSONS';
  /** Only where the agreement has the module. */
  readonly module?: 'cross-border';
};

const TRANSIT = [
  'ACCEPTED',
  'IN_TRANSIT',
  'OUT_FOR_DELIVERY',
  'AT_POINT',
  'EXCEPTION',
] as const satisfies readonly StageCode[];

/** A purpose with fields never holds before a waybill is bound. */
const EVERY_STAGE = [
  ...TRANSIT,
  'RETURNING',
  'DELIVERED',
  'CLOSED',
] as const satisfies readonly StageCode[];

/** The limits of every purpose. There is no marketing purpose. */
export const PURPOSE_LIMITS: readonly PurposeLimit[] = [
  {
    purpose: 'FULFIL_LABEL',
    roles: ['courier'],
    facets: ['CORE'],
    stages: ['ACCEPTED'],
    fields: ['NAME', 'PHONE', 'ADDRESS'],
    sealed: true,
    phone: 'VIRTUAL',
    longestLife: 'PT10M',
    useCount: 1,
  },
  {
    purpose: 'FULFIL_DELIVER',
    roles: ['courier'],
    facets: ['CORE'],
    stages: TRANSIT,
    fields: ['NAME', 'PHONE', 'ADDRESS', 'DELIVERY_NOTE'],
    sealed: true,
    phone: 'VIRTUAL',
    longestLife: 'P30D',
    useCount: 3,
  },
  {
    purpose: 'FULFIL_DELIVER',
    roles: ['courier'],
    facets: ['LAST_MILE'],
    assigned: true,
    stages: ['OUT_FOR_DELIVERY'],
    fields: ['PHONE', 'ADDRESS', 'DELIVERY_NOTE'],
    phone: 'VIRTUAL',
    longestLife: 'P3D',
    useCount: 5,
  },
  {
    purpose: 'FULFIL_DELIVER',
    roles: ['courier'],
    facets: ['LAST_MILE'],
    assigned: true,
    stages: ['AT_POINT', 'EXCEPTION'],
    fields: ['PHONE'],
    phone: 'VIRTUAL',
    longestLife: 'P3D',
    useCount: 5,
  },
  {
    purpose: 'FULFIL_DELIVER',
    roles: ['courier'],
    facets: ['LAST_MILE'],
    assigned: true,
    about: 'consignor',
    stages: ['ACCEPTED', 'RETURNING'],
    fields: ['PHONE', 'ADDRESS', 'DELIVERY_NOTE'],
    phone: 'VIRTUAL',
    longestLife: 'P3D',
    useCount: 5,
  },
  {
    purpose: 'FULFIL_SELF_SHIP',
    roles: ['merchant', 'isv'],
    stages: TRANSIT,
    fields: ['NAME', 'PHONE', 'ADDRESS'],
    phone: 'VIRTUAL',
    longestLife: 'PT30M',
    useCount: 1,
    approval: 'QUOTA',
  },
  {
    purpose: 'FULFIL_ROUTE',
    roles: ['courier'],
    stages: ['ORDERED', ...TRANSIT],
    fields: [],
    useCount: 0,
  },
  {
    purpose: 'FULFIL_CONTACT',
    roles: ['courier'],
    facets: ['CORE'],
    stages: TRANSIT,
    fields: ['PHONE'],
    phone: 'VIRTUAL',
    longestLife: 'P1D',
    useCount: 1,
  },
  {
    purpose: 'FULFIL_CONTACT',
    roles: ['courier'],
    facets: ['LAST_MILE'],
    assigned: true,
    stages: TRANSIT,
    fields: ['PHONE'],
    phone: 'VIRTUAL',
    longestLife: 'P1D',
    useCount: 1,
  },
  {
    purpose: 'FULFIL_COLLECT',
    roles: ['service-point', 'locker'],
    stages: ['AT_POINT'],
    fields: [],
    phone: 'VIRTUAL',
    longestLife: 'P2D',
    useCount: 0,
  },
  {
    purpose: 'SERVICE_ADDRESS_CHANGE',
    roles: ['merchant'],
    stages: TRANSIT,
    fields: ['ADDRESS'],
    longestLife: 'PT15M',
    useCount: 1,
  },
  {
    purpose: 'SERVICE_ADDRESS_CHANGE',
    roles: ['courier'],
    facets: ['CORE'],
    stages: TRANSIT,
    fields: ['ADDRESS'],
    longestLife: 'PT15M',
    useCount: 1,
  },
  {
    purpose: 'SERVICE_NAME_CHECK',
    roles: ['merchant'],
    stages: [...TRANSIT, 'RETURNING', 'DELIVERED'],
    afterSales: true,
    fields: ['NAME'],
    longestLife: 'PT15M',
    useCount: 1,
  },
  {
    purpose: 'SERVICE_NAME_CHECK',
    roles: ['courier'],
    facets: ['CORE'],
    stages: [...TRANSIT, 'RETURNING', 'DELIVERED'],
    afterSales: true,
    fields: ['NAME'],
    longestLife: 'PT15M',
    useCount: 1,
  },
  {
    purpose: 'SERVICE_AFTER_SALES',
    roles: ['merchant', 'isv'],
    stages: ['EXCEPTION', 'RETURNING'],
    afterSales: true,
    fields: ['PHONE'],
    phone: 'VIRTUAL',
    longestLife: 'P7D',
    useCount: 1,
  },
  {
    purpose: 'SERVICE_AFTER_SALES',
    roles: ['courier'],
    facets: ['CORE'],
    stages: ['EXCEPTION', 'RETURNING'],
    afterSales: true,
    fields: ['PHONE'],
    phone: 'VIRTUAL',
    longestLife: 'P7D',
    useCount: 1,
  },
  {
    purpose: 'SERVICE_CLAIM',
    roles: ['courier'],
    facets: ['CORE'],
    stages: ['EXCEPTION'],
    afterSales: true,
    fields: ['NAME', 'ADDRESS'],
    longestLife: 'P3D',
    useCount: 3,
    justified: true,
    approval: 'TWO_PERSONS',
  },
  {
    purpose: 'COMPLIANCE_REAL_NAME',
    roles: ['courier'],
    facets: ['LAST_MILE'],
    assigned: true,
    about: 'consignor',
    stages: ['ACCEPTED'],
    fields: ['NAME'],
    longestLife: 'PT30M',
    useCount: 1,
    justified: true,
  },
  {
    purpose: 'COMPLIANCE_INSPECTION',
    roles: ['regulator'],
    stages: [...TRANSIT, 'RETURNING'],
    fields: ['NAME', 'ADDRESS'],
    longestLife: 'P1D',
    useCount: 1,
    justified: true,
    approval: 'TWO_PERSONS',
  },
  {
    purpose: 'COMPLIANCE_AUTHORITY',
    roles: ['regulator'],
    stages: EVERY_STAGE,
    fields: 'AS_ORDERED',
    phone: 'REAL',
    longestLife: 'P30D',
    useCount: 1,
    justified: true,
    approval: 'LEGAL_REFERENCE',
  },
  {
    purpose: 'STATS_AGGREGATE',
    roles: ['regulator', 'hub'],
    stages: ['ORDERED', ...EVERY_STAGE],
    fields: [],
    useCount: 0,
  },
  {
    purpose: 'CUSTOMS_DECLARATION',
    roles: ['customs-agent'],
    stages: ['ACCEPTED', 'IN_TRANSIT'],
    fields: ['NAME', 'ID_NUMBER', 'ADDRESS', 'PHONE'],
    sealed: true,
    phone: 'REAL',
    longestLife: 'P1D',
    useCount: 1,
    justified: true,
    approval: 'CONSENT_AND_TWO_PERSONS',
    module: 'cross-border',
  },
];

/** Purposes for which a request says why. */
export const JUSTIFIED_PURPOSES: readonly PurposeLimit['purpose'][] = [
  ...new Set(PURPOSE_LIMITS.filter(({ justified }) => justified).map(({ purpose }) => purpose)),
];
