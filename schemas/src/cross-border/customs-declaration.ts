import type { Static } from '@sinclair/typebox';
import { defineMessage, Optional, Ref, Resource, words } from '../define/index.ts';
import { storedMembers } from '../vocabulary/stored-members.ts';
import { Uuid } from '../vocabulary/uuid.ts';
import { Warnings } from '../vocabulary/warnings.ts';
import { submittedTea } from './_examples.ts';
import { authorityCode, authorityText } from './authority-members.ts';
import { CustomsDeclarationStatus } from './cross-border-codes.ts';
import { CustomsDeclarationSubmission } from './customs-declaration-submission.ts';

/** Names a declaration in reads, replies and matches. */
export const declarationId = Ref(
  Uuid,
  words(
    { en: 'Declaration id', zh: '报关单标识' },
    { en: 'Names the declaration at the declarant.', zh: '报关企业对该报关单的标识。' },
  ),
);

export const CustomsDeclaration = Resource(
  'CustomsDeclaration',
  { en: 'Customs declaration', zh: '报关单' },
  {
    en: 'What was declared, and what the authority last replied.',
    zh: '申报内容及海关最近的回执。',
  },
  {
    declarationId,
    ...CustomsDeclarationSubmission.properties,
    status: Ref(CustomsDeclarationStatus),
    authorityCode: Optional(authorityCode),
    authorityText: Optional(authorityText),
    warnings: Optional(Ref(Warnings)),
    ...storedMembers,
  },
);
export type CustomsDeclaration = Static<typeof CustomsDeclaration>;

const { declarationId: _, ...withoutId } = submittedTea;

export const customsDeclaration = defineMessage({
  schema: CustomsDeclaration,
  requirements: [],
  examples: {
    valid: {
      'just submitted': submittedTea,
      'a vague description was taken': {
        ...submittedTea,
        warnings: [
          {
            pointer: '/lines/1/description',
            rule: 'XBD-003',
            message: 'The description is vague.',
          },
        ],
      },
      'sent back': {
        ...submittedTea,
        status: 'REJECTED',
        authorityCode: '100',
        authorityText: '商品编码与品名不符',
        revision: 2,
        updatedAt: '2026-11-11T10:12:00+08:00',
      },
    },
    invalid: {
      'no id': { value: withoutId, breaks: { pointer: '', rule: 'required' } },
      'an unknown status': {
        value: { ...submittedTea, status: 'CLEARED' },
        breaks: { pointer: '/status', rule: 'enum' },
      },
      'released without a reply': {
        value: { ...submittedTea, status: 'RELEASED', revision: 3 },
        breaks: { pointer: '', rule: 'XBD-005', requirement: 'XBD-005' },
      },
      'a phone number in the reply': {
        value: {
          ...submittedTea,
          status: 'REJECTED',
          authorityCode: '100',
          authorityText: '请联系 19900000001',
          revision: 2,
        },
        breaks: { pointer: '/authorityText', rule: 'digit-run' },
      },
    },
  },
});
