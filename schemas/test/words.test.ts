import type { TSchema } from '@sinclair/typebox';
import { describe, expect, test } from 'vitest';
import { nameOf } from '../src/define/index.ts';
import {
  AssetId,
  CivilDate,
  ConsigneeRef,
  Duration,
  EventSequence,
  EventType,
  FleetNo,
  Gtin,
  HsCode,
  HttpsUrl,
  Instant,
  NameMasked,
  NoticeId,
  OrderNo,
  PackageId,
  PartyId,
  PhoneCn,
  PhoneMasked,
  PickupCode,
  PlateNo,
  RegionCodeVersion,
  RevealId,
  S10,
  Sscc,
  UnLocode,
  Uscc,
  Uuid,
  Vin,
  WaybillNo,
} from '../src/vocabulary/index.ts';

/** Whether the form of a word takes a text; check digits are judged elsewhere. */
const takes = (word: TSchema, text: string) =>
  new RegExp(word.pattern ?? '', 'u').test(text) &&
  [...text].length <= (word.maxLength ?? Number.POSITIVE_INFINITY);

const forms: readonly (readonly [
  TSchema,
  { readonly taken: readonly string[]; readonly refused: readonly string[] },
])[] = [
  [
    Uuid,
    {
      taken: ['019398a0-0000-7000-8000-000000000001'],
      refused: ['019398A0-0000-7000-8000-000000000001', '019398a0000070008000000000000001', ''],
    },
  ],
  [PartyId, { taken: ['ZZ', '91210200MA0000001M'], refused: ['Z', '91210200MA0000001MX', 'zz'] }],
  [OrderNo, { taken: ['TB-1_a'], refused: ['', 'a b', '订单1', 'x'.repeat(65)] }],
  [PackageId, { taken: ['P_1'], refused: ['P-1', 'x'.repeat(41)] }],
  [WaybillNo, { taken: ['ZZ000000000001'], refused: ['ZZ00001', 'zz000000000001'] }],
  [
    ConsigneeRef,
    {
      taken: ['cr1_AAECAwQFBgcICQoLDA0ODw4', 'cr1______________________w0'],
      refused: ['cr1_AAECAwQFBgcICQoLDA0ODw', 'cr2_AAECAwQFBgcICQoLDA0ODw4'],
    },
  ],
  [RevealId, { taken: ['rv_AAECAwQFBgcICQoLDA0ODw'], refused: ['cb_AAECAwQFBgcICQoLDA0ODw'] }],
  [NoticeId, { taken: ['ntc_AAECAwQFBgcICQoLDA0ODw'], refused: ['ntc_AAECAwQFBgcICQoLDA0ODw=='] }],
  [S10, { taken: ['RB123456785GB'], refused: ['RB12345678GB', 'rb123456785gb'] }],
  [Sscc, { taken: ['106141412345678908'], refused: ['00106141412345678908'] }],
  [Gtin, { taken: ['95040004', '4006381333931'], refused: ['400638133', '40063813339312345'] }],
  [AssetId, { taken: ['RA2102020000171'], refused: ['RA210202000017', 'RB2102020000171'] }],
  [
    Uscc,
    {
      taken: ['91350100M000100Y43'],
      refused: ['91350100M000100Y4', '91350100I000100Y43', '91350100Z000100Y43'],
    },
  ],
  [Vin, { taken: ['1M8GDM9AXKP042788'], refused: ['1M8GDM9AXKPO42788', '1M8GDM9AXKP04278'] }],
  [PlateNo, { taken: ['辽B12345', '辽BD12345', '粤Z1234港'], refused: ['辽B·12345', 'B12345'] }],
  [FleetNo, { taken: ['210202-ZZ-00001'], refused: ['210202-Z-00001', '210202ZZ00001'] }],
  [UnLocode, { taken: ['CNDLC', 'CNDL2'], refused: ['CNDL1', 'CN DLC'] }],
  [HsCode, { taken: ['490199', '49019900', '4901990000'], refused: ['4901', '490199000'] }],
  [PickupCode, { taken: ['1234', '3-12-0417'], refused: ['123', '123456789', '3-12'] }],
  [
    Duration,
    {
      taken: ['PT30M', 'P7D', 'P1DT12H', 'PT1H0M5S', 'PT45S'],
      refused: ['', 'P', 'PT', 'P1DT', 'P1M', 'P1W', '30M', 'PT1.5H'],
    },
  ],
  [
    Instant,
    {
      taken: ['2026-11-22T00:00:00Z', '2026-11-22T08:00:00.123+08:00'],
      refused: ['2026-11-22T08:00:00', '2026-11-22T08:00+08:00', '2026-11-22T08:00:00.1234Z'],
    },
  ],
  [CivilDate, { taken: ['2026-11-22'], refused: ['20261122', '2026-11-22T00:00:00Z'] }],
  [PhoneCn, { taken: ['+8619900000001', '+15555550100'], refused: ['19900000001', '+86 199'] }],
  [NameMasked, { taken: ['张**', '欧**', 'J**', '***'], refused: ['张三丰', '张*', '张三 **'] }],
  [
    PhoneMasked,
    {
      taken: ['***', '*******8000', '*******8000-***', '010-******66', '+*********00', '******6'],
      refused: ['138****8000', '13800138000', '**** 8000', '*******8000-12'],
    },
  ],
  [
    RegionCodeVersion,
    { taken: ['GBT2260-2023', 'GBT2260-2023-06', 'NBS-2023'], refused: ['NBS', 'GBT2260', '2023'] },
  ],
  [
    EventType,
    {
      taken: ['org.openwaybill.order.status.changed'],
      refused: ['order.status.changed', 'org.openwaybill.service-point.point.opened'],
    },
  ],
  [
    HttpsUrl,
    {
      taken: ['https://platform.example/events', 'http://127.0.0.1:8080/in', 'http://[::1]:8080/'],
      refused: [
        'ftp://platform.example/',
        'https://user:pass@platform.example/',
        'https://platform.example/#part',
        'https://platform.example/事件',
      ],
    },
  ],
  [EventSequence, { taken: ['00000000000000000001'], refused: ['1', '0'.repeat(21)] }],
];

describe('the form of a word', () => {
  test.each(forms.map(([word, texts]) => [nameOf(word), word, texts] as const))(
    '%s',
    (_name, word, { taken, refused }) => {
      expect(taken.filter((text) => !takes(word, text))).toEqual([]);
      expect(refused.filter((text) => takes(word, text))).toEqual([]);
    },
  );
});
