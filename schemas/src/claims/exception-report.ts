import type { Static } from '@sinclair/typebox';
import { defineMessage, Optional, Ref, Resource, words } from '../define/index.ts';
import { ConsigneeRef } from '../vocabulary/consignee-ref.ts';
import { Instant } from '../vocabulary/instant.ts';
import { RiskLevel } from '../vocabulary/risk-level-codes.ts';
import { storedMembers } from '../vocabulary/stored-members.ts';
import { Uuid } from '../vocabulary/uuid.ts';
import { WaybillNo } from '../vocabulary/waybill-no.ts';
import { evidenceOf } from './_evidence.ts';
import { crushedReport } from './_examples.ts';
import { ExceptionKind, ExceptionStatus, InstructionKind } from './claims-codes.ts';

/** Kept by the courier; the event of it is thin and shows no evidence. */
export const ExceptionReport = Resource(
  'ExceptionReport',
  { en: 'Report of an exception', zh: '异常报告' },
  {
    en: 'That something went wrong with a parcel, and until when an instruction is awaited.',
    zh: '包裹发生异常，以及等待指示的期限。',
  },
  {
    exceptionId: Ref(
      Uuid,
      words(
        { en: 'Exception', zh: '异常标识' },
        { en: 'Names the exception.', zh: '标识该异常。' },
      ),
    ),
    waybillNo: Ref(WaybillNo),
    kind: Ref(ExceptionKind),
    severity: Ref(
      RiskLevel,
      words(
        { en: 'Severity', zh: '严重程度' },
        { en: 'How grave it is for the parcel.', zh: '对包裹的影响程度。' },
      ),
    ),
    foundAt: Ref(
      Instant,
      words(
        { en: 'Found at', zh: '发现时刻' },
        { en: 'When it was found.', zh: '发现异常的时刻。' },
      ),
    ),
    evidence: evidenceOf(0, {
      en: 'What the courier has seen; a photo may show a person.',
      zh: '快递企业所见；照片可能拍到人。',
    }),
    instructionDueAt: Ref(
      Instant,
      words(
        { en: 'Instruction due at', zh: '指示期限' },
        {
          en: 'After it the courier acts by default: 48 h from foundAt unless the agreement says otherwise.',
          zh: '逾期由快递企业按默认处理；协议另有约定外为发现后 48 小时。',
        },
      ),
    ),
    instruction: Optional(
      Ref(
        InstructionKind,
        words(
          { en: 'Instruction', zh: '指示' },
          { en: 'What the platform instructed.', zh: '平台的指示。' },
        ),
      ),
    ),
    newConsigneeRef: Optional(
      Ref(
        ConsigneeRef,
        words(
          { en: 'New consignee', zh: '新收件人引用' },
          { en: 'To whom it is delivered again.', zh: '再派的收件人。' },
        ),
      ),
    ),
    status: Ref(ExceptionStatus),
    ...storedMembers,
  },
);
export type ExceptionReport = Static<typeof ExceptionReport>;

const { evidence, ...withoutEvidence } = crushedReport;

export const exceptionReport = defineMessage({
  schema: ExceptionReport,
  requirements: [],
  examples: {
    valid: {
      'a crushed box': crushedReport,
      'sent back by instruction': {
        ...crushedReport,
        status: 'INSTRUCTED',
        instruction: 'RETURN',
        revision: 2,
        updatedAt: '2026-11-12T08:00:00+08:00',
      },
      'nobody instructed': {
        ...crushedReport,
        status: 'DEFAULTED',
        revision: 2,
        updatedAt: '2026-11-14T03:10:00+08:00',
      },
    },
    invalid: {
      'evidence is not even empty': {
        value: withoutEvidence,
        breaks: { pointer: '', rule: 'required' },
      },
      'a kind in prose': {
        value: { ...crushedReport, kind: 'crushed' },
        breaks: { pointer: '/kind', rule: 'enum' },
      },
      'instructed without an instruction': {
        value: { ...crushedReport, status: 'INSTRUCTED' },
        breaks: { pointer: '', rule: 'DSC-021', requirement: 'DSC-021' },
      },
      'due before it was found': {
        value: { ...crushedReport, instructionDueAt: '2026-11-11T03:10:00+08:00' },
        breaks: { pointer: '/instructionDueAt', rule: 'DSC-021', requirement: 'DSC-021' },
      },
    },
  },
});
