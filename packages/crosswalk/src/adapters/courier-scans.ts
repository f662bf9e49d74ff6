import { stepOf } from '@openwaybill/validate';
import type { Carrier } from '../carriers.ts';
import { type Adapter, type Context, type Conversion, joined, nothing } from '../conversion.ts';
import { observe } from '../observe.ts';
import { memberOf, objectOf, textOf } from '../read.ts';
import type { Table } from '../row.ts';
import { htkyScan } from '../tables/htky-scan.ts';
import { jdState } from '../tables/jd-state.ts';
import { jtScan } from '../tables/jt-scan.ts';
import { stoScan } from '../tables/sto-scan.ts';
import { yundaAction } from '../tables/yunda-action.ts';
import { ztoScan } from '../tables/zto-scan.ts';

/** Where a courier writes what in the answer to a query of scans. */
type Form = {
  readonly table: Table;
  readonly carrier: Carrier['code'];
  readonly code: string;
  readonly time: string;
  readonly city: string;
  readonly text: string;
};

/** A form in which the parcels are a list, or one. */
type NestedForm = Form & {
  /** Members on the way to the parcels. */
  readonly parcels: readonly string[];
  readonly waybillNo: string;
  /** Members on the way from a parcel to its scans. */
  readonly scans: readonly string[];
};

const FORMS = {
  zto: {
    table: ztoScan,
    carrier: 'ZTO',
    parcels: ['data'],
    waybillNo: 'billCode',
    scans: ['traces'],
    code: 'scanType',
    time: 'scanDate',
    city: 'scanCity',
    text: 'desc',
  },
  yunda: {
    table: yundaAction,
    carrier: 'YUNDA',
    parcels: ['data'],
    waybillNo: 'mailno',
    scans: ['steps'],
    code: 'action',
    time: 'time',
    city: 'city',
    text: 'description',
  },
  jt: {
    table: jtScan,
    carrier: 'JTSD',
    parcels: ['data'],
    waybillNo: 'billCode',
    scans: ['details'],
    code: 'scanType',
    time: 'scanTime',
    city: 'scanNetworkCity',
    text: 'desc',
  },
  jd: {
    table: jdState,
    carrier: 'JD',
    parcels: ['data'],
    waybillNo: 'billCode',
    scans: ['traceDetails'],
    code: 'category',
    time: 'operationTime',
    city: 'scanNetworkCity',
    text: 'operationRemark',
  },
  htky: {
    table: htkyScan,
    carrier: 'BEST',
    parcels: ['traceLogs'],
    waybillNo: 'mailNo',
    scans: ['traces', 'trace'],
    code: 'scanType',
    time: 'acceptTime',
    city: 'acceptAddress',
    text: 'remark',
  },
} as const satisfies Record<string, NestedForm>;

const along = (value: unknown, path: readonly string[]): unknown =>
  path.reduce((inner: unknown, name) => memberOf(inner, name), value);

/** The scans of one parcel, wherever its courier keeps them. */
const ofParcel = (
  form: Form,
  pointer: string,
  waybillNo: string | undefined,
  scans: unknown,
  context: Context,
): readonly Conversion[] =>
  (Array.isArray(scans) ? scans : []).map((scan, place) => {
    const seen = {
      pointer: `${pointer}/${place}`,
      carrier: { code: form.carrier, key: form.carrier },
      waybillNo,
      code: textOf(scan, form.code),
      time: textOf(scan, form.time),
      text: textOf(scan, form.text),
      place: { words: textOf(scan, form.city) },
    };
    return observe(form.table, seen, context);
  });

const orNothing = (conversions: readonly Conversion[]): Conversion =>
  conversions.length === 0 ? nothing('', 'NO_TRACE') : joined(conversions);

const adapterOf =
  (form: NestedForm): Adapter =>
  (document, context = {}) => {
    const found = along(document, form.parcels);
    const base = `/${form.parcels.join('/')}`;
    const parcels = Array.isArray(found)
      ? found.map((parcel, place) => [`${base}/${place}`, parcel] as const)
      : [[base, found] as const];
    return orNothing(
      parcels.flatMap(([at, parcel]) =>
        ofParcel(
          form,
          `${at}/${form.scans.join('/')}`,
          textOf(parcel, form.waybillNo),
          along(parcel, form.scans),
          context,
        ),
      ),
    );
  };

/** ZTO: the answer to a query of traces. */
export const fromZto: Adapter = adapterOf(FORMS.zto);

/** Yunda: the answer to a query of routes. */
export const fromYunda: Adapter = adapterOf(FORMS.yunda);

/** J&T Express: the answer to a query of traces. */
export const fromJt: Adapter = adapterOf(FORMS.jt);

/** JD Logistics: the answer to a query of traces. */
export const fromJd: Adapter = adapterOf(FORMS.jd);

/** Best: the answer to a query of traces. */
export const fromHtky: Adapter = adapterOf(FORMS.htky);

const STO: Form = {
  table: stoScan,
  carrier: 'STO',
  code: 'scanType',
  time: 'opTime',
  city: 'opOrgCityName',
  text: 'memo',
};

/** STO: the answer to a query of traces, which has a member for each waybill number. */
export const fromSto: Adapter = (document, context = {}) =>
  orNothing(
    Object.entries(objectOf(memberOf(document, 'data')) ?? {}).flatMap(([waybillNo, scans]) =>
      ofParcel(STO, `/data${stepOf(waybillNo)}`, waybillNo, scans, context),
    ),
  );
