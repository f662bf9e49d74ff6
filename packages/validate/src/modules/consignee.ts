import type {
  AuditConsistency,
  AuditInclusion,
  ConsentRecord,
  ConsigneeLookup,
  ConsigneeView,
  ContactBinding,
  ContactBindingRequest,
  ErasureReceipt,
  RevealAuditEntry,
  RevealGrant,
  RevealRequest,
  ViewEntry,
} from '@openwaybill/schemas';
import { JUSTIFIED_PURPOSES, policyFieldMembers, policyViews } from '../generated/facts.mjs';
import { secondsOf } from '../rules/duration.ts';
import { at, isNotBefore, membersRule } from '../rules/members-rule.ts';

/** Views that are answered by name, each with its members of a person but the reference, which all have. */
const VIEW_MEMBERS: Readonly<Record<string, readonly (keyof ConsigneeView & string)[]>> =
  Object.fromEntries(
    Object.values(policyViews)
      .filter(({ leavesBy }) => leavesBy === 'ORDINARY_ANSWER')
      .map(({ code, members }: Pick<ViewEntry, 'code' | 'members'>) => [
        code,
        [
          ...new Set(members.map((member) => member.split('.')[0] as keyof ConsigneeView & string)),
        ].filter((member) => member !== 'consigneeRef'),
      ]),
  );

const ANSWERED = Object.keys(VIEW_MEMBERS);

const VIEWS_SAID = Object.entries(VIEW_MEMBERS).filter(([, members]) => members.length > 0);

const REGION = 'region.';
const REGION_SHOWN = policyViews.routing.members
  .filter((member) => member.startsWith(REGION))
  .map((member) => member.slice(REGION.length));

const viewBroken = (view: ConsigneeView): readonly string[] => {
  const wanted = VIEW_MEMBERS[view.view] ?? [];
  return [
    ...at('/view', ANSWERED.includes(view.view)),
    ...at(
      '',
      wanted.every((member) => view[member] !== undefined),
    ),
    ...Object.values(VIEW_MEMBERS)
      .flat()
      .flatMap((member) => at(`/${member}`, wanted.includes(member) || view[member] === undefined)),
    ...Object.keys(view.region ?? {}).flatMap((member) =>
      at(`/region/${member}`, REGION_SHOWN.includes(member)),
    ),
  ];
};

const HOUR = 3600;
const THIRTY_DAYS = 30 * 24 * HOUR;

const bindingBroken = (binding: ContactBinding): readonly string[] => {
  const isCall = binding.model === 'CLICK_TO_CALL';
  return [
    ...at('/number', !isCall || binding.number === undefined),
    ...at('', (isCall ? binding.callUrl : binding.number) !== undefined),
    ...at('/extension', binding.extension === undefined || binding.number !== undefined),
    ...at('/callUrl', isCall || binding.callUrl === undefined),
  ];
};

const GRANTED_BY: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(policyFieldMembers).flatMap(([field, members]) =>
    members.map((member) => [member, field]),
  ),
);

/** Rules of views, bindings, reveals, the audit log, consent and erasure. */
export const consigneeRules = [
  membersRule<ConsigneeView>({
    schema: 'ConsigneeView',
    id: 'CSN-005',
    broken: viewBroken,
    requirement: 'CSN-005',
    text: { en: 'the members are not those of the view', zh: '字段与视图不符' },
    hint: {
      en: `${VIEWS_SAID.map(([view, members]) => `${view} has ${members.join(' and ')}`).join(', ')}; no view has more.`,
      zh: `${VIEWS_SAID.map(([view, members]) => `${view} 含 ${members.join('、')}`).join('；')}；不得多出。`,
    },
  }),
  membersRule<ContactBindingRequest>({
    schema: 'ContactBindingRequest',
    id: 'DSC-023',
    broken: ({ ttl }) => at('/ttl', secondsOf(ttl) >= HOUR && secondsOf(ttl) <= THIRTY_DAYS),
    text: {
      en: 'the time to live is not within PT1H and P30D',
      zh: '有效期不在 PT1H 至 P30D 之间',
    },
    hint: { en: 'Ask for an hour to thirty days.', zh: '请填写一小时至三十天。' },
  }),
  membersRule<ContactBinding>({
    schema: 'ContactBinding',
    id: 'CSN-012',
    broken: bindingBroken,
    requirement: 'CSN-012',
    text: {
      en: 'number, extension and callUrl do not fit the model',
      zh: 'number、extension、callUrl 与模式不符',
    },
    hint: {
      en: 'CLICK_TO_CALL has callUrl alone; every other model has number, and may have extension.',
      zh: 'CLICK_TO_CALL 只带 callUrl；其他模式带 number，可带 extension。',
    },
  }),
  membersRule<RevealRequest>({
    schema: 'RevealRequest',
    id: 'DSC-023',
    part: 'reference',
    broken: ({ consigneeRef, consignorRef }) =>
      at('', (consigneeRef === undefined) !== (consignorRef === undefined)),
    text: {
      en: 'not exactly one of consigneeRef and consignorRef is there',
      zh: 'consigneeRef 与 consignorRef 须恰有其一',
    },
    hint: { en: 'Send one of the two.', zh: '请只发送其中一个。' },
  }),
  membersRule<RevealRequest>({
    schema: 'RevealRequest',
    id: 'DSC-023',
    part: 'justification',
    broken: ({ purpose, justification }) =>
      at('', !JUSTIFIED_PURPOSES.some((one) => one === purpose) || justification !== undefined),
    text: { en: 'this purpose needs a justification', zh: '该目的须说明理由' },
    hint: {
      en: 'Add justification, 10 to 200 characters.',
      zh: '请补充 10 至 200 字的 justification。',
    },
  }),
  membersRule<RevealRequest>({
    schema: 'RevealRequest',
    id: 'DSC-023',
    part: 'legal-basis',
    broken: ({ purpose, legalBasisRef }) =>
      at('', purpose !== 'COMPLIANCE_AUTHORITY' || legalBasisRef !== undefined),
    text: { en: 'a request for an authority names no legal basis', zh: '主管机关用途缺少法律依据' },
    hint: { en: 'Add legalBasisRef.', zh: '请补充 legalBasisRef。' },
  }),
  membersRule<RevealGrant>({
    schema: 'RevealGrant',
    id: 'DSC-021',
    broken: ({ fields, sealedFields }) =>
      at(
        '/fields',
        fields === undefined ||
          (sealedFields === undefined &&
            (fields.phone === undefined) === (fields.phoneKind === undefined)),
      ),
    text: {
      en: 'fields stand beside sealedFields, or phone without phoneKind',
      zh: 'fields 与 sealedFields 并存，或 phone 与 phoneKind 未同时出现',
    },
    hint: {
      en: 'Answer in clear or sealed, never both; phone and phoneKind go together.',
      zh: '明文与密封只取其一；phone 与 phoneKind 须同时出现。',
    },
  }),
  membersRule<RevealGrant>({
    schema: 'RevealGrant',
    id: 'CSN-007',
    broken: ({ fields, fieldsGranted }) =>
      Object.keys(fields ?? {}).flatMap((member) =>
        at(
          `/fields/${member}`,
          GRANTED_BY[member] === undefined ||
            fieldsGranted.some((granted) => granted === GRANTED_BY[member]),
        ),
      ),
    requirement: 'CSN-007',
    text: { en: 'a field is revealed that was not granted', zh: '揭示了未获准的字段' },
    hint: { en: 'Answer only what fieldsGranted names.', zh: '只返回 fieldsGranted 所列字段。' },
  }),
  membersRule<RevealAuditEntry>({
    schema: 'RevealAuditEntry',
    id: 'DSC-021',
    broken: ({ gate, outcome }) => at('/gate', gate === undefined || outcome === 'DENIED'),
    text: {
      en: 'a gate stands beside an outcome other than DENIED',
      zh: '非 DENIED 的记录带有 gate',
    },
    hint: { en: 'Name the gate of a denial only.', zh: '仅在拒绝时给出 gate。' },
  }),
  membersRule<AuditConsistency>({
    schema: 'AuditConsistency',
    id: 'DSC-021',
    broken: ({ from, to }) => at('/to', Number(to) >= Number(from)),
    text: { en: 'the tree shrinks', zh: '日志树变小' },
    hint: { en: 'An append-only log never loses a leaf.', zh: '只追加日志不会减少叶子。' },
  }),
  membersRule<AuditInclusion>({
    schema: 'AuditInclusion',
    id: 'DSC-021',
    broken: ({ leafIndex, treeSize }) => at('/leafIndex', leafIndex < treeSize),
    text: { en: 'the leaf lies beyond the tree', zh: '叶子序号超出日志树' },
    hint: {
      en: 'leafIndex counts from 0 and is below treeSize.',
      zh: 'leafIndex 从 0 起且小于 treeSize。',
    },
  }),
  membersRule<ConsigneeLookup>({
    schema: 'ConsigneeLookup',
    id: 'DSC-023',
    broken: ({ kind, value }) =>
      at('/value', kind !== 'PHONE' || /^\+[1-9][0-9]{6,14}$/.test(value)),
    text: { en: 'a look-up by phone has no whole number', zh: '按电话查找须用完整号码' },
    hint: { en: 'Write the whole number in E.164.', zh: '请以 E.164 格式写完整号码。' },
  }),
  membersRule<ConsentRecord>({
    schema: 'ConsentRecord',
    id: 'DSC-021',
    broken: ({ grantedAt, withdrawnAt }) => at('/withdrawnAt', isNotBefore(grantedAt, withdrawnAt)),
    text: { en: 'consent is withdrawn before it was granted', zh: '撤回早于授予' },
    hint: { en: 'Check the two instants.', zh: '请核对两个时刻。' },
  }),
  membersRule<ErasureReceipt>({
    schema: 'ErasureReceipt',
    id: 'DSC-021',
    broken: ({ state, erasedAt }) => [
      ...at('', state !== 'COMPLETED' || erasedAt !== undefined),
      ...at('/erasedAt', state === 'COMPLETED' || erasedAt === undefined),
    ],
    text: {
      en: 'erasedAt and the state COMPLETED do not stand together',
      zh: 'erasedAt 与 COMPLETED 状态须同时出现',
    },
    hint: { en: 'Add erasedAt when the erasure is done.', zh: '删除完成时补充 erasedAt。' },
  }),
];
