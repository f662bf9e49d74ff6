import type { Role } from './define/role.ts';
import type { Text } from './define/text.ts';

/** A document that this one names. A number without a year means its latest edition. */
export type Reference = { readonly number: string; readonly title: Text };

/** A term of the standard. `pinyin` is its place in a Chinese index. */
export type Term = {
  readonly name: string;
  readonly term: Text;
  readonly pinyin: string;
  readonly definition: Text;
};

/** A clause of plain statements: what binds stands in requirements, and nowhere else. */
export type PlainClause = {
  readonly name: string;
  readonly title: Text;
  readonly paragraphs: readonly Text[];
};

/**
 * What the standard says of itself in whole sentences, where no definition has it: the elements of its document that
 * stand before and after the modules.
 */
export const PROSE: {
  readonly foreword: readonly Text[];
  readonly introduction: readonly Text[];
  readonly scope: readonly Text[];
  readonly references: readonly Reference[];
  readonly bibliography: readonly Reference[];
  readonly terms: readonly Term[];
  readonly abbreviations: readonly { readonly short: string; readonly text: Text }[];
  readonly principles: readonly PlainClause[];
  readonly duties: Readonly<Record<Role, Text>>;
  readonly protection: readonly Text[];
  readonly conformance: readonly PlainClause[];
} = {
  foreword: [
    {
      en: 'The elements of this document follow the order of GB/T 1.1. It is no national standard: its number is a placeholder until a standards body assigns one.',
      zh: '本文件各要素的编排参照 GB/T 1.1。本文件不是国家标准，封面编号在标准化机构赋号之前仅作占位。',
    },
    {
      en: 'This document is computed from one definition of the standard, from which schemas, interface descriptions, code lists and conformance checks are computed too. Where a sentence of this document and a normative artefact of the same version differ, the artefact is right and the difference is an erratum.',
      zh: '本文件由标准的唯一定义计算得出，报文模式、接口描述、代码表与符合性检查亦出自该定义。本文件的表述与同版本的规范性发布物不一致时，以发布物为准，并作勘误处理。',
    },
    {
      en: 'A published version never changes. Corrections are published as errata in the next patch version.',
      zh: '已发布的版本不再改动；更正以勘误形式随下一修订版本发布。',
    },
    {
      en: 'Some content of this document is possibly subject to patents. Its publisher undertakes no search for them.',
      zh: '本文件的某些内容有可能涉及专利，发布者不承担识别专利的责任。',
    },
    {
      en: 'This document is drafted by the OpenWaybill project and released under the Apache License, Version 2.0.',
      zh: '本文件由开放运单项目起草，依 Apache 许可证 2.0 版发布。',
    },
  ],
  introduction: [
    {
      en: 'Every parcel of e-commerce crosses the systems of several parties: the platform that sold it, the merchant that packed it, the courier that carries it, the outlet, locker or warehouse that holds it, and the authorities that watch over all of them. Each pair of parties has so far agreed on an interface of its own, and a party that works with twenty others maintains twenty interfaces.',
      zh: '一件电商快件要经过多方系统：销售商品的电商平台、打包的商家、承运的快递企业、存放的末端网点、智能快件箱或仓库，以及对各方实施监管的部门。迄今各方两两约定接口，与二十方合作的企业就要维护二十套接口。',
    },
    {
      en: 'The Opinion of the General Office of the State Council on advancing the coordinated development of e-commerce and express logistics (2018 No. 1) calls for data interface standards for all links, for exchange of data under the premise that the personal information of consumers is safe, and for assessment, notice and reporting ahead of any interruption of data. This document answers these clauses; each requirement names the clause that it answers.',
      zh: '《国务院办公厅关于推进电子商务与快递物流协同发展的意见》（国办发〔2018〕1号）提出健全覆盖各环节的数据接口标准，在确保消费者个人信息安全的前提下开展数据交换，并对数据中断建立风险评估、提前通知和事先报告制度。本文件即对上述条款的落实，每条要求均标明其对应的条款。',
    },
    {
      en: 'Three ideas carry the document. A message has one definition, and all else is a function of it. What a party learns of a person follows from its purpose and from the stage of the parcel, and everybody else sees masked values. The status of a parcel is computed from its events and is never asserted, so that parties that received the same events in any order agree on it.',
      zh: '本文件基于三点考虑：每条报文只有一个定义，其余均由该定义得出；一方所知的个人信息取决于其目的和快件所处的阶段，其他各方只见脱敏值；快件状态由事件计算得出而非声明，收到相同事件的各方无论次序均得到相同状态。',
    },
  ],
  scope: [
    {
      en: 'This document specifies the messages, operations, events, lifecycles, code lists and problem codes by which e-commerce platforms, couriers and the parties around them exchange data on orders, waybills, tracking, delivery, returns, settlement, packaging, facilities and supervision, and the protection of personal information in that exchange.',
      zh: '本文件规定了电商平台、快递企业及相关各方就订单、运单、轨迹、投递、退换、结算、包装、设施与监管开展数据交换所用的报文、操作、事件、生命周期、代码表与问题码，以及交换过程中个人信息的保护。',
    },
    {
      en: 'This document applies to the design, implementation, testing and supervision of systems that take part in the exchange. It does not apply to the inner processes of a party, to prices and commercial terms, or to the content of contracts with consumers.',
      zh: '本文件适用于参与数据交换的系统的设计、实现、检测与监管。本文件不适用于各方的内部流程、价格与商务条款，以及与消费者订立的合同内容。',
    },
  ],
  references: [
    {
      number: 'GB/T 2260',
      title: {
        en: "Codes for the administrative divisions of the People's Republic of China",
        zh: '中华人民共和国行政区划代码',
      },
    },
    {
      number: 'GB/T 10114',
      title: {
        en: 'Codes for administrative divisions below county level',
        zh: '县级以下行政区划代码编制规则',
      },
    },
    {
      number: 'GB 32100',
      title: {
        en: 'Coding rule of the unified social credit identifier for legal entities and other organizations',
        zh: '法人和其他组织统一社会信用代码编码规则',
      },
    },
    {
      number: 'GB/T 32905',
      title: { en: 'SM3 cryptographic hash algorithm', zh: '信息安全技术 SM3密码杂凑算法' },
    },
    {
      number: 'GS1 General Specifications',
      title: { en: 'Identification keys GTIN, SSCC and GLN', zh: 'GTIN、SSCC 与 GLN 标识代码' },
    },
    {
      number: 'ISO 3166-1',
      title: {
        en: 'Codes for the representation of names of countries, country codes',
        zh: '国家和地区名称代码 国家代码',
      },
    },
    {
      number: 'ISO 3166-2',
      title: {
        en: 'Codes for the representation of names of countries, country subdivision code',
        zh: '国家和地区名称代码 行政区划代码',
      },
    },
    {
      number: 'ISO 3779',
      title: {
        en: 'Road vehicles, vehicle identification number (VIN)',
        zh: '道路车辆 车辆识别代号（VIN）',
      },
    },
    {
      number: 'ISO 4217',
      title: { en: 'Codes for the representation of currencies', zh: '货币代码' },
    },
    {
      number: 'ISO 8601-1',
      title: {
        en: 'Date and time, representations for information interchange',
        zh: '日期和时间 信息交换表示法',
      },
    },
    {
      number: 'ITU-T E.164',
      title: {
        en: 'The international public telecommunication numbering plan',
        zh: '国际公共电信编号计划',
      },
    },
    {
      number: 'UPU S10',
      title: {
        en: 'Identification of postal items, 13-character identifier',
        zh: '邮件标识 13 位标识符',
      },
    },
    {
      number: 'RFC 2104',
      title: {
        en: 'HMAC: keyed-hashing for message authentication',
        zh: 'HMAC：用于报文鉴别的密钥散列',
      },
    },
    {
      number: 'RFC 3339',
      title: { en: 'Date and time on the Internet: timestamps', zh: '互联网日期与时间：时间戳' },
    },
    {
      number: 'RFC 3986',
      title: {
        en: 'Uniform Resource Identifier (URI): generic syntax',
        zh: '统一资源标识符（URI）通用语法',
      },
    },
    {
      number: 'RFC 4648',
      title: {
        en: 'The Base16, Base32, and Base64 data encodings',
        zh: 'Base16、Base32 与 Base64 数据编码',
      },
    },
    {
      number: 'RFC 6749',
      title: { en: 'The OAuth 2.0 authorization framework', zh: 'OAuth 2.0 授权框架' },
    },
    {
      number: 'RFC 6838',
      title: {
        en: 'Media type specifications and registration procedures',
        zh: '媒体类型规范与注册程序',
      },
    },
    {
      number: 'RFC 6901',
      title: { en: 'JavaScript Object Notation (JSON) Pointer', zh: 'JSON 指针' },
    },
    { number: 'RFC 7515', title: { en: 'JSON Web Signature (JWS)', zh: 'JSON Web 签名（JWS）' } },
    { number: 'RFC 7516', title: { en: 'JSON Web Encryption (JWE)', zh: 'JSON Web 加密（JWE）' } },
    { number: 'RFC 7517', title: { en: 'JSON Web Key (JWK)', zh: 'JSON Web 密钥（JWK）' } },
    {
      number: 'RFC 7523',
      title: {
        en: 'JSON Web Token (JWT) profile for OAuth 2.0 client authentication and authorization grants',
        zh: '用于 OAuth 2.0 客户端鉴别与授权许可的 JWT 规范',
      },
    },
    {
      number: 'RFC 8259',
      title: {
        en: 'The JavaScript Object Notation (JSON) data interchange format',
        zh: 'JSON 数据交换格式',
      },
    },
    { number: 'RFC 9110', title: { en: 'HTTP semantics', zh: 'HTTP 语义' } },
    {
      number: 'RFC 9162',
      title: { en: 'Certificate Transparency version 2.0', zh: '证书透明度 2.0 版' },
    },
    { number: 'RFC 9421', title: { en: 'HTTP message signatures', zh: 'HTTP 报文签名' } },
    {
      number: 'RFC 9457',
      title: { en: 'Problem details for HTTP APIs', zh: 'HTTP 接口的问题详情' },
    },
    {
      number: 'RFC 9485',
      title: {
        en: 'I-Regexp: an interoperable regular expression format',
        zh: 'I-Regexp：可互操作的正则表达式格式',
      },
    },
    { number: 'RFC 9530', title: { en: 'Digest fields', zh: '摘要字段' } },
    {
      number: 'RFC 9562',
      title: { en: 'Universally Unique IDentifiers (UUIDs)', zh: '通用唯一标识符（UUID）' },
    },
    {
      number: 'FIPS 180-4',
      title: { en: 'Secure hash standard (SHS)', zh: '安全散列标准（SHS）' },
    },
    {
      number: 'JSON Schema 2020-12',
      title: {
        en: 'A media type for describing JSON documents',
        zh: '用于描述 JSON 文档的媒体类型',
      },
    },
    {
      number: 'CloudEvents 1.0',
      title: {
        en: 'A specification for describing event data in a common way',
        zh: '事件数据通用描述规范',
      },
    },
    {
      number: 'Standard Webhooks 1',
      title: { en: 'Headers and signatures of deliveries', zh: '事件投递的报头与签名' },
    },
    {
      number: 'C2SP tlog-checkpoint',
      title: { en: 'Checkpoints of transparency logs', zh: '透明日志检查点' },
    },
    {
      number: 'UN/ECE Recommendation 16',
      title: {
        en: 'UN/LOCODE, code for trade and transport locations',
        zh: 'UN/LOCODE 贸易与运输地点代码',
      },
    },
    {
      number: 'UN/ECE Recommendation 20',
      title: {
        en: 'Codes for units of measure used in international trade',
        zh: '国际贸易计量单位代码',
      },
    },
    {
      number: 'WCO Harmonized System',
      title: {
        en: 'Harmonized Commodity Description and Coding System',
        zh: '商品名称及编码协调制度',
      },
    },
    {
      number: 'Incoterms 2020',
      title: {
        en: 'International rules for the interpretation of trade terms',
        zh: '国际贸易术语解释通则',
      },
    },
  ],
  bibliography: [
    {
      number: 'GB/T 1.1',
      title: {
        en: 'Directives for standardization, Part 1: rules for the structure and drafting of standardizing documents',
        zh: '标准化工作导则 第1部分：标准化文件的结构和起草规则',
      },
    },
    {
      number: 'GB/T 16606',
      title: {
        en: 'Packing articles for express service (parts 1 to 3)',
        zh: '快递封装用品（第1至3部分）',
      },
    },
    {
      number: 'GB/T 41832',
      title: {
        en: 'Delivery address code (title unconfirmed)',
        zh: '快递收寄地址编码（名称未确认）',
      },
    },
    {
      number: 'GB/T 41833',
      title: {
        en: 'Electronic waybill for express delivery (text unconfirmed)',
        zh: '快递电子运单（文本未确认）',
      },
    },
    {
      number: 'GB/T 43283',
      title: {
        en: 'Reusable packaging for express delivery (title unconfirmed)',
        zh: '快递循环包装（名称未确认）',
      },
    },
    {
      number: 'GLEC Framework',
      title: {
        en: 'Logistics emissions accounting and reporting (text unconfirmed)',
        zh: '物流排放核算与报告框架（文本未确认）',
      },
    },
    {
      number: 'ISO 14083',
      title: {
        en: 'Quantification and reporting of greenhouse gas emissions arising from transport chain operations',
        zh: '运输链运营温室气体排放的量化与报告',
      },
    },
    { number: 'UPU CN 23', title: { en: 'Customs declaration', zh: '报关单' } },
    { number: 'UPU code list 108', title: { en: 'Nature of transaction', zh: '交易性质' } },
    {
      number: 'UN Recommendations',
      title: {
        en: 'Recommendations on the transport of dangerous goods, model regulations',
        zh: '关于危险货物运输的建议书 规章范本',
      },
    },
    { number: 'OpenAPI 3.1', title: { en: 'OpenAPI Specification', zh: 'OpenAPI 规范' } },
    { number: 'AsyncAPI 3.0', title: { en: 'AsyncAPI Specification', zh: 'AsyncAPI 规范' } },
    { number: 'SemVer 2.0', title: { en: 'Semantic Versioning', zh: '语义化版本' } },
    {
      number: 'SC',
      title: {
        en: 'State Council General Office 2018 No. 1: Opinion on advancing the coordinated development of e-commerce and express logistics (clauses SC-1 to SC-18)',
        zh: '国办发〔2018〕1号 国务院办公厅关于推进电子商务与快递物流协同发展的意见（条款 SC-1 至 SC-18）',
      },
    },
    {
      number: 'DL',
      title: {
        en: "Dalian Municipal People's Government, 2018-07-24: Implementation opinions on the same subject (clauses DL-…)",
        zh: '大连市人民政府办公厅 2018-07-24 大连市推进电子商务与快递物流协同发展的实施意见（条款 DL-…）',
      },
    },
  ],
  terms: [
    {
      name: 'party',
      term: { en: 'party', zh: '当事方' },
      pinyin: 'dangshifang',
      definition: {
        en: 'organisation, or consignee, that takes part in an exchange in one or more roles',
        zh: '以一个或多个角色参与数据交换的组织或收件人',
      },
    },
    {
      name: 'role',
      term: { en: 'role', zh: '角色' },
      pinyin: 'juese',
      definition: {
        en: 'what a party is in an exchange; every message goes from one role to one role',
        zh: '当事方在交换中的身份；每条报文由一个角色发给另一个角色',
      },
    },
    {
      name: 'module',
      term: { en: 'module', zh: '模块' },
      pinyin: 'mokuai',
      definition: {
        en: 'part of this document that has its own messages, operations and requirements, and is claimed as a whole',
        zh: '具有自己的报文、操作与要求，并作为整体声明符合的本文件组成部分',
      },
    },
    {
      name: 'message',
      term: { en: 'message', zh: '报文' },
      pinyin: 'baowen',
      definition: {
        en: 'body of a request or answer, or payload of an event, that one role sends and another receives',
        zh: '由一个角色发送、另一个角色接收的请求正文、应答正文或事件载荷',
      },
    },
    {
      name: 'operation',
      term: { en: 'operation', zh: '操作' },
      pinyin: 'caozuo',
      definition: {
        en: 'call that one role makes and another serves, with at most one request message and one answer message',
        zh: '由一个角色调用、另一个角色提供的调用，至多含一条请求报文和一条应答报文',
      },
    },
    {
      name: 'event',
      term: { en: 'event', zh: '事件' },
      pinyin: 'shijian',
      definition: {
        en: 'notice that something has happened, sent at least once to whoever subscribed',
        zh: '关于已发生事实的通知，向订阅方至少投递一次',
      },
    },
    {
      name: 'sender-form',
      term: { en: 'sender form', zh: '发送方模式' },
      pinyin: 'fasongfangmoshi',
      definition: {
        en: 'closed schema of a message, by which whoever sends it is judged: unknown members are errors',
        zh: '报文的封闭模式，用以判定发送方：未知成员即为错误',
      },
    },
    {
      name: 'receiver-form',
      term: { en: 'receiver form', zh: '接收方模式' },
      pinyin: 'jieshoufangmoshi',
      definition: {
        en: 'open schema of the same message, which states what a receiver takes: unknown members and unknown codes of open lists pass',
        zh: '同一报文的开放模式，表明接收方所接受的内容：未知成员和可扩展代码表的未知代码均予通过',
      },
    },
    {
      name: 'code-list',
      term: { en: 'code list', zh: '代码表' },
      pinyin: 'daimabiao',
      definition: {
        en: 'named set of codes, closed, or open with a stated treatment of unknown codes',
        zh: '具名的代码集合，或封闭，或可扩展并规定未知代码的处理',
      },
    },
    {
      name: 'lifecycle',
      term: { en: 'lifecycle', zh: '生命周期' },
      pinyin: 'shengmingzhouqi',
      definition: {
        en: 'table of the states of a resource and of the commands, observations, decisions and timers that lead from one to another',
        zh: '资源的状态，以及使其在状态之间转换的命令、观察、决定和定时的表',
      },
    },
    {
      name: 'command',
      term: { en: 'command', zh: '命令' },
      pinyin: 'mingling',
      definition: {
        en: 'operation that asks for a transition of a lifecycle, and is refused where the table does not allow it',
        zh: '请求生命周期转换的操作，表中不允许时被拒绝',
      },
    },
    {
      name: 'observation',
      term: { en: 'observation', zh: '观察' },
      pinyin: 'guancha',
      definition: {
        en: 'physical fact, such as a scan, that is recorded whatever the state and is marked as an anomaly where the table does not expect it',
        zh: '扫描等物理事实，无论状态如何均予记录，表中未预期时标记为异常',
      },
    },
    {
      name: 'requirement',
      term: { en: 'requirement', zh: '要求' },
      pinyin: 'yaoqiu',
      definition: {
        en: 'sentence of this document that binds a role in a position, with a permanent number and a level',
        zh: '本文件中约束某角色在某位置上的语句，具有永久编号和程度',
      },
    },
    {
      name: 'problem',
      term: { en: 'problem', zh: '问题' },
      pinyin: 'wenti',
      definition: {
        en: 'refusal of a call, with a code of the closed table of Annex C',
        zh: '对调用的拒绝，其代码取自附录 C 的封闭表',
      },
    },
    {
      name: 'order',
      term: { en: 'order', zh: '订单' },
      pinyin: 'dingdan',
      definition: {
        en: 'what a platform asks a courier to carry, with one or more packages',
        zh: '电商平台委托快递企业运输的内容，含一个或多个包裹',
      },
    },
    {
      name: 'waybill',
      term: { en: 'waybill', zh: '运单' },
      pinyin: 'yundan',
      definition: {
        en: 'record that binds a number of a courier to one package and to its label',
        zh: '将快递企业的单号与一个包裹及其面单绑定的记录',
      },
    },
    {
      name: 'label',
      term: { en: 'label', zh: '面单' },
      pinyin: 'miandan',
      definition: {
        en: 'what is printed on a package and carries the waybill number, routing and masked contacts',
        zh: '打印在包裹上、载有运单号、路由与脱敏联系方式的内容',
      },
    },
    {
      name: 'parcel',
      term: { en: 'parcel', zh: '快件' },
      pinyin: 'kuaijian',
      definition: { en: 'package under a waybill, on its way', zh: '处于运单之下、运送途中的包裹' },
    },
    {
      name: 'consignee',
      term: { en: 'consignee', zh: '收件人' },
      pinyin: 'shoujianren',
      definition: { en: 'person who receives a parcel', zh: '接收快件的人' },
    },
    {
      name: 'consignee-ref',
      term: { en: 'consignee reference', zh: '收件人引用' },
      pinyin: 'shoujianrenyinyong',
      definition: {
        en: 'random reference to a consignee, different for every recipient and order, that discloses nothing',
        zh: '指代收件人的随机引用，因接收方和订单而异，不透露任何信息',
      },
    },
    {
      name: 'mask',
      term: { en: 'mask', zh: '脱敏规则' },
      pinyin: 'tuomin',
      definition: {
        en: 'function that makes of a value of personal information the one form in which it is shown without a grant',
        zh: '将个人信息的值变换为未经授权时唯一展示形式的函数',
      },
    },
    {
      name: 'view',
      term: { en: 'view', zh: '视图' },
      pinyin: 'shitu',
      definition: {
        en: 'set of members of personal information that a role sees at a stage for a purpose',
        zh: '某角色在某阶段为某目的可见的个人信息成员的集合',
      },
    },
    {
      name: 'stage',
      term: { en: 'stage', zh: '阶段' },
      pinyin: 'jieduan',
      definition: {
        en: 'part of the life of a parcel, computed from its events, on which views depend',
        zh: '由事件计算得出的快件所处时期，视图随之而定',
      },
    },
    {
      name: 'purpose',
      term: { en: 'purpose', zh: '目的' },
      pinyin: 'mudi',
      definition: {
        en: 'stated reason of a reveal, which decides the most that it yields',
        zh: '揭示所声明的理由，决定其所能获得的上限',
      },
    },
    {
      name: 'reveal',
      term: { en: 'reveal', zh: '揭示' },
      pinyin: 'jieshi',
      definition: {
        en: 'grant of unmasked values to one party for one purpose, which expires and is entered in an audit log',
        zh: '为一个目的向一方提供未脱敏值的授权，到期失效并记入审计日志',
      },
    },
    {
      name: 'interruption',
      term: { en: 'interruption', zh: '数据中断' },
      pinyin: 'shujuzhongduan',
      definition: {
        en: 'time in which a party does not serve an exchange that it has agreed to, announced by a notice',
        zh: '一方不提供其已约定的数据交换的时段，以通知公告',
      },
    },
    {
      name: 'agreement',
      term: { en: 'agreement', zh: '协议' },
      pinyin: 'xieyi',
      definition: {
        en: 'recorded consent of two parties to exchange data, with its purposes and privacy classes',
        zh: '双方就数据交换达成的记录在案的同意，含目的与隐私类别',
      },
    },
    {
      name: 'conformance-class',
      term: { en: 'conformance class', zh: '符合性类别' },
      pinyin: 'fuhexingleibie',
      definition: {
        en: 'named set of requirements that a system claims to meet',
        zh: '系统声明满足的具名要求集合',
      },
    },
  ],
  abbreviations: [
    { short: 'API', text: { en: 'application programming interface', zh: '应用程序编程接口' } },
    { short: 'GLN', text: { en: 'global location number', zh: '全球位置码' } },
    { short: 'GTIN', text: { en: 'global trade item number', zh: '全球贸易项目代码' } },
    { short: 'HMAC', text: { en: 'keyed-hash message authentication code', zh: '散列报文鉴别码' } },
    { short: 'HTTP', text: { en: 'hypertext transfer protocol', zh: '超文本传输协议' } },
    { short: 'JSON', text: { en: 'JavaScript object notation', zh: 'JavaScript 对象表示法' } },
    { short: 'JWE', text: { en: 'JSON web encryption', zh: 'JSON Web 加密' } },
    { short: 'JWK', text: { en: 'JSON web key', zh: 'JSON Web 密钥' } },
    { short: 'JWS', text: { en: 'JSON web signature', zh: 'JSON Web 签名' } },
    { short: 'SSCC', text: { en: 'serial shipping container code', zh: '系列货运包装箱代码' } },
    { short: 'URI', text: { en: 'uniform resource identifier', zh: '统一资源标识符' } },
    { short: 'UUID', text: { en: 'universally unique identifier', zh: '通用唯一标识符' } },
  ],
  principles: [
    {
      name: 'reading',
      title: { en: 'How this document is read', zh: '本文件的阅读方式' },
      paragraphs: [
        {
          en: 'What binds is a numbered requirement, printed with the verb of its level; every other sentence states a fact. A member marked M is present in every message of its kind, and one marked O is absent where it is unknown or not applicable.',
          zh: '具有约束力的内容均为编号的要求，并标明其程度用词；其余语句陈述事实。约束为“必选”的成员在该类报文中始终出现；“可选”的成员在未知或不适用时不出现。',
        },
        {
          en: 'The levels are printed with the verbs of Table 1. Names in a fixed-width face are names of the wire and are the same in every language.',
          zh: '各程度的用词见表 1。等宽字体的名称为接口所用名称，在各语言版本中相同。',
        },
      ],
    },
    {
      name: 'wire',
      title: { en: 'The wire', zh: '接口约定' },
      paragraphs: [
        {
          en: 'Messages are JSON (RFC 8259) in UTF-8 over HTTP (RFC 9110). The major version is a part of the path; the full version is in the header `OpenWaybill-Version`. A caller authenticates by OAuth 2.0 client credentials with a signed assertion (RFC 6749, RFC 7523) and holds a short-lived token that names its audience.',
          zh: '报文为 UTF-8 编码的 JSON（RFC 8259），经 HTTP（RFC 9110）传送。主版本号在路径中，完整版本号在报头 `OpenWaybill-Version` 中。调用方以签名断言取得 OAuth 2.0 客户端凭据（RFC 6749、RFC 7523），持有指明受众的短期令牌。',
        },
        {
          en: 'Members are named in lowerCamelCase, with the unit in the name; codes are in UPPER_SNAKE_CASE. Numbers are whole: grams, millimetres, minor units of a currency. Identifiers are strings. Instants are written with seconds and an offset (RFC 3339). There is no `null`: what is unknown is absent.',
          zh: '成员名采用小驼峰形式并含计量单位，代码采用大写下划线形式。数值均为整数：克、毫米、货币最小单位。标识符为字符串。时刻带秒和时区偏移（RFC 3339）。不使用 `null`：未知的成员不出现。',
        },
        {
          en: 'A sender is judged by the sender form and a receiver by the receiver form of each message, so that a receiver of one minor version takes what a sender of the next one adds. Private data of two parties stands in `extensions` alone.',
          zh: '发送方依报文的发送方模式判定，接收方依接收方模式判定，因而某一次版本的接收方能够接受下一次版本的发送方所增加的内容。双方的私有数据只置于 `extensions` 中。',
        },
      ],
    },
    {
      name: 'repetition',
      title: { en: 'Repetition, concurrency and lists', zh: '重复、并发与列表' },
      paragraphs: [
        {
          en: 'A POST carries an `Idempotency-Key`, and a repetition with the same key and body is answered as the first call was. A resource carries a `revision`; a change names the revision that it is about in `If-Match`, and is refused where another one came before.',
          zh: 'POST 请求携带 `Idempotency-Key`，以相同键与正文重复的请求得到与首次相同的应答。资源带有 `revision`；变更在 `If-Match` 中指明所针对的版本号，若其间已有其他变更则被拒绝。',
        },
        {
          en: 'A page of resources has two members: `items`, at most 200 in a stable order, and `nextCursor`, which is absent on the last page. It is asked for with `cursor` and `limit`.',
          zh: '资源分页有两个成员：`items`，次序稳定，至多 200 项；`nextCursor`，末页不出现。以 `cursor` 和 `limit` 请求。',
        },
      ],
    },
    {
      name: 'status',
      title: { en: 'Status and events', zh: '状态与事件' },
      paragraphs: [
        {
          en: 'The status of a parcel is a function of the set of its events, whatever the order of their arrival. A command that a lifecycle does not allow is refused; an observation is stored whatever the state. A correction refers to the event that it corrects.',
          zh: '快件状态是其事件集合的函数，与到达次序无关。生命周期不允许的命令被拒绝；观察无论状态如何均予保存。更正指明所更正的事件。',
        },
        {
          en: 'Events are CloudEvents 1.0 in structured JSON, delivered at least once with the headers and signature of Standard Webhooks. A payload carries no member above the privacy class `pseudonymous`.',
          zh: '事件为结构化 JSON 形式的 CloudEvents 1.0，按 Standard Webhooks 的报头与签名至少投递一次。载荷不含隐私类别高于 `pseudonymous` 的成员。',
        },
      ],
    },
    {
      name: 'versions',
      title: { en: 'Versions', zh: '版本' },
      paragraphs: [
        {
          en: 'A minor version is compatible in both directions: an old sender with a new receiver, and a new sender with an old receiver. Lists that are marked as open grow in minor versions.',
          zh: '次版本双向兼容：旧发送方与新接收方之间、新发送方与旧接收方之间均可互通。标明可扩展的代码表在次版本中增列代码。',
        },
      ],
    },
  ],
  duties: {
    platform: {
      en: 'sells, keeps the plaintext of the consignee, and commissions the carriage',
      zh: '从事销售，保管收件人明文，委托运输',
    },
    courier: {
      en: 'carries parcels, issues waybills and records events',
      zh: '承运快件，出具运单，记录事件',
    },
    merchant: { en: 'sells on a platform and hands parcels over', zh: '在电商平台销售并交寄快件' },
    isv: { en: 'runs software on behalf of merchants', zh: '代商家运行软件' },
    'service-point': {
      en: 'keeps parcels for collection at an outlet',
      zh: '在末端网点保管待取快件',
    },
    locker: { en: 'keeps parcels for collection in a locker', zh: '在智能快件箱保管待取快件' },
    warehouse: { en: 'stores goods and prepares parcels', zh: '仓储货物并备货出库' },
    'packaging-operator': {
      en: 'lends and takes back reusable packaging',
      zh: '提供并回收循环包装',
    },
    hub: {
      en: 'brings capacity, registers and statistics of many parties together',
      zh: '汇集各方的运力、登记与统计',
    },
    'customs-agent': { en: 'declares consignments to customs', zh: '办理快件报关' },
    insurer: { en: 'insures parcels and settles claims', zh: '承保快件并办理理赔' },
    regulator: { en: 'licenses, supervises and publishes', zh: '许可、监管与公布' },
    consignee: {
      en: 'receives parcels and disposes of the own data',
      zh: '接收快件，处置本人信息',
    },
  },
  protection: [
    {
      en: 'Every member of every message has a privacy class. Personal information leaves the party that keeps it in masked form, or by a reveal for one stated purpose at a time. Purpose and stage decide together; what a caller says of the stage is not heard.',
      zh: '每条报文的每个成员均标有隐私类别。个人信息以脱敏形式、或经一次一目的的揭示离开保管方。目的与阶段共同决定可否提供；阶段不取自调用方的声明。',
    },
    {
      en: 'An interruption never widens what anybody sees. Labels carry no plaintext in text, barcode or metadata.',
      zh: '数据中断不扩大任何一方可见的范围。面单的文字、条码与元数据均不含明文。',
    },
  ],
  conformance: [
    {
      name: 'claims',
      title: { en: 'Claims', zh: '符合性声明' },
      paragraphs: [
        {
          en: 'A system claims one or more roles, and in each role one or more conformance classes. It conforms where no requirement of level shall or shall not that binds these roles in these classes has failed, and each of them that is judged has been observed.',
          zh: '系统声明一个或多个角色，以及各角色下的一个或多个符合性类别。约束这些角色与类别的“应”“不应”类要求无一不满足，且其中参与判定的要求均已被观察到，即为符合。',
        },
      ],
    },
    {
      name: 'judging',
      title: { en: 'How requirements are judged', zh: '要求的判定' },
      paragraphs: [
        {
          en: 'A scenario drives a system and yields a transcript; a check is a function of the transcript. The outcome of a requirement is one of: passed, failed, inapplicable, inconclusive, untested. No observation never means passed.',
          zh: '场景驱动系统并产生记录，检查是记录的函数。每条要求的结果为通过、不通过、不适用、无法判定、未检验之一。未观察到绝不视为通过。',
        },
        {
          en: 'A requirement that no transcript shows is marked as not judged, with the reason; it binds nevertheless.',
          zh: '无法由记录体现的要求标明“不判定”及理由，但仍具约束力。',
        },
      ],
    },
  ],
};
