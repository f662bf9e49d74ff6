import { defineOperation, Ref, words } from '../define/index.ts';
import { LabelFormat } from '../vocabulary/label-format-codes.ts';
import { LabelData } from './label-data.ts';

export const getWaybillLabel = defineOperation({
  name: 'get-waybill-label',
  since: '1.0',
  title: { en: 'Read a label', zh: '获取面单' },
  servedBy: ['courier'],
  calledBy: ['platform'],
  method: 'GET',
  path: '/v1/waybills/{waybillNo}/label',
  query: {
    format: Ref(
      LabelFormat,
      words(
        { en: 'Format', zh: '面单格式' },
        {
          en: 'One that the courier makes, else PARAMETER_INVALID; absent: that of the creation.',
          zh: '快递企业支持的格式，否则为参数错误；未给出时沿用创建时的格式。',
        },
      ),
    ),
  },
  answer: { status: 200, body: LabelData },
  lifecycle: 'waybill',
  noStore: true,
  problems: ['NOT_FOUND', 'STATE_ILLEGAL', 'PARAMETER_INVALID'],
  requirements: [
    {
      id: 'WBL-013',
      level: 'MUST',
      roles: ['courier'],
      position: 'server',
      tier: 'W',
      text: {
        en: 'Answers with labels carry Cache-Control: no-store.',
        zh: '含面单的应答不得缓存。',
      },
      wire: 'header',
      judgedBy: 'check',
    },
  ],
  examples: {},
});
