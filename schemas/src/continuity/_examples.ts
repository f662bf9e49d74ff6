/** Names of notices that the examples of this module share. */
export const PLANNED_NOTICE = 'ntc_AAECAwQFBgcICQoLDA0ODw';
export const FORMER_NOTICE = 'ntc_8OHSw7Sllod4aVpLPC0eDw';
export const ASSESSMENT = '01935b8a-7c00-7a11-8a01-0000000000f1';

/** The desk that the examples of this module share. */
export const desk = {
  name: '数据接口值班台',
  phone: '+86-411-01234567',
  url: 'https://courier.example/status',
} as const;

/** An impact that the examples of this module share. */
export const smallImpact = {
  ordersPerHourCount: 1200,
  parcelsInFlightCount: 8400,
  counterpartyCount: 3,
} as const;
