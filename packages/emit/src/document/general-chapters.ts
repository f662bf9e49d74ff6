import {
  LEVELS,
  type PlainClause,
  PRIVACY_KINDS,
  PROSE,
  type Reference,
  type Registry,
  ROLES,
  type Role,
  type Text,
} from '@openwaybill/schemas';
import { grouped } from '../openapi/grouped.ts';
import { privacyPage } from '../privacy-page.ts';
import { anchorOf } from './anchors.ts';
import type { Clause } from './clause.ts';
import { code, escaped, type Html, linkTo, paragraph, prose, table } from './html.ts';
import { markdownClauses } from './markdown-clauses.ts';
import { requirementClause, schemaClauses } from './module-chapter.ts';
import { requirementTable } from './requirement-table.ts';
import { ELEMENTS, type Language, listed } from './words.ts';

const WORDS = {
  referencesLead: {
    en: 'The following documents are referred to in such a way that some of their content is content of this document. The latest edition of each applies.',
    zh: '下列文件的内容通过文中的引用构成本文件的组成部分。各文件均以其最新版本为准。',
  },
  termsLead: {
    en: 'For the purposes of this document, the following terms and definitions apply.',
    zh: '下列术语和定义适用于本文件。',
  },
  abbreviationsLead: {
    en: 'The following abbreviated terms are used in this document.',
    zh: '下列缩略语适用于本文件。',
  },
  verbs: { en: 'Levels of requirements and their verbs', zh: '要求的程度及其用词' },
  verbHeads: { en: ['Level', 'Verb', '中文'], zh: ['程度', '用词', 'English'] },
  roles: { en: 'Roles', zh: '角色' },
  rolesLead: {
    en: 'Every message goes from one role to one role. The roles are those of Table 2.',
    zh: '每条报文由一个角色发给另一个角色。角色见表 2。',
  },
  roleHeads: { en: ['Role', 'Title', 'What it does'], zh: ['角色', '名称', '职责'] },
  commonTypes: { en: 'Common types', zh: '共用类型' },
  commonElements: { en: 'Common data elements', zh: '共用数据元' },
  common: { en: 'Common data', zh: '共用数据' },
  general: { en: 'General', zh: '概述' },
  kinds: { en: 'Kinds of personal and other information', zh: '信息种类' },
  kindsLead: {
    en: 'A member has a privacy class and a kind. A plain member of a kind has at least the class of this table; a masked one is pseudonymous.',
    zh: '成员具有隐私类别与信息种类。未脱敏成员的隐私类别不低于下表所列；已脱敏成员为 pseudonymous。',
  },
  kindHeads: { en: ['Kind', 'Lowest class'], zh: ['信息种类', '最低隐私类别'] },
  classes: { en: 'Conformance classes', zh: '符合性类别' },
  classesLead: {
    en: 'A claim names the classes of the following table. The class core belongs to every claim.',
    zh: '声明所列的类别取自下表。各项声明均含 core 类别。',
  },
  classHeads: {
    en: ['Class', 'Chapters', 'Requirements', 'Not judged'],
    zh: ['类别', '所在章', '要求数', '不判定'],
  },
} as const;

const plain = (texts: readonly Text[], language: Language): readonly Html[] =>
  texts.map((text) => paragraph(prose(text[language])));

const referenceLines = (references: readonly Reference[], language: Language): readonly Html[] =>
  references.map(({ number, title }) =>
    paragraph(
      `<b>${escaped(number)}</b>${language === 'zh' ? '　' : ', '}${escaped(title[language])}`,
      'reference',
    ),
  );

const statements = (clauses: readonly PlainClause[], language: Language): readonly Clause[] =>
  clauses.map(({ name, title, paragraphs }) => ({
    id: `clause-${name}`,
    title: title[language],
    body: plain(paragraphs, language),
  }));

/** Foreword and introduction, which have no number. */
export const unnumberedElements = (language: Language): readonly Clause[] =>
  (['foreword', 'introduction'] as const).map((name) => ({
    id: name,
    title: ELEMENTS[name][language],
    body: plain(PROSE[name], language),
  }));

const verbTable = (language: Language): Html =>
  table({
    caption: WORDS.verbs[language],
    heads: WORDS.verbHeads[language],
    widths: [30, 35, 35],
    rows: Object.entries(LEVELS).map(([level, verb]) => [
      code(level),
      escaped(verb[language]),
      escaped(verb[language === 'zh' ? 'en' : 'zh']),
    ]),
  });

const roleTable = (language: Language): Html =>
  table({
    caption: WORDS.roles[language],
    heads: WORDS.roleHeads[language],
    widths: [24, 28, 48],
    rows: (Object.keys(ROLES) as readonly Role[]).map((role) => [
      code(role),
      escaped(ROLES[role][language]),
      escaped(PROSE.duties[role][language]),
    ]),
  });

const principles = (registry: Registry, language: Language): Clause => {
  const [reading, ...others] = statements(PROSE.principles, language);
  return {
    id: 'principles',
    title: ELEMENTS.principles[language],
    clauses: [
      ...(reading === undefined
        ? []
        : [{ ...reading, body: [...(reading.body ?? []), verbTable(language)] }]),
      {
        id: 'clause-roles',
        title: WORDS.roles[language],
        body: [paragraph(escaped(WORDS.rolesLead[language])), roleTable(language)],
      },
      ...others,
      ...schemaClauses(registry, 'vocabulary', WORDS.common[language], language, {
        messages: WORDS.commonTypes,
        dataElements: WORDS.commonElements,
      }),
      ...requirementClause(registry, 'vocabulary', WORDS.common[language], language),
    ],
  };
};

/** The chapters before the modules: scope, references, terms, abbreviations, principles. */
export const firstChapters = (registry: Registry, language: Language): readonly Clause[] => [
  { id: 'scope', title: ELEMENTS.scope[language], body: plain(PROSE.scope, language) },
  {
    id: 'references',
    title: ELEMENTS.references[language],
    body: [
      paragraph(escaped(WORDS.referencesLead[language])),
      ...referenceLines(PROSE.references, language),
    ],
  },
  {
    id: 'terms',
    title: ELEMENTS.terms[language],
    body: [paragraph(escaped(WORDS.termsLead[language]))],
    clauses: PROSE.terms.map(({ name, term, definition }) => ({
      id: anchorOf.term(name),
      title: language === 'zh' ? `${term.zh}　${term.en}` : term.en,
      body: [paragraph(`${escaped(definition[language])}${language === 'zh' ? '。' : ''}`)],
    })),
  },
  {
    id: 'abbreviations',
    title: ELEMENTS.abbreviations[language],
    body: [
      paragraph(escaped(WORDS.abbreviationsLead[language])),
      ...PROSE.abbreviations.map(({ short, text }) =>
        paragraph(
          `<b>${escaped(short)}</b>${language === 'zh' ? '：' : ': '}${escaped(text[language])}${language === 'zh' ? `（${escaped(text.en)}）` : ''}`,
          'reference',
        ),
      ),
    ],
  },
  principles(registry, language),
];

const kindTable = (language: Language): Html =>
  table({
    caption: WORDS.kinds[language],
    heads: WORDS.kindHeads[language],
    widths: [50, 50],
    rows: Object.entries(PRIVACY_KINDS).map(([kind, floor]) => [code(kind), code(floor)]),
    kind: 'codes',
  });

/** The chapter of what every module heeds: personal information first, then security. */
export const protectionChapter = (registry: Registry, language: Language): Clause => {
  const page = privacyPage(registry).get(`policy/views.${language}.md`) ?? '';
  return {
    id: 'protection',
    title: ELEMENTS.protection[language],
    clauses: [
      {
        id: 'protection-general',
        title: WORDS.general[language],
        body: plain(PROSE.protection, language),
      },
      {
        id: 'protection-kinds',
        title: WORDS.kinds[language],
        body: [paragraph(escaped(WORDS.kindsLead[language])), kindTable(language)],
      },
      ...markdownClauses(page, 'protection-views'),
      ...registry.concerns.map(({ name, title, description }) => ({
        id: anchorOf.module(name),
        title: title[language],
        body: [
          paragraph(prose(description[language])),
          requirementTable(
            registry.requirements.filter(({ module }) => module === name),
            title[language],
            language,
          ),
        ],
      })),
    ],
  };
};

/** Where the requirements of a folder stand, as a link with its title. */
const placeOf = (registry: Registry, folder: string, language: Language): Html => {
  const home = [...registry.modules, ...registry.concerns].find(({ name }) => name === folder);
  return home === undefined
    ? linkTo('principles', escaped(ELEMENTS.principles[language]))
    : linkTo(anchorOf.module(folder), escaped(home.title[language]));
};

/** The chapter of conformance: what is claimed, how it is judged, and the classes. */
export const conformanceChapter = (registry: Registry, language: Language): Clause => {
  const classes = [...grouped(registry.requirements, (one) => one.class)].toSorted(([a], [b]) =>
    a < b ? -1 : 1,
  );
  return {
    id: 'conformance',
    title: ELEMENTS.conformance[language],
    clauses: [
      ...statements(PROSE.conformance, language),
      {
        id: 'clause-classes',
        title: WORDS.classes[language],
        body: [
          paragraph(escaped(WORDS.classesLead[language])),
          table({
            caption: WORDS.classes[language],
            heads: WORDS.classHeads[language],
            widths: [20, 50, 15, 15],
            rows: classes.map(([name, all]) => [
              code(name),
              listed(
                [...new Set(all.map(({ module }) => module))].map((folder) =>
                  placeOf(registry, folder, language),
                ),
                language,
              ),
              String(all.length),
              String(all.filter((one) => 'excluded' in one).length),
            ]),
          }),
        ],
      },
    ],
  };
};

/** What informed the document without being a part of it. */
export const bibliography = (language: Language): Clause => ({
  id: 'bibliography',
  title: ELEMENTS.bibliography[language],
  body: PROSE.bibliography.map(({ number, title }, at) =>
    paragraph(
      `[${at + 1}] <b>${escaped(number)}</b>${language === 'zh' ? '　' : ', '}${escaped(title[language])}`,
      'reference',
    ),
  ),
});
