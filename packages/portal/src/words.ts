import type { Text } from '@openwaybill/schemas';

/** Kinds of pages, in the order in which they are listed. */
export const KINDS = {
  modules: { en: 'Modules', zh: '模块' },
  operations: { en: 'Operations', zh: '操作' },
  messages: { en: 'Messages', zh: '报文' },
  events: { en: 'Events', zh: '事件' },
  types: { en: 'Shared types', zh: '共享类型' },
  codes: { en: 'Code lists', zh: '代码表' },
  lifecycles: { en: 'Lifecycles', zh: '生命周期' },
  requirements: { en: 'Requirements', zh: '要求' },
  problems: { en: 'Problems', zh: '问题码' },
  scenarios: { en: 'Scenarios', zh: '场景' },
  crosswalks: { en: 'Crosswalks', zh: '代码对照' },
  clauses: { en: 'Policy clauses', zh: '政策条款' },
} as const satisfies Readonly<Record<string, Text>>;
export type Kind = keyof typeof KINDS;
export const KIND_NAMES = Object.keys(KINDS) as readonly Kind[];

/** What stands under the heading of each list. */
export const ABOUT: Readonly<Record<Kind, Text>> = {
  modules: {
    en: 'A module is a chapter of the standard that a party may claim on its own.',
    zh: '模块是标准的一章，当事方可单独声明支持。',
  },
  operations: {
    en: 'What one party asks of another over HTTP.',
    zh: '一方通过 HTTP 向另一方提出的请求。',
  },
  messages: {
    en: 'Bodies of requests and answers, and payloads of events.',
    zh: '请求体、应答体与事件载荷。',
  },
  events: {
    en: 'What a party tells others without being asked: CloudEvents, signed and sent at least once.',
    zh: '一方主动通知他方的内容：CloudEvents，经签名，至少投递一次。',
  },
  types: {
    en: 'Words and parts that messages share.',
    zh: '各报文共用的词汇与组成部分。',
  },
  codes: {
    en: 'Closed lists never grow in a minor version; extensible ones may, and name a fallback.',
    zh: '封闭代码表在次版本中不增加代码；可扩展代码表可增加，并给出后备代码。',
  },
  lifecycles: {
    en: 'Which command, fact, decision or deadline leads from which state to which.',
    zh: '何种命令、事实、决定或期限使状态由何处到何处。',
  },
  requirements: {
    en: 'Each sentence binds a role in a position, and is judged by a check or excluded for a written reason.',
    zh: '每条要求约束处于某一位置的角色，由检查判定，或附书面理由予以排除。',
  },
  problems: {
    en: 'The closed table of refusals (RFC 9457).',
    zh: '拒绝情形的封闭表（RFC 9457）。',
  },
  scenarios: {
    en: 'Lives of parcels in virtual time, which the mock server plays.',
    zh: '虚拟时间中的快件经历，由模拟服务器演示。',
  },
  crosswalks: {
    en: 'Codes of other vocabularies and the event codes that they mean.',
    zh: '其他词汇的代码与其对应的事件代码。',
  },
  clauses: {
    en: 'Clauses of the policy, and what of the standard answers each.',
    zh: '政策条款，以及标准中与之对应的内容。',
  },
};

export const STATUS: Readonly<Record<'draft' | 'ballot' | 'published', Text>> = {
  draft: { en: 'Draft', zh: '草案' },
  ballot: { en: 'Ballot', zh: '投票稿' },
  published: { en: 'Published', zh: '已发布' },
};

export const LEVELS: Readonly<Record<string, { readonly tone: string } & Text>> = {
  MUST: { en: 'shall', zh: '应', tone: 'must' },
  'MUST NOT': { en: 'shall not', zh: '不应', tone: 'must' },
  SHOULD: { en: 'should', zh: '宜', tone: 'should' },
  MAY: { en: 'may', zh: '可', tone: 'may' },
};

export const POSITIONS: Readonly<Record<string, Text>> = {
  caller: { en: 'as caller', zh: '作为调用方' },
  server: { en: 'as server', zh: '作为服务方' },
  sender: { en: 'as sender of events', zh: '作为事件发送方' },
  receiver: { en: 'as receiver of events', zh: '作为事件接收方' },
};

export const TIERS: Readonly<Record<string, Text>> = {
  W: { en: 'wire: what is exchanged shows it', zh: '线上：交换内容即可证明' },
  C: { en: 'controlled: clock or scans are set for it', zh: '受控：需要设定时钟或扫描' },
  S: { en: 'sink: labels, logs or stores show it', zh: '落地：由面单、日志或存储证明' },
};

export const BECAUSE: Readonly<Record<string, Text>> = {
  OFF_THE_WIRE: { en: 'not seen in an exchange', zh: '交换中不可见' },
  HUMAN_JUDGEMENT: { en: 'left to human judgement', zh: '由人判断' },
  UNSAFE_TO_PROVOKE: { en: 'unsafe to provoke', zh: '不宜触发' },
  LATER: { en: 'for a later version', zh: '留待后续版本' },
};

export const TRANSITIONS: Readonly<Record<string, Text>> = {
  command: { en: 'command', zh: '命令' },
  observation: { en: 'observation', zh: '观察' },
  decision: { en: 'decision', zh: '决定' },
  timer: { en: 'timer', zh: '定时' },
};

export const PRIVACY: Readonly<Record<string, Text>> = {
  public: { en: 'public', zh: '公开' },
  business: { en: 'business', zh: '业务' },
  pseudonymous: { en: 'pseudonymous', zh: '假名' },
  personal: { en: 'personal', zh: '个人信息' },
  sensitive: { en: 'sensitive', zh: '敏感' },
  secret: { en: 'secret', zh: '秘密' },
};

/** Everything else that a page says of its own accord. */
export const WORDS = {
  standard: { en: 'OpenWaybill', zh: '开放运单' },
  subtitle: {
    // a hyphen at which no line ends
    en: 'Data-interface standard for e\u2011commerce and couriers',
    zh: '电子商务与快递物流数据交换接口标准',
  },
  banner: { en: 'This is not an authorised publication', zh: '本稿未经批准发布' },
  thisVersion: { en: 'This version', zh: '本版本' },
  latest: { en: 'Latest', zh: '最新版本' },
  previous: { en: 'Previous', zh: '上一版本' },
  diff: { en: 'Changes', zh: '变更对比' },
  noneYet: { en: 'none published yet', zh: '尚无发布' },
  first: { en: 'none, first release', zh: '无，首个版本' },
  search: { en: 'Search', zh: '搜索' },
  menu: { en: 'Contents', zh: '目录' },
  theme: { en: 'Light or dark', zh: '明暗' },
  skip: { en: 'Skip to the text', zh: '跳到正文' },
  home: { en: 'Overview', zh: '总览' },
  trace: { en: 'Traceability', zh: '追溯' },
  other: { en: '中文', zh: 'English' },
  invented: { en: 'Examples are invented.', zh: '示例均为虚构。' },
  markdown: { en: 'This page as Markdown', zh: '本页 Markdown' },
  keys: {
    en: 'Keys: / search · ← → page · z language',
    zh: '按键：/ 搜索 · ← → 翻页 · z 语言',
  },
  direction: { en: 'Direction', zh: '方向' },
  module: { en: 'Module', zh: '模块' },
  since: { en: 'Since', zh: '始于' },
  name: { en: 'Name', zh: '名称' },
  members: { en: 'Members', zh: '成员' },
  form: { en: 'Form', zh: '形式' },
  type: { en: 'Type', zh: '类型' },
  required: { en: 'Required', zh: '必填' },
  yes: { en: 'required', zh: '必填' },
  no: { en: 'optional', zh: '可选' },
  privacy: { en: 'Privacy', zh: '隐私' },
  meaning: { en: 'Meaning', zh: '含义' },
  rules: { en: 'Rules', zh: '规则' },
  try: { en: 'Try it', zh: '试一试' },
  valid: { en: 'Valid examples', zh: '有效示例' },
  invalid: { en: 'Invalid examples', zh: '无效示例' },
  uses: { en: 'Where it is used', zh: '使用之处' },
  partOf: { en: 'Part of', zh: '组成' },
  history: { en: 'History', zh: '历史' },
  files: { en: 'Files', zh: '文件' },
  request: { en: 'Request', zh: '请求' },
  answer: { en: 'Answer', zh: '应答' },
  event: { en: 'Event', zh: '事件' },
  payload: { en: 'Payload', zh: '载荷' },
  senderForm: { en: 'Sender form', zh: '发送方模式' },
  receiverForm: { en: 'Receiver form', zh: '接收方模式' },
  none: { en: 'none', zh: '无' },
  closed: { en: 'closed', zh: '封闭' },
  extensible: { en: 'extensible', zh: '可扩展' },
  fallback: { en: 'an unknown code is read as', zh: '未知代码视为' },
  ignored: { en: 'an unknown code is ignored', zh: '未知代码予以忽略' },
  unit: { en: 'unit', zh: '单位' },
  source: { en: 'Source', zh: '来源' },
  listVersion: { en: 'Version of the list', zh: '代码表版本' },
  codes: { en: 'Codes', zh: '代码' },
  code: { en: 'Code', zh: '代码' },
  definition: { en: 'Definition', zh: '定义' },
  state: { en: 'State', zh: '状态' },
  states: { en: 'States', zh: '状态' },
  transitions: { en: 'Transitions', zh: '转换' },
  from: { en: 'From', zh: '由' },
  to: { en: 'To', zh: '至' },
  trigger: { en: 'On', zh: '触发' },
  guard: { en: 'Guard', zh: '条件' },
  start: { en: 'start', zh: '起始' },
  same: { en: 'stays', zh: '不变' },
  terminal: { en: 'terminal', zh: '终态' },
  otherwise: {
    en: 'A command in a state that no row names is answered with STATE_ILLEGAL.',
    zh: '表中未列出的状态下的命令，以 STATE_ILLEGAL 应答。',
  },
  level: { en: 'Level', zh: '级别' },
  binds: { en: 'Binds', zh: '约束' },
  everyRole: { en: 'every role', zh: '所有角色' },
  evidence: { en: 'Evidence', zh: '证据' },
  class: { en: 'Conformance class', zh: '符合性类别' },
  clause: { en: 'Clause', zh: '条款' },
  about: { en: 'About', zh: '所涉' },
  judged: { en: 'Judged by', zh: '判定方式' },
  derived: { en: 'checks derived from the definitions', zh: '由定义派生的检查' },
  check: { en: 'a check of its own', zh: '专门编写的检查' },
  excluded: { en: 'Excluded', zh: '排除' },
  condition: { en: 'Only where', zh: '适用条件' },
  shownBy: { en: 'Shown by', zh: '证明方式' },
  otherLanguage: { en: 'In Chinese', zh: '英文' },
  brokenBy: { en: 'Examples that break it', zh: '违反它的示例' },
  status: { en: 'Status', zh: '状态码' },
  when: { en: 'When', zh: '何时' },
  retryable: { en: 'Retryable', zh: '可重试' },
  isRetryable: { en: 'yes', zh: '是' },
  isNotRetryable: { en: 'no', zh: '否' },
  after: { en: 'After', zh: '此后' },
  operations: { en: 'Operations that may answer it', zh: '可能返回它的操作' },
  everyOperation: { en: 'every operation', zh: '所有操作' },
  problems: { en: 'Problems', zh: '问题码' },
  parameters: { en: 'Parameters', zh: '参数' },
  inPath: { en: 'path', zh: '路径' },
  inQuery: { en: 'query', zh: '查询' },
  inHeader: { en: 'header', zh: '头部' },
  lifecycle: { en: 'Lifecycle', zh: '生命周期' },
  exchange: { en: 'An exchange', zh: '一次交换' },
  requirements: { en: 'Requirements', zh: '要求' },
  subject: { en: 'Subject', zh: '主题' },
  steps: { en: 'Steps', zh: '步骤' },
  what: { en: 'What happens', zh: '发生的事' },
  details: { en: 'Details', zh: '细节' },
  ends: { en: 'Ends in', zh: '最终状态' },
  scan: { en: 'scan', zh: '扫描' },
  does: { en: 'calls', zh: '调用' },
  fact: { en: 'fact', zh: '事实' },
  disturbance: { en: 'disturbance', zh: '干扰' },
  document: { en: 'Document', zh: '文件' },
  responsible: { en: 'Responsible departments', zh: '责任部门' },
  answeredBy: { en: 'Answered by', zh: '对应模块' },
  outOfScope: { en: 'Out of scope', zh: '不在范围' },
  confidence: { en: 'Confidence', zh: '可信度' },
  eventCode: { en: 'Event code', zh: '事件代码' },
  notAnEvent: { en: 'no event', zh: '不是事件' },
  rows: { en: 'Rows', zh: '行数' },
  foreign: { en: 'Codes of other vocabularies', zh: '其他词汇的代码' },
  covered: { en: 'judged by checks', zh: '由检查判定' },
  total: { en: 'requirements', zh: '条要求' },
  excludedCount: { en: 'excluded, with reasons', zh: '已排除并附理由' },
  answered: { en: 'clauses answered', zh: '条款有对应' },
  traceAbout: {
    en: 'From every clause of the policy to the requirement, the message or operation that it is about, and what judges it.',
    zh: '由每一政策条款到要求、所涉报文或操作，以及其判定方式。',
  },
  subjectColumn: { en: 'Schema or operation', zh: '模式或操作' },
  noRequirement: {
    en: 'Answered by modules as a whole; no requirement names it alone.',
    zh: '由模块整体对应，无单独指向该条款的要求。',
  },
  documents: { en: 'Documents of this release', zh: '本次发布的文件' },
  begin: { en: 'Where to begin', zh: '从何开始' },
  changed: { en: 'changed since', zh: '相对以下版本有变更：' },
  unchanged: { en: 'unchanged since', zh: '与以下版本一致：' },
  added: { en: 'new; absent from', zh: '新增，以下版本没有：' },
} as const satisfies Readonly<Record<string, Text>>;
