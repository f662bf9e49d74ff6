import type { Form } from '../engine/form.ts';

/** An ISO 8601 duration of days, hours, minutes and seconds. */
export const duration: Form = {
  type: 'string',
  maxLength: 32,
  pattern: '^P(?=[0-9T])([0-9]{1,5}D)?(T(?=[0-9])([0-9]{1,6}H)?([0-9]{1,6}M)?([0-9]{1,8}S)?)?$',
  says: { en: 'a duration as PT6H or P1D', zh: '形如 PT6H 或 P1D 的时长' },
};

/** An instant of RFC 3339. */
export const instant: Form = {
  type: 'string',
  maxLength: 40,
  pattern:
    '^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?(Z|[+-][0-9]{2}:[0-9]{2})$',
  says: {
    en: 'an instant as 2026-11-22T14:00:00+08:00',
    zh: '形如 2026-11-22T14:00:00+08:00 的时刻',
  },
};

/** The number of a scenario. */
export const scenarioNo: Form = {
  type: 'string',
  pattern: '^[0-9]{2}$',
  says: { en: 'two digits as 05', zh: '形如 05 的两位数字' },
};

/** A number of a waybill, in whatever form: what is said of one is whether there is such a parcel. */
export const waybillNo: Form = { type: 'string', minLength: 1, maxLength: 34 };
