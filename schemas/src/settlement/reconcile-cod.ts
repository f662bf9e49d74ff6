import { defineOperation } from '../define/index.ts';
import { CashOnDelivery } from './cash-on-delivery.ts';

export const reconcileCod = defineOperation({
  name: 'reconcile-cod',
  since: '1.0',
  title: { en: 'Reconcile cash on delivery', zh: '代收货款对账' },
  description: {
    en: 'The platform says that what was remitted has come in.',
    zh: '平台确认汇付款项已到账。',
  },
  servedBy: ['courier'],
  calledBy: ['platform'],
  method: 'POST',
  path: '/v1/cod-instructions/{waybillNo}/reconcile',
  answer: { status: 200, body: CashOnDelivery },
  lifecycle: 'cod',
  problems: ['NOT_FOUND', 'STATE_ILLEGAL'],
  requirements: [],
  examples: {},
});
