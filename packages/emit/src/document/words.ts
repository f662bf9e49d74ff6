import type { Text } from '@openwaybill/schemas';

/** A language of the standard. */
export type Language = keyof Text;

/** Titles of the elements of the document, in the order of GB/T 1.1 (clause numbers of the 2020 text unconfirmed). */
export const ELEMENTS = {
  contents: { en: 'Contents', zh: '目次' },
  foreword: { en: 'Foreword', zh: '前言' },
  introduction: { en: 'Introduction', zh: '引言' },
  scope: { en: 'Scope', zh: '范围' },
  references: { en: 'Normative references', zh: '规范性引用文件' },
  terms: { en: 'Terms and definitions', zh: '术语和定义' },
  abbreviations: { en: 'Abbreviated terms', zh: '缩略语' },
  principles: { en: 'Principles and roles', zh: '总则' },
  protection: { en: 'Security and personal information', zh: '安全与个人信息保护' },
  conformance: { en: 'Conformance', zh: '符合性' },
  codeLists: { en: 'Code lists', zh: '代码表' },
  lifecycles: { en: 'Lifecycles', zh: '生命周期' },
  problems: { en: 'Problem codes', zh: '问题码' },
  examples: { en: 'Examples', zh: '示例' },
  crosswalks: { en: 'Crosswalks to other vocabularies', zh: '与其他代码体系的对照' },
  bibliography: { en: 'Bibliography', zh: '参考文献' },
  index: { en: 'Index', zh: '索引' },
} as const satisfies Readonly<Record<string, Text>>;

/** Labels of tables and lines that the document has in many places. */
export const LABELS = {
  general: { en: 'General', zh: '概述' },
  messages: { en: 'Messages', zh: '报文' },
  dataElements: { en: 'Data elements', zh: '数据元' },
  operations: { en: 'Operations', zh: '操作' },
  events: { en: 'Events', zh: '事件' },
  requirements: { en: 'Requirements', zh: '要求' },
  noMembers: { en: 'The message has no members.', zh: '该报文没有成员。' },
  membersOf: {
    en: (name: string) => `Members of ${name}`,
    zh: (name: string) => `${name} 的成员`,
  },
  requirementsOf: {
    en: (name: string) => `Requirements of: ${name}`,
    zh: (name: string) => `${name}的要求`,
  },
  elementsOf: {
    en: (name: string) => `Data elements of: ${name}`,
    zh: (name: string) => `${name}的数据元`,
  },
  codesOf: {
    en: (name: string) => `Codes of ${name}`,
    zh: (name: string) => `${name} 的代码`,
  },
  transitionsOf: {
    en: (name: string) => `Transitions of: ${name}`,
    zh: (name: string) => `${name}的状态转换`,
  },
  anyRole: { en: 'any role', zh: '任一角色' },
  roles: { en: 'Roles', zh: '角色' },
  conformanceClass: { en: 'Conformance class', zh: '符合性类别' },
  answers: { en: 'Clauses of the policy', zh: '所对应的政策条款' },
  call: { en: 'Call', zh: '调用' },
  from: { en: 'From, to', zh: '调用方、服务方' },
  eventFrom: { en: 'From, to', zh: '发送方、接收方' },
  query: { en: 'Query', zh: '查询参数' },
  headers: { en: 'Headers', zh: '报头' },
  request: { en: 'Request', zh: '请求' },
  answer: { en: 'Answer', zh: '应答' },
  nothing: { en: 'no body', zh: '无正文' },
  lifecycle: { en: 'Lifecycle', zh: '生命周期' },
  ownProblems: { en: 'Own problems', zh: '特有问题码' },
  type: { en: 'Type', zh: '类型' },
  payload: { en: 'Payload', zh: '载荷' },
  subject: { en: 'Subject', zh: '主题' },
  states: { en: 'On entering', zh: '进入状态时' },
  mandatory: { en: 'M', zh: '必选' },
  optional: { en: 'O', zh: '可选' },
  listOf: { en: 'list of', zh: '列表：' },
  pageOf: { en: 'page of', zh: '分页：' },
  object: { en: 'object', zh: '对象' },
  judged: { en: 'judged by check', zh: '由检查判定' },
  derived: { en: 'judged by the definition', zh: '由定义判定' },
  notJudged: { en: 'not judged:', zh: '不判定：' },
  lifecycleOf: {
    en: (name: string) => `Lifecycle of: ${name}`,
    zh: (name: string) => `${name}的生命周期`,
  },
  source: { en: 'Source:', zh: '来源：' },
  closed: { en: 'The list is closed.', zh: '封闭代码表。' },
  open: {
    en: 'The list may grow in a minor version; a receiver maps an unknown code to',
    zh: '次版本可增列代码；接收方将未知代码视为',
  },
  ignored: {
    en: 'The list may grow in a minor version; a receiver passes over an unknown code.',
    zh: '次版本可增列代码；接收方略过未知代码。',
  },
} as const;

/** Joins parts of a sentence as the language does. */
export const listed = (parts: readonly string[], language: Language): string =>
  parts.join(language === 'en' ? ', ' : '、');

/** A name and what it is called, as a heading has them. */
export const headed = (name: string, title: string, language: Language): string => {
  if (name === title) return name;
  return language === 'zh' ? `${name} ${title}` : `${name}: ${title}`;
};
