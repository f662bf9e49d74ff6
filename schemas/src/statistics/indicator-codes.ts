import type { Static } from '@sinclair/typebox';
import { type Code, codesOf, defineCodeList, type Text } from '../define/index.ts';
import type { GoalComparison, IndicatorUnit } from './statistics-codes.ts';

/** What defines an indicator, beside its titles. */
export type IndicatorEntry = Code & {
  readonly definition: Text;
  readonly unit: Static<typeof IndicatorUnit>;
  /** It is about parcels, behind which persons and merchants stand: its cells are subject to disclosure control. */
  readonly ofParcels?: true;
  /** What the city of Dalian set itself for the year 2020 (clause DL-G). */
  readonly goal?: {
    readonly count: number;
    readonly comparison: Static<typeof GoalComparison>;
  };
};

/** Every indicator is a function of the event log, so that anybody who has the log gets the same figure. */
export const IndicatorCode = defineCodeList({
  name: 'IndicatorCode',
  version: '2026-11',
  title: { en: 'Indicator', zh: '指标' },
  description: {
    en: 'What is counted. A receiver ignores an indicator that it does not know.',
    zh: '统计的内容。接收方忽略未知指标。',
  },
  growth: { fallback: 'IGNORE' },
  codes: {
    PARCEL_VOLUME: {
      en: 'Parcel volume',
      zh: '快递业务量',
      definition: {
        en: 'Parcels whose first PICKED_UP is in the period.',
        zh: '首个揽收事件在期内的包裹数。',
      },
      unit: 'COUNT',
      ofParcels: true,
      goal: { count: 300_000_000, comparison: 'ABOVE' },
    },
    PARK_COUNT: {
      en: 'Logistics parks',
      zh: '快递物流园区数',
      definition: {
        en: 'Service points of kind PARK that are OPEN at the end of the period.',
        zh: '期末营业的园区类网点数。',
      },
      unit: 'COUNT',
      goal: { count: 5, comparison: 'AT_LEAST' },
    },
    COMMUNITY_STATION_COUNT: {
      en: 'Community stations',
      zh: '社区综合服务站数',
      definition: {
        en: 'Service points of kind COMMUNITY_STATION that are OPEN at the end of the period.',
        zh: '期末营业的社区综合服务站数。',
      },
      unit: 'COUNT',
      goal: { count: 1000, comparison: 'ABOVE' },
    },
    RURAL_POINT_COUNT: {
      en: 'Rural delivery points',
      zh: '农村公共投递点数',
      definition: {
        en: 'Service points of tier TOWN or VILLAGE that are OPEN at the end of the period.',
        zh: '期末营业的乡镇级、村级网点数。',
      },
      unit: 'COUNT',
      goal: { count: 500, comparison: 'ABOVE' },
    },
    TOWN_COVERAGE_RATIO: {
      en: 'Coverage of towns',
      zh: '乡镇覆盖率',
      definition: {
        en: 'Towns with a service point OPEN at the end of the period, over all towns of the region table.',
        zh: '期末有营业网点的乡镇数与区划表中乡镇总数之比。',
      },
      unit: 'PER_MILLE',
    },
    VILLAGE_COVERAGE_RATIO: {
      en: 'Coverage of villages',
      zh: '建制村覆盖率',
      definition: {
        en: 'Villages with a service point OPEN at the end of the period, over all villages of the region table.',
        zh: '期末有营业网点的建制村数与区划表中建制村总数之比。',
      },
      unit: 'PER_MILLE',
    },
    NEW_ENERGY_VEHICLE_RATIO: {
      en: 'New-energy vehicles',
      zh: '新能源车占比',
      definition: {
        en: 'Vehicles IN_USE at the end of the period with power BEV, PHEV or FCEV, over all vehicles IN_USE.',
        zh: '期末在用的纯电动、插电混动、燃料电池车辆数与在用车辆总数之比。',
      },
      unit: 'PER_MILLE',
    },
    REUSABLE_PACK_RATIO: {
      en: 'Reusable packaging',
      zh: '循环包装占比',
      definition: {
        en: 'Parcels whose packaging is declared A_REUSABLE, over all parcels with a declaration, by the day of declaration.',
        zh: '申报为循环包装的包裹数与已申报包裹数之比，按申报日。',
      },
      unit: 'PER_MILLE',
      ofParcels: true,
    },
    SECOND_PACKAGING_RATIO: {
      en: 'Second packaging',
      zh: '二次包装占比',
      definition: {
        en: 'Parcels declared as second packaging, over all parcels with a declaration, by the day of declaration.',
        zh: '申报为二次包装的包裹数与已申报包裹数之比，按申报日。',
      },
      unit: 'PER_MILLE',
      ofParcels: true,
    },
    LOCKER_DELIVERY_RATIO: {
      en: 'Delivery by locker',
      zh: '箱投率',
      definition: {
        en: 'Parcels delivered in the period that have a DEPOSITED_LOCKER, over parcels delivered in the period.',
        zh: '期内妥投且有入箱事件的包裹数与期内妥投包裹数之比。',
      },
      unit: 'PER_MILLE',
      ofParcels: true,
    },
    FIRST_ATTEMPT_SUCCESS: {
      en: 'Success at the first attempt',
      zh: '首派成功率',
      definition: {
        en: 'Parcels delivered in the period that were never DELIVERY_FAILED before, over parcels delivered in the period.',
        zh: '期内妥投且此前从未派送失败的包裹数与期内妥投包裹数之比。',
      },
      unit: 'PER_MILLE',
      ofParcels: true,
    },
    ON_TIME_RATE: {
      en: 'On time',
      zh: '准时率',
      definition: {
        en: 'Parcels delivered in the period by deliverByAt, over parcels delivered in the period that have one.',
        zh: '期内在承诺时刻前妥投的包裹数与期内妥投且有承诺时刻的包裹数之比。',
      },
      unit: 'PER_MILLE',
      ofParcels: true,
    },
    COMPLAINT_RATE: {
      en: 'Complaints',
      zh: '申诉率',
      definition: {
        en: 'Complaints opened in the period, over parcels whose first PICKED_UP is in the period.',
        zh: '期内发起的申诉数与首个揽收事件在期内的包裹数之比。',
      },
      unit: 'PER_MILLION',
      ofParcels: true,
    },
    INTERRUPTION_MINUTES: {
      en: 'Minutes of interruption',
      zh: '数据中断分钟',
      definition: {
        en: 'Minutes of the period during which a notice was ACTIVE, summed over notices.',
        zh: '期内各中断通知处于中断中的分钟数之和。',
      },
      unit: 'MINUTE',
    },
    EMPTY_RUN_RATIO: {
      en: 'Empty runs',
      zh: '空驶率',
      definition: {
        en: 'Sum of emptyMetres over sum of distanceMetres, of the trips of the period.',
        zh: '期内各行程空驶里程之和与行驶里程之和之比。',
      },
      unit: 'PER_MILLE',
    },
    REVEALS_PER_1000_PARCELS: {
      en: 'Reveals per thousand parcels',
      zh: '千件揭示数',
      definition: {
        en: 'Reveals GRANTED in the period, over parcels whose first PICKED_UP is in the period.',
        zh: '期内获准的揭示数与首个揽收事件在期内的包裹数之比。',
      },
      unit: 'PER_MILLE',
      ofParcels: true,
    },
    MASKED_LABEL_RATIO: {
      en: 'Masked labels',
      zh: '脱敏面单占比',
      definition: {
        en: 'Labels printed in the period with mask profile MASKED, over labels printed in the period.',
        zh: '期内按脱敏模板打印的面单数与期内打印的面单数之比。',
      },
      unit: 'PER_MILLE',
      ofParcels: true,
    },
  },
});
export type IndicatorCode = Static<typeof IndicatorCode>;

/** The row of an indicator, `undefined` for one that the list does not have. */
export const indicatorEntry = (code: string): IndicatorEntry | undefined => {
  const codes: Readonly<Record<string, IndicatorEntry>> = codesOf(IndicatorCode);
  return Object.hasOwn(codes, code) ? codes[code] : undefined;
};
