import { type Static, Type } from '@sinclair/typebox';
import { closed } from '../result/form.ts';
import { wanted } from './misfits.ts';

const id = (en: string, zh: string) => Type.String({ pattern: '^\\S{1,64}$', ...wanted(en, zh) });
const waybillNo = id('a waybill number', '运单号');
/** A run may change it; else it is only read. */
const expendable = Type.Optional(Type.Boolean());

/** The form of a file of what stands at a system already and a run may go by. */
export const UseFileForm = Type.Object(
  {
    $schema: Type.Optional(Type.String()),
    version: Type.Literal(1, wanted('1', '1')),
    orders: Type.Optional(
      Type.Array(closed({ orderNo: id('an order number', '订单号'), expendable })),
    ),
    waybills: Type.Optional(Type.Array(closed({ waybillNo, expendable }))),
    parcels: Type.Optional(
      Type.Array(
        closed({
          carrierCode: id('the code of a carrier', '快递企业代码'),
          waybillNo,
          expendable,
        }),
      ),
    ),
  },
  { $id: 'https://openwaybill.org/schemas/use/1.json', additionalProperties: false },
);

/** What stands at a system already: a run may read it, and change what is named as expendable. */
export type UseFile = Static<typeof UseFileForm>;
