import { defineCodeList } from '../define/index.ts';

/** Facts about the attempt, not judgements of the consignee. */
export const FailReason = defineCodeList({
  name: 'FailReason',
  version: '2026-11',
  title: { en: 'Reason of a failure', zh: '失败原因' },
  description: { en: 'Why a pickup or a delivery failed.', zh: '揽收或派送失败的原因。' },
  growth: { fallback: 'OTHER' },
  codes: {
    NO_ONE_HOME: { en: 'No one home', zh: '无人在家' },
    UNREACHABLE: { en: 'Unreachable', zh: '无法联系' },
    REFUSED: { en: 'Refused', zh: '拒收' },
    ADDRESS_WRONG: { en: 'Address wrong', zh: '地址错误' },
    ADDRESS_INCOMPLETE: { en: 'Address incomplete', zh: '地址不全' },
    OUT_OF_AREA: { en: 'Out of area', zh: '超区' },
    ACCESS_DENIED: { en: 'Access denied', zh: '无法进入' },
    COD_REFUSED: { en: 'COD refused', zh: '拒付货款' },
    ID_CHECK_FAILED: { en: 'ID check failed', zh: '验证未通过' },
    RESCHEDULED: { en: 'Rescheduled', zh: '改约' },
    DAMAGED: { en: 'Damaged', zh: '破损' },
    WEATHER: { en: 'Weather', zh: '天气' },
    TRAFFIC_CONTROL: { en: 'Traffic control', zh: '交通管制' },
    CAPACITY: { en: 'Capacity', zh: '运力不足' },
    CUSTOMS: { en: 'Customs', zh: '海关' },
    OTHER: { en: 'Other', zh: '其他' },
  },
});
