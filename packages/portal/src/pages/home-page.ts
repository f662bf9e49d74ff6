import { STANDARD, type Text } from '@openwaybill/schemas';
import { type Block, heading, type Language, list, section } from '../block.ts';
import type { Page } from '../page.ts';
import { type Home, homesOf, type Site } from '../site.ts';
import { KIND_NAMES, KINDS, WORDS } from '../words.ts';

const INTRODUCTION: Text = {
  en: 'One open interface between e-commerce platforms and couriers: orders, waybills, tracking, delivery and what follows, with consumers’ personal information masked by design.',
  zh: '电子商务平台与快递企业之间的统一开放接口：订单、运单、轨迹、派送及其后续，消费者个人信息在设计上即已脱敏。',
};

type Job = { readonly who: Text; readonly what: Text; readonly command: string };

const JOBS: readonly Job[] = [
  {
    who: { en: 'Platform developer', zh: '平台开发者' },
    what: {
      en: 'generate a client and build against a mock server',
      zh: '生成客户端，并对照模拟服务器开发',
    },
    command: 'openwaybill generate client --lang ts',
  },
  {
    who: { en: 'Courier engineer', zh: '快递企业工程师' },
    what: {
      en: 'find out whether a system conforms, and why not',
      zh: '检验系统是否符合标准，以及为何不符合',
    },
    command: 'openwaybill check http://localhost:8080 --role courier',
  },
  {
    who: { en: 'Standards editor', zh: '标准编制者' },
    what: { en: 'publish a release that surprises nobody', zh: '发布不出意外的版本' },
    command: 'openwaybill diff 1.0.0',
  },
];

/** Files of a release, those that differ by language in both, and what each is for. */
const DOCUMENTS: readonly (readonly [file: string | Text, what: Text])[] = [
  [
    { en: 'openapi-3.1.json', zh: 'openapi-3.1.zh.json' },
    { en: 'every operation and event', zh: '全部操作与事件' },
  ],
  [
    { en: 'openapi-3.0.json', zh: 'openapi-3.0.zh.json' },
    { en: 'the same for older tools', zh: '供旧工具使用的等价文档' },
  ],
  [
    { en: 'asyncapi-3.json', zh: 'asyncapi-3.zh.json' },
    { en: 'every event', zh: '全部事件' },
  ],
  [
    'bundle/openwaybill.schema.json',
    { en: 'every JSON Schema, sender form', zh: '全部 JSON Schema，发送方模式' },
  ],
  [
    { en: 'policy/views.en.md', zh: 'policy/views.zh.md' },
    { en: 'who sees what of a consignee, when and why', zh: '谁在何时因何可见收件人的哪些信息' },
  ],
  [
    { en: 'CHANGELOG.en.md', zh: 'CHANGELOG.zh.md' },
    { en: 'what came, went and changed', zh: '变更记录' },
  ],
  [
    { en: 'qa.en.html', zh: 'qa.zh.html' },
    { en: 'what was checked before it was published', zh: '发布前的检查结果' },
  ],
  ['contract.json', { en: 'everything as data', zh: '全部内容的数据形式' }],
  ['llms.txt', { en: 'index for programs that read', zh: '供程序阅读的索引' }],
];

const cardsOf = (homes: readonly Home[], language: Language): Block => ({
  is: 'cards',
  cards: homes.map(({ name, title, description }) => ({
    to: `modules/${name}`,
    title: title[language],
    code: name,
    text: description[language],
  })),
});

/** The first page: what the standard is, how large, and where to begin. */
export const homePage = (site: Site, pages: readonly Page[]): Page => {
  const homes = homesOf(site.registry);
  const isCore = ({ conformanceClass }: Home): boolean => conformanceClass === 'core';
  return {
    path: 'index',
    title: STANDARD.title,
    lede: INTRODUCTION,
    blocks: (language) => [
      {
        is: 'figures',
        figures: KIND_NAMES.map((kind) => [
          pages.filter((page) => page.kind === kind).length,
          KINDS[kind][language],
          `${kind}/index`,
        ]),
      },
      ...section(
        WORDS.begin[language],
        'begin',
        list(
          JOBS.map(({ who, what, command }) => [
            { text: who[language], tone: 'role' },
            ` ${what[language]} `,
            { text: command, isCode: true },
          ]),
          'jobs',
        ),
      ),
      heading(language === 'zh' ? '核心模块' : 'Core modules', 'core'),
      cardsOf(homes.filter(isCore), language),
      heading(language === 'zh' ? '扩展模块' : 'Extended modules', 'extended'),
      cardsOf(
        homes.filter((home) => home.is === 'module' && !isCore(home)),
        language,
      ),
      heading(language === 'zh' ? '共同部分' : 'What all share', 'shared'),
      cardsOf(
        homes.filter(({ is }) => is !== 'module'),
        language,
      ),
      ...(site.options.isInRelease
        ? section(
            WORDS.documents[language],
            'documents',
            list(
              DOCUMENTS.map(([name, what]) => {
                const file = typeof name === 'string' ? name : name[language];
                return [{ text: file, isCode: true, file }, ` ${what[language]}`];
              }),
            ),
          )
        : []),
    ],
  };
};
