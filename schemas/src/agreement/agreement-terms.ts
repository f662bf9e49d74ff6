import { ClaimTerms } from '../claims/claim-terms.ts';
import { Flag, Line, ListOf, Optional, Part, privacy, Ref, Whole, words } from '../define/index.ts';
import { ModuleName } from '../module-name.ts';
import { ReturnTerms } from '../returns/return-terms.ts';
import { CivilDate } from '../vocabulary/civil-date.ts';
import { PartyCapacity } from '../vocabulary/party-capacity-codes.ts';
import { PartyRef } from '../vocabulary/party-ref.ts';
import { PrivacyClass } from '../vocabulary/privacy-class-codes.ts';
import { RetentionClass } from '../vocabulary/retention-class-codes.ts';
import { RevealPurpose } from '../vocabulary/reveal-purpose-codes.ts';
import { Sha256 } from '../vocabulary/sha256.ts';
import { FieldGrant } from './field-grant.ts';

/** A party, and what it is in the sense of the personal information law (articles 20, 21, 23, unconfirmed). */
export const agreementParty = { party: Ref(PartyRef), capacity: Ref(PartyCapacity) };

/** What the parties agree on: the same in a proposal, a counter-proposal and the agreement. */
export const agreementTerms = {
  modules: ListOf(Ref(ModuleName), 1, 100, {
    uniqueItems: true,
    ...words(
      { en: 'Modules', zh: '模块' },
      { en: 'Whose operations the agreement covers.', zh: '协议所涵盖的模块。' },
    ),
  }),
  purposes: ListOf(Ref(RevealPurpose), 0, 15, {
    uniqueItems: true,
    ...words(
      { en: 'Purposes', zh: '目的' },
      { en: 'For which reveals may be asked.', zh: '可申请揭示的目的。' },
    ),
  }),
  grants: ListOf(
    Ref(FieldGrant),
    1,
    500,
    words(
      { en: 'Grants', zh: '字段授权' },
      { en: 'What no grant names does not leave.', zh: '未获授权者不得输出。' },
    ),
  ),
  retentions: ListOf(
    Part({ privacyClass: Ref(PrivacyClass), retentionClass: Ref(RetentionClass) }),
    0,
    6,
    words(
      { en: 'Retentions', zh: '保存期限' },
      { en: 'How long members of a class are kept.', zh: '各级别信息的保存期限。' },
    ),
  ),
  measures: ListOf(
    Line(
      200,
      { en: 'Measure', zh: '保护措施' },
      { en: 'One protective measure.', zh: '一项保护措施。' },
      privacy('business', 'business-text'),
    ),
    1,
    50,
    words(
      { en: 'Measures', zh: '保护措施' },
      { en: 'How the data are protected.', zh: '数据的保护措施。' },
    ),
  ),
  subProcessors: Optional(
    ListOf(
      Ref(PartyRef),
      0,
      50,
      words(
        { en: 'Sub-processors', zh: '转委托方' },
        { en: 'Who works on the data for a party.', zh: '受一方转委托处理数据者。' },
      ),
    ),
  ),
  impactAssessment: Optional(
    Part(
      {
        reference: Line(
          80,
          { en: 'Reference', zh: '编号' },
          { en: 'Number of the assessment.', zh: '评估报告编号。' },
          privacy('business', 'business-text'),
        ),
        assessedOn: Ref(
          CivilDate,
          words(
            { en: 'Assessed on', zh: '评估日期' },
            { en: 'Day of the assessment.', zh: '完成评估的日期。' },
          ),
        ),
      },
      words(
        { en: 'Impact assessment', zh: '影响评估' },
        {
          en: 'Required when a grant is of class personal or above (PIPL article 55).',
          zh: '授予个人级以上字段时必填（个人信息保护法第五十五条）。',
        },
      ),
    ),
  ),
  interruptionTerms: Part(
    {
      plannedLeadSeconds: Whole(
        0,
        31_536_000,
        { en: 'Lead of a planned interruption', zh: '计划中断提前量' },
        { en: 'At least 259200 s, 72 hours.', zh: '至少 259200 秒（72 小时）。' },
        { 'x-unit': 's', ...privacy('business', 'measure') },
      ),
      terminationLeadSeconds: Whole(
        0,
        315_360_000,
        { en: 'Lead of a termination', zh: '终止提前量' },
        { en: 'At least 2592000 s, 30 days.', zh: '至少 2592000 秒（30 日）。' },
        { 'x-unit': 's', ...privacy('business', 'measure') },
      ),
      parcelThresholdCount: Whole(
        0,
        1_000_000_000,
        { en: 'Threshold of parcels', zh: '包裹阈值' },
        {
          en: 'Parcels in flight above which an interruption is pre-reported.',
          zh: '在途包裹超过该数时须预报告。',
        },
      ),
    },
    words(
      { en: 'Interruption terms', zh: '中断条款' },
      {
        en: 'How long ahead an interruption is announced.',
        zh: '中断须提前多久通知。',
      },
    ),
  ),
  claimTerms: Optional(Ref(ClaimTerms)),
  returnTerms: Optional(Ref(ReturnTerms)),
  options: Part(
    {
      rawTextRetention: Optional(
        Flag(
          { en: 'Raw text', zh: '保留原始文本' },
          {
            en: 'Raw carrier text may be kept and returned. Absent: no.',
            zh: '可保留并返回原始文本；不出现即否。',
          },
        ),
      ),
      podAttachments: Optional(
        Flag(
          { en: 'Proof attachments', zh: '签收附件' },
          {
            en: 'Proofs of delivery carry their media. Absent: no.',
            zh: '签收证明可含影像；不出现即否。',
          },
        ),
      ),
      sealedRevealsOnly: Optional(
        Flag(
          { en: 'Sealed reveals only', zh: '仅密封揭示' },
          { en: 'No field is revealed in clear. Absent: no.', zh: '不以明文揭示；不出现即否。' },
        ),
      ),
    },
    words(
      { en: 'Options', zh: '选项' },
      { en: 'Each is off unless it is said.', zh: '未声明者均为关闭。' },
    ),
  ),
  effectiveFromOn: Ref(
    CivilDate,
    words(
      { en: 'Effective from', zh: '生效日期' },
      { en: 'First day, once signed.', zh: '签署后的首个生效日。' },
    ),
  ),
  effectiveToOn: Optional(
    Ref(
      CivilDate,
      words(
        { en: 'Effective to', zh: '截止日期' },
        { en: 'Last day. Absent: until it is ended.', zh: '最后一日；不出现即至终止为止。' },
      ),
    ),
  ),
  termsSha256: Ref(
    Sha256,
    words(
      { en: 'Digest of the terms', zh: '文本摘要' },
      { en: 'Of the legal text, which is not exchanged.', zh: '法律文本的摘要；文本本身不交换。' },
    ),
  ),
};
