import {
  type CellCondition,
  codesOf,
  PhoneKind,
  POLICY,
  type PolicyCell,
  type PurposeLimit,
  parcelStatusEntries,
  type Registry,
  RevealField,
  RevealPurpose,
  ROLES,
  Stage,
  type StageColumn,
  type Text,
  type Viewer,
  type ViewerEntry,
  type ViewName,
  type WayOut,
} from '@openwaybill/schemas';
import type { Emitter } from './artefacts.ts';

type Language = keyof Text & ('en' | 'zh');

/** Sentences of the page that stand in no definition. */
const WORDS = {
  title: { en: 'Who sees what, when and why', zh: '谁在何时因何可见哪些个人信息' },
  lead: {
    en: 'The platform keeps the plaintext of the person who receives. Everybody else has an opaque reference, sees masked values, and asks for more for one stated purpose at a time. This page and `policy/views.json` have one source, which servers, clients and the conformance suite go by.',
    zh: '收件人明文由电商平台保管；其他各方仅持不透明引用、仅见脱敏值，需要更多信息时须逐次说明目的。本页与 `policy/views.json` 出自同一来源，服务端、客户端与检测套件均以之为准。',
  },
  views: { en: 'The views', zh: '视图' },
  viewColumns: {
    en: '| View | What it has of a person | How it leaves |',
    zh: '| 视图 | 含有哪些个人信息 | 提供方式 |',
  },
  stages: { en: 'The stages', zh: '阶段' },
  stagesLead: {
    en: 'The stage follows from the events of the parcel, never from what a caller says.',
    zh: '阶段由包裹事件得出，不取自调用方声明。',
  },
  stageColumns: { en: '| Stage | Status of the parcel |', zh: '| 阶段 | 包裹状态 |' },
  days: { en: 'after', zh: '满' },
  day: { en: 'days', zh: '日后' },
  matrix: { en: 'Who sees what, stage by stage', zh: '各方在各阶段可见的视图' },
  matrixLead: {
    en: 'A view in italics leaves by an operation of its own, for the purpose in parentheses. What a cell does not name is refused; where it names such views alone, `getConsigneeView` answers the reference. "Nothing" is the answer that an unknown parcel gets. In the stage Closed a reference may still stand in answers about the own orders of a party; no operation takes it any more.',
    zh: '斜体视图须经专门操作、按括号内目的获取；单元格未列出者一律拒绝；仅列斜体视图时，`getConsigneeView` 应答引用。“无”即与不存在的包裹应答一致。已关闭阶段的引用仅可留存于一方自有订单的应答中，任何操作不再接受。',
  },
  matrixColumns: {
    en: '| Stage | What is seen | On condition that |',
    zh: '| 阶段 | 可见内容 | 条件 |',
  },
  nothing: { en: 'nothing', zh: '无' },
  afterSales: { en: 'After-sales case open', zh: '售后中' },
  role: { en: 'Role', zh: '角色' },
  facet: { en: 'facet', zh: '分面' },
  agreed: { en: 'with the purpose in its agreement', zh: '协议含有目的' },
  always: { en: 'for every cell', zh: '各阶段均须' },
  purposes: { en: 'The purposes', zh: '目的' },
  purposesLead: {
    en: 'The purpose decides the fields, the stage decides whether. Asking for one field too many is refused and not trimmed. There is no marketing purpose. An agreement may lower a maximum and never raises one.',
    zh: '目的决定字段，阶段决定能否获取；多要一个字段即整体拒绝，不作裁剪。不设营销目的。协议可降低上限，不得提高。',
  },
  purposeColumns: {
    en: '| Purpose | Who | Stages | Fields at most | Phone | Longest life | Uses | Approval |',
    zh: '| 目的 | 谁 | 阶段 | 字段上限 | 电话 | 最长期限 | 次数 | 审批 |',
  },
  sealed: { en: 'sealed', zh: '密封' },
  ordered: { en: 'as the order of the authority names', zh: '依主管机关文书所列' },
  assigned: { en: 'assigned', zh: '被指派者' },
  consignor: { en: 'about the sender', zh: '针对寄件人' },
  noFields: { en: 'none: views and contact alone', zh: '无：仅视图与联系能力' },
  beside: {
    en: 'These purposes are named by no cell; the stages of their own rows decide:',
    zh: '以下目的不列于单元格，由其自身阶段决定：',
  },
} as const satisfies Readonly<Record<string, Text>>;

const LEAVES: Readonly<Record<WayOut, Text>> = {
  ORDINARY_ANSWER: { en: 'ordinary answers', zh: '普通应答' },
  CONTACT_BINDING: { en: 'a contact binding', zh: '联系绑定' },
  GRANT: { en: 'a grant for a purpose', zh: '按目的授权' },
  STATISTICS: { en: 'published statistics', zh: '公开统计' },
  PUBLIC_TRACKING: { en: 'public tracking', zh: '公开查询' },
  OWN: { en: 'its own', zh: '自有' },
};
const PERIODS: Readonly<Record<NonNullable<PolicyCell['within']>, Text>> = {
  PT24H: { en: 'for 24 hours', zh: '24 小时内' },
};
const APPROVALS: Readonly<Record<NonNullable<PurposeLimit['approval']>, Text>> = {
  QUOTA: { en: 'quota', zh: '配额' },
  TWO_PERSONS: { en: 'two persons', zh: '双人' },
  LEGAL_REFERENCE: { en: 'legal reference and two persons', zh: '法律依据加双人' },
  CONSENT_AND_TWO_PERSONS: { en: "the person's consent and two persons", zh: '本人同意加双人' },
};
const DASH = '–';

const stageTitle = (column: StageColumn, language: Language): string =>
  column === 'AFTER_SALES' ? WORDS.afterSales[language] : codesOf(Stage)[column][language];

const joined = (parts: readonly string[], language: Language): string =>
  parts.join(language === 'en' ? ', ' : '、');

const viewTable = (language: Language): readonly string[] => [
  WORDS.viewColumns[language],
  '| --- | --- | --- |',
  ...Object.entries(POLICY.views).map(
    ([name, view]) => `| \`${name}\` | ${view[language]} | ${LEAVES[view.leavesBy][language]} |`,
  ),
];

const statusesOf = (stage: StageColumn, language: Language): readonly string[] =>
  Object.entries(parcelStatusEntries).flatMap(([status, entry]) => {
    if (entry.stage === stage) return [`\`${status}\``];
    return stage === 'CLOSED' && entry.closedAfterDays !== undefined
      ? [
          language === 'en'
            ? `\`${status}\` ${WORDS.days.en} ${entry.closedAfterDays} ${WORDS.day.en}`
            : `\`${status}\` ${WORDS.days.zh} ${entry.closedAfterDays} ${WORDS.day.zh}`,
        ]
      : [];
  });

const stageTable = (language: Language): readonly string[] => [
  WORDS.stageColumns[language],
  '| --- | --- |',
  ...POLICY.columns
    .filter((column) => column !== 'AFTER_SALES')
    .map(
      (column) =>
        `| ${stageTitle(column, language)} | ${joined(statusesOf(column, language), language) || DASH} |`,
    ),
];

const purposeTitle = (purpose: PurposeLimit['purpose'], language: Language) =>
  `${codesOf(RevealPurpose)[purpose][language]} \`${purpose}\``;

const seen = ({ shows, released = [], within }: PolicyCell, language: Language): string => {
  const parts = [
    ...shows.map((view: ViewName) => `\`${view}\``),
    ...released.map(({ view, purpose }) => `*${view}* (${purposeTitle(purpose, language)})`),
  ];
  if (parts.length === 0) return WORDS.nothing[language];
  return `${parts.join(' + ')}${within === undefined ? '' : `, ${PERIODS[within][language]}`}`;
};

const conditionsOf = (when: readonly CellCondition[], language: Language): string =>
  joined(
    when.map((condition) => POLICY.conditions[condition][language]),
    language,
  );

/** Stages in which a viewer has the same stand in one row. */
const rowsOf = (viewer: Viewer, language: Language): readonly string[] => {
  const rows: { readonly columns: StageColumn[]; readonly text: string }[] = [];
  for (const column of POLICY.columns) {
    const cell: PolicyCell = POLICY.matrix[viewer][column];
    const text = `${seen(cell, language)} | ${conditionsOf(cell.when ?? [], language) || DASH}`;
    const same = rows.find((row) => row.text === text);
    if (same === undefined) rows.push({ columns: [column], text });
    else same.columns.push(column);
  }
  return rows.map(
    ({ columns, text }) =>
      `| ${joined(
        columns.map((column) => stageTitle(column, language)),
        language,
      )} | ${text} |`,
  );
};

const whoIs = (entry: ViewerEntry, language: Language): string => {
  const parts = [
    ...(entry.role === undefined ? [] : [`${WORDS.role[language]} \`${entry.role}\``]),
    ...(entry.facet === undefined ? [] : [`${WORDS.facet[language]} \`${entry.facet}\``]),
    ...(entry.withPurpose === undefined
      ? []
      : [`${WORDS.agreed[language]} \`${entry.withPurpose}\``]),
    ...(entry.when === undefined
      ? []
      : [`${WORDS.always[language]}: ${conditionsOf(entry.when, language)}`]),
  ];
  return parts.length === 0 ? '' : `${joined(parts, language)}${language === 'en' ? '.' : '。'}\n`;
};

const viewerSections = (language: Language): readonly string[] =>
  (Object.keys(POLICY.viewers) as readonly Viewer[]).flatMap((viewer) => {
    const entry: ViewerEntry = POLICY.viewers[viewer];
    return [
      `### ${entry[language]}`,
      '',
      ...(whoIs(entry, language) === '' ? [] : [whoIs(entry, language)]),
      WORDS.matrixColumns[language],
      '| --- | --- | --- |',
      ...rowsOf(viewer, language),
      '',
    ];
  });

const fieldsOf = ({ fields, sealed }: PurposeLimit, language: Language): string => {
  if (fields === 'AS_ORDERED') return WORDS.ordered[language];
  if (fields.length === 0) return WORDS.noFields[language];
  const all = joined(
    fields.map((field) => codesOf(RevealField)[field][language]),
    language,
  );
  return sealed === true ? `${all} (${WORDS.sealed[language]})` : all;
};

const whoMay = ({ roles, facets, assigned, about }: PurposeLimit, language: Language): string =>
  [
    joined(
      roles.map((role) => ROLES[role][language]),
      language,
    ),
    ...(facets === undefined ? [] : facets.map((facet) => `\`${facet}\``)),
    ...(assigned === undefined ? [] : [WORDS.assigned[language]]),
    ...(about === undefined ? [] : [WORDS.consignor[language]]),
  ].join(language === 'en' ? ', ' : '，');

const stagesIn = ({ stages, afterSales }: PurposeLimit, language: Language): string =>
  joined(
    [
      ...stages.map((stage) => stageTitle(stage, language)),
      ...(afterSales === true ? [WORDS.afterSales[language]] : []),
    ],
    language,
  );

const purposeTable = (language: Language): readonly string[] => [
  WORDS.purposeColumns[language],
  '| --- | --- | --- | --- | --- | --- | --- | --- |',
  ...POLICY.purposes.map((limit) =>
    [
      '',
      purposeTitle(limit.purpose, language),
      whoMay(limit, language),
      stagesIn(limit, language),
      fieldsOf(limit, language),
      limit.phone === undefined ? DASH : codesOf(PhoneKind)[limit.phone][language],
      limit.longestLife === undefined ? DASH : `\`${limit.longestLife}\``,
      limit.useCount === 0 ? DASH : String(limit.useCount),
      limit.approval === undefined ? DASH : APPROVALS[limit.approval][language],
      '',
    ]
      .join(' | ')
      .trim(),
  ),
];

const pageIn = (registry: Registry, language: Language): string =>
  [
    `# ${WORDS.title[language]}`,
    '',
    `OpenWaybill ${registry.version}. ${WORDS.lead[language]}`,
    '',
    `## ${WORDS.views[language]}`,
    '',
    ...viewTable(language),
    '',
    `## ${WORDS.stages[language]}`,
    '',
    WORDS.stagesLead[language],
    '',
    ...stageTable(language),
    '',
    `## ${WORDS.matrix[language]}`,
    '',
    WORDS.matrixLead[language],
    '',
    ...viewerSections(language),
    `## ${WORDS.purposes[language]}`,
    '',
    WORDS.purposesLead[language],
    '',
    ...purposeTable(language),
    '',
    `${WORDS.beside[language]} ${joined(
      POLICY.besideTheCells.map((purpose) => `\`${purpose}\``),
      language,
    )}${language === 'en' ? '.' : '。'}`,
    '',
  ].join('\n');

/** The policy in plain words, in both languages, for whoever has to answer for it. */
export const privacyPage: Emitter = (registry) =>
  new Map(
    (['en', 'zh'] as const).map((language) => [
      `policy/views.${language}.md`,
      pageIn(registry, language),
    ]),
  );
