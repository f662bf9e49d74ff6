import { defineRequirement, laterWith } from '../define/index.ts';

/** What is printed. */
export const labelRequirements = [
  defineRequirement({
    id: 'LBL-001',
    level: 'MUST',
    roles: ['courier', 'platform'],
    position: 'server',
    tier: 'S',
    part: 'labels',
    text: {
      en: 'Printed text follows `cn-name-1`, `phone-1`, `addr-1` at most `BUILDING`.',
      zh: '打印文字须按 `cn-name-1`、`phone-1`、`addr-1` 脱敏，地址至多到 `BUILDING`。',
    },
    wire: 'text layer and canary scan',
    excluded: laterWith({ en: 'the label probes', zh: '相应的探测' }),
  }),
  defineRequirement({
    id: 'LBL-002',
    level: 'MUST NOT',
    roles: ['courier', 'platform'],
    position: 'server',
    tier: 'S',
    part: 'labels',
    text: {
      en: 'A barcode or two-dimensional code carries personal data in any encoding.',
      zh: '条码与二维码不得以任何编码携带个人信息。',
    },
    wire: 'decode, decode again, scan',
    excluded: laterWith({ en: 'the label probes', zh: '相应的探测' }),
  }),
  defineRequirement({
    id: 'LBL-003',
    level: 'MUST NOT',
    roles: ['courier', 'platform'],
    position: 'server',
    tier: 'S',
    part: 'labels',
    text: {
      en: 'Metadata, comments and file names carry personal data.',
      zh: '元数据、注释与文件名不得携带个人信息。',
    },
    wire: 'PDF information and XMP, PNG chunks, SVG comments, ZPL `^FX`',
    excluded: laterWith({ en: 'the label probes', zh: '相应的探测' }),
  }),
  defineRequirement({
    id: 'LBL-004',
    level: 'MUST',
    roles: ['courier', 'platform'],
    position: 'server',
    tier: 'S',
    part: 'labels',
    text: {
      en: 'The consignor is masked too.',
      zh: '寄件人同样须脱敏。',
    },
    wire: 'canaries on the sender',
    excluded: laterWith({ en: 'the label probes', zh: '相应的探测' }),
  }),
  defineRequirement({
    id: 'LBL-005',
    level: 'MUST NOT',
    roles: ['courier', 'platform'],
    position: 'server',
    tier: 'S',
    part: 'labels',
    text: {
      en: 'A label shows item title, amount or account.',
      zh: '面单不得显示商品标题、金额或账号。',
    },
    wire: 'sentinel in the item title',
    excluded: laterWith({ en: 'the label probes', zh: '相应的探测' }),
  }),
  defineRequirement({
    id: 'LBL-006',
    level: 'MUST NOT',
    roles: ['courier', 'platform'],
    position: 'server',
    tier: 'S',
    part: 'labels',
    text: {
      en: 'Degraded mode prints plaintext.',
      zh: '降级打印不得打印明文。',
    },
    wire: 'print during an interruption',
    excluded: laterWith({ en: 'the label probes', zh: '相应的探测' }),
  }),
];
