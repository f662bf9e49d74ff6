import { type Static, Type } from '@sinclair/typebox';
import {
  Closed,
  defineMessage,
  Line,
  ListOf,
  Optional,
  privacy,
  Ref,
  words,
} from '../define/index.ts';
import { LabelFormat } from '../vocabulary/label-format-codes.ts';
import { Sha256 } from '../vocabulary/sha256.ts';
import { emptyLabel } from './_examples.ts';
import { CopyCount } from './copy-count.ts';
import { LabelArea } from './waybill-codes.ts';

/** Masked in print, in its barcodes and in its metadata. */
export const LabelData = Closed(
  'LabelData',
  { en: 'Label', zh: '面单数据' },
  {
    en: 'A label to print: its content, or a ticket for the print component.',
    zh: '待打印的面单：内容，或供打印组件使用的凭据。',
  },
  {
    format: Ref(LabelFormat),
    content: Optional(
      Line(
        524_288, // 512 KiB of base64
        { en: 'Content', zh: '内容' },
        {
          en: 'The label in base64; absent for CLOUD_PRINT.',
          zh: '面单的 base64；云打印时不给出。',
        },
        {
          format: 'byte',
          'x-source': 'RFC 4648 section 4',
          ...privacy('pseudonymous', 'technical'),
        },
      ),
    ),
    printTicket: Optional(
      Line(
        16_384, // 16 KiB
        { en: 'Print ticket', zh: '打印凭据' },
        {
          en: 'Opaque; redeemable by the print component alone, and holds no plaintext. For CLOUD_PRINT.',
          zh: '不透明凭据，仅可由打印组件兑换，不含明文；用于云打印。',
        },
        privacy('pseudonymous', 'opaque-ref'),
      ),
    ),
    contentSha256: Optional(
      Ref(
        Sha256,
        words(
          { en: 'Digest', zh: '摘要' },
          { en: 'SHA-256 of the decoded content.', zh: '解码后内容的 SHA-256。' },
        ),
      ),
    ),
    maskProfile: Type.Literal('MASKED', {
      ...words(
        { en: 'Mask profile', zh: '脱敏方式' },
        { en: 'Labels are always masked.', zh: '面单始终脱敏。' },
      ),
      ...privacy('business', 'code'),
    }),
    copyCount: Ref(CopyCount),
    areas: Optional(
      ListOf(
        Ref(LabelArea),
        0,
        6,
        words(
          { en: 'Areas', zh: '分区' },
          { en: 'Zones that the label has.', zh: '面单所含的分区。' },
        ),
      ),
    ),
  },
);
export type LabelData = Static<typeof LabelData>;

const { content: _, ...withoutContent } = emptyLabel;

export const labelData = defineMessage({
  schema: LabelData,
  requirements: [
    {
      id: 'WBL-007',
      level: 'MUST',
      roles: ['courier'],
      position: 'server',
      tier: 'S',
      text: {
        en: 'Labels carry no plaintext personal data in text, barcode or metadata.',
        zh: '面单文字、条码、元数据不得含明文个人信息。',
      },
      wire: 'decode the label; canary scan',
      judgedBy: 'check',
    },
    {
      id: 'WBL-008',
      level: 'MUST',
      roles: ['courier'],
      position: 'server',
      tier: 'W',
      text: {
        en: 'contentSha256 equals the SHA-256 of the decoded content.',
        zh: '摘要须与内容一致。',
      },
      wire: 'recompute',
      judgedBy: 'check',
    },
  ],
  examples: {
    valid: {
      'an empty sheet': { ...emptyLabel, areas: ['CODE', 'CONSIGNEE'] },
      'a ticket for the print component': {
        format: 'CLOUD_PRINT',
        printTicket: 'dGlja2V0LTAwMDE',
        maskProfile: 'MASKED',
        copyCount: 2,
      },
    },
    invalid: {
      'neither content nor ticket': {
        value: withoutContent,
        breaks: { pointer: '', rule: 'DSC-021', requirement: 'DSC-021' },
      },
      'three copies': {
        value: { ...emptyLabel, copyCount: 3 },
        breaks: { pointer: '/copyCount', rule: 'maximum' },
      },
      'content that is no base64': {
        value: { ...emptyLabel, content: '<svg/>' },
        breaks: { pointer: '/content', rule: 'format' },
      },
      'a profile without mask': {
        value: { ...emptyLabel, maskProfile: 'PLAIN' },
        breaks: { pointer: '/maskProfile', rule: 'const' },
      },
    },
  },
});
