import type { Static } from '@sinclair/typebox';
import {
  Closed,
  defineOperation,
  Flag,
  Line,
  ListOf,
  Optional,
  ORGANISATION_ROLES,
  Part,
  privacy,
  Ref,
  Role,
  SERVING_ROLES,
  SPOKEN_FORM,
  StringEnum,
  type Text,
  Whole,
  words,
} from '../define/index.ts';
import { ModuleName } from '../module-name.ts';
import { Duration } from '../vocabulary/duration.ts';
import { Environment } from '../vocabulary/environment-codes.ts';
import { EventType } from '../vocabulary/event-type.ts';
import { HttpsUrl } from '../vocabulary/https-url.ts';
import { LabelFormat } from '../vocabulary/label-format-codes.ts';
import { PartyId } from '../vocabulary/party-id.ts';
import { PrivacyClass } from '../vocabulary/privacy-class-codes.ts';
import { RegionCodeVersion } from '../vocabulary/region-code-version.ts';
import { RetentionClass } from '../vocabulary/retention-class-codes.ts';
import { RevealPurpose } from '../vocabulary/reveal-purpose-codes.ts';
import { Revision } from '../vocabulary/revision.ts';
import { UnknownMembers } from './discovery-codes.ts';
import { TestCommand } from './test-control-codes.ts';

const code = privacy('public', 'code');
const technical = privacy('public', 'technical');
const measure = privacy('public', 'measure');

const name = (maxLength: number, title: Text, description: Text) =>
  Line(maxLength, title, description, privacy('public', 'org-name'));
const count = (minimum: number, maximum: number, title: Text, description: Text) =>
  Whole(minimum, maximum, title, description, measure);
const address = (title: Text, description: Text) =>
  Ref(HttpsUrl, { ...words(title, description), ...technical });
const types = (title: Text, description: Text) =>
  ListOf(Ref(EventType), 0, 200, { uniqueItems: true, ...words(title, description) });

/** Public throughout and cacheable for five minutes: it is read before anybody trusts anybody. */
export const CapabilityDocument = Closed(
  'CapabilityDocument',
  { en: 'Capability document', zh: '能力文档' },
  {
    en: 'What a system claims: roles, classes, limits, endpoints, keys and events.',
    zh: '系统的声明：角色、类别、限额、端点、密钥与事件。',
  },
  {
    specVersions: ListOf(
      Line(
        SPOKEN_FORM.maxLength,
        { en: 'Version', zh: '版本' },
        {
          en: 'Major and minor of the standard; a later minor than the reader knows is none of its faults.',
          zh: '标准的主版本与次版本；读者尚不认识的较新次版本不是错误。',
        },
        { pattern: SPOKEN_FORM.pattern, ...technical },
      ),
      1,
      10,
      words({ en: 'Versions', zh: '标准版本' }, { en: 'That are served.', zh: '所服务的版本。' }),
    ),
    environment: Ref(Environment, code),
    organisation: Part(
      {
        partyId: Ref(PartyId, privacy('public', 'none')),
        name: name(
          100,
          { en: 'Name', zh: '名称' },
          { en: 'Registered name of the organisation.', zh: '单位登记名称。' },
        ),
      },
      words({ en: 'Organisation', zh: '单位' }, { en: 'Who operates it.', zh: '运营单位。' }),
    ),
    software: Part(
      {
        name: Line(
          40,
          { en: 'Name', zh: '名称' },
          { en: 'Name of the software.', zh: '软件名称。' },
          technical,
        ),
        version: Line(
          40,
          { en: 'Version', zh: '版本' },
          { en: 'Version of the software.', zh: '软件版本。' },
          technical,
        ),
      },
      words({ en: 'Software', zh: '软件' }, { en: 'What it runs.', zh: '所运行的软件。' }),
    ),
    claims: ListOf(
      Part({
        role: Ref(Role, code),
        conformanceClass: Line(
          40,
          { en: 'Conformance class', zh: '合规类别' },
          {
            en: 'core, the name of an extended module, signed-messages or test-control.',
            zh: 'core、扩展模块名、signed-messages 或 test-control。',
          },
          { pattern: '[a-z]+(-[a-z]+)*', ...code },
        ),
        modules: ListOf(Ref(ModuleName, code), 0, 100, {
          uniqueItems: true,
          ...words(
            { en: 'Modules', zh: '模块' },
            { en: 'Whose operations are served.', zh: '所服务的模块。' },
          ),
        }),
        requirementSet: Line(
          20,
          { en: 'Requirement set', zh: '要求集' },
          { en: 'Release whose requirements are met.', zh: '所满足要求的发布版本。' },
          { pattern: '[0-9]+[.][0-9]+[.][0-9]+', ...technical },
        ),
      }),
      1,
      50,
      words(
        { en: 'Claims', zh: '声明' },
        { en: 'One a role and class.', zh: '每角色、类别一条。' },
      ),
    ),
    codeLists: ListOf(
      Part({
        name: Line(
          60,
          { en: 'Name', zh: '名称' },
          { en: 'Name of a code list.', zh: '代码表名称。' },
          { pattern: '[A-Z][A-Za-z0-9]*', ...technical },
        ),
        version: Line(
          10,
          { en: 'Version', zh: '版本' },
          { en: 'Its version.', zh: '代码表版本。' },
          { pattern: '[0-9]{4}-[0-9]{2}', ...technical },
        ),
      }),
      0,
      200,
      words({ en: 'Code lists', zh: '代码表' }, { en: 'As they are known.', zh: '所采用的版本。' }),
    ),
    regionTables: ListOf(Ref(RegionCodeVersion, technical), 0, 20, {
      uniqueItems: true,
      ...words(
        { en: 'Tables of regions', zh: '区划表' },
        { en: 'Versions that are known.', zh: '所采用的区划版本。' },
      ),
    }),
    limits: Part(
      {
        maxBodyBytes: count(
          1024,
          104_857_600,
          { en: 'Largest body', zh: '最大报文' },
          { en: 'In bytes; more is BODY_TOO_LARGE.', zh: '字节数；超出为 BODY_TOO_LARGE。' },
        ),
        maxBatchItemCount: count(
          1,
          1000,
          { en: 'Largest batch', zh: '最大批量' },
          { en: 'Items; more is BATCH_TOO_LARGE.', zh: '条目数；超出为 BATCH_TOO_LARGE。' },
        ),
        maxPageItemCount: count(
          1,
          200,
          { en: 'Largest page', zh: '最大分页' },
          { en: 'Items of one page.', zh: '每页条目数。' },
        ),
        requestsPerSecond: count(
          1,
          1_000_000,
          { en: 'Requests a second', zh: '每秒请求数' },
          { en: 'Of one organisation; more is RATE_LIMITED.', zh: '每单位；超出为 RATE_LIMITED。' },
        ),
        reveal: Optional(
          Part(
            {
              actorHourlyCount: count(
                1,
                1_000_000,
                { en: 'Of an actor', zh: '每操作人' },
                { en: 'Counted an hour; by default 60.', zh: '每小时所计次数；缺省为 60。' },
              ),
              lastMileHourlyCount: count(
                1,
                1_000_000,
                { en: 'Of a delivery person', zh: '每派送员' },
                {
                  en: 'Grants an hour to one actor for FULFIL_DELIVER, facet LAST_MILE; by default 200.',
                  zh: 'LAST_MILE 分面每一操作人为 FULFIL_DELIVER 每小时的授权次数；缺省为 200。',
                },
              ),
              organisationHourlyCount: count(
                1,
                1_000_000_000,
                { en: 'Of an organisation', zh: '每单位' },
                {
                  en: 'Counted an hour, lookups among them, at least; by default 100.',
                  zh: '每小时所计次数（含查找）的下限；缺省为 100。',
                },
              ),
              organisationPercent: count(
                0,
                100,
                { en: 'Share of an organisation', zh: '每单位占比' },
                {
                  en: 'Percent of the parcels that were accepted for it in the last 24 hours, where that is more; by default 5.',
                  zh: '近 24 小时内为其接收的包裹的百分比，取较大者；缺省为 5。',
                },
              ),
              parcelGrantCount: count(
                1,
                1000,
                { en: 'Of a parcel', zh: '每包裹' },
                {
                  en: 'Grants ever for a parcel, facet and purpose, where the purpose is FULFIL_LABEL or FULFIL_DELIVER; by default 3.',
                  zh: '目的为 FULFIL_LABEL 或 FULFIL_DELIVER 时，每包裹、分面与目的的累计授权次数；缺省为 3。',
                },
              ),
            },
            words(
              { en: 'Quotas of reveals', zh: '揭示配额' },
              {
                en: 'Of a platform; what is absent has its default. A request that passes the gates counts once, not what is read of it later or repeated; a denial does not count. An hour is the sixty minutes before; those of FULFIL_LABEL and FULFIL_DELIVER count by parcel, all others by the hour.',
                zh: '仅平台给出；未给出者取缺省值。通过各闸口的请求计一次，其后的读取与重放不再计；拒绝不计。每小时指此前六十分钟；FULFIL_LABEL 与 FULFIL_DELIVER 按包裹计，其余按小时计。',
              },
            ),
          ),
        ),
        idempotencySeconds: count(
          86_400,
          31_536_000,
          { en: 'Life of a key', zh: '幂等键保留' },
          { en: 'Seconds; at least a day.', zh: '秒；至少一日。' },
        ),
        eventRetentionSeconds: count(
          2_592_000,
          315_360_000,
          { en: 'Life of an event', zh: '事件保留' },
          {
            en: 'Seconds in which it can be replayed; at least 30 days.',
            zh: '可重放的秒数；至少 30 日。',
          },
        ),
        unknownMembers: Ref(UnknownMembers, code),
      },
      words({ en: 'Limits', zh: '限额' }, { en: 'What is too much.', zh: '各项上限。' }),
    ),
    endpoints: Part(
      {
        api: address(
          { en: 'Interface', zh: '接口' },
          { en: 'Base of every path, without /v1.', zh: '各路径的基址，不含 /v1。' },
        ),
        token: address(
          { en: 'Token endpoint', zh: '令牌端点' },
          { en: 'Of OAuth 2.0.', zh: 'OAuth 2.0 令牌端点。' },
        ),
        keys: address({ en: 'Keys', zh: '公钥' }, { en: 'Of getKeys.', zh: 'getKeys 的地址。' }),
        eventInbox: Optional(
          address(
            { en: 'Event inbox', zh: '事件收件地址' },
            { en: 'Where events may be sent.', zh: '可接收事件的地址。' },
          ),
        ),
      },
      words({ en: 'Endpoints', zh: '端点' }, { en: 'Absolute addresses.', zh: '绝对地址。' }),
    ),
    authentication: Part(
      {
        tokenAuthMethods: ListOf(
          StringEnum(['private_key_jwt'], {
            ...words(
              { en: 'Method', zh: '方式' },
              { en: 'How a client proves who it is.', zh: '客户端认证方式。' },
            ),
            ...technical,
          }),
          1,
          1,
          words({ en: 'Methods', zh: '认证方式' }, { en: 'There is one.', zh: '仅一种。' }),
        ),
        signingAlgorithms: ListOf(
          StringEnum(['EdDSA', 'ES256'], {
            ...words({ en: 'Algorithm', zh: '算法' }, { en: 'Of a signature.', zh: '签名算法。' }),
            ...technical,
          }),
          1,
          2,
          {
            uniqueItems: true,
            ...words(
              { en: 'Algorithms', zh: '签名算法' },
              { en: 'That are accepted.', zh: '所接受的算法。' },
            ),
          },
        ),
      },
      words(
        { en: 'Authentication', zh: '认证' },
        { en: 'How to get a token.', zh: '如何取得令牌。' },
      ),
    ),
    events: Part(
      {
        sends: types(
          { en: 'Sends', zh: '发送' },
          { en: 'Types that it sends.', zh: '所发送类型。' },
        ),
        receives: types(
          { en: 'Receives', zh: '接收' },
          { en: 'Types that it takes.', zh: '所接收类型。' },
        ),
      },
      words({ en: 'Events', zh: '事件' }, { en: 'Types of events.', zh: '事件类型。' }),
    ),
    reveal: Optional(
      Part(
        {
          purposes: ListOf(Ref(RevealPurpose, code), 0, 15, {
            uniqueItems: true,
            ...words(
              { en: 'Purposes', zh: '目的' },
              { en: 'For which it reveals.', zh: '所支持的揭示目的。' },
            ),
          }),
          sealing: Flag(
            { en: 'Sealing', zh: '密封' },
            { en: 'Whether it seals on request.', zh: '是否可按要求密封。' },
            privacy('public', 'flag'),
          ),
        },
        words({ en: 'Reveals', zh: '揭示' }, { en: 'Of a platform.', zh: '仅平台给出。' }),
      ),
    ),
    labelFormats: Optional(
      ListOf(Ref(LabelFormat, code), 1, 20, {
        uniqueItems: true,
        ...words(
          { en: 'Label formats', zh: '面单格式' },
          { en: 'Of a courier.', zh: '仅快递企业给出。' },
        ),
      }),
    ),
    retention: ListOf(
      Part({
        privacyClass: Ref(PrivacyClass, code),
        retentionClass: Ref(RetentionClass, code),
        legalBasis: Optional(
          Line(
            80,
            { en: 'Legal basis', zh: '法律依据' },
            { en: 'What demands a longer time.', zh: '要求更长期限的依据。' },
            privacy('public', 'business-text'),
          ),
        ),
        duration: Optional(Ref(Duration)),
      }),
      0,
      50,
      words(
        { en: 'Retention', zh: '保存期限' },
        { en: 'How long it keeps what.', zh: '各级别保存期限。' },
      ),
    ),
    testControl: Optional(
      Part(
        {
          version: StringEnum(['1'], {
            ...words(
              { en: 'Version', zh: '版本' },
              { en: 'Of test control.', zh: '测试控制版本。' },
            ),
            ...technical,
          }),
          commands: ListOf(Ref(TestCommand, code), 0, 20, {
            uniqueItems: true,
            ...words(
              { en: 'Commands', zh: '命令' },
              { en: 'That it offers.', zh: '所提供的命令。' },
            ),
          }),
        },
        words(
          { en: 'Test control', zh: '测试控制' },
          { en: 'In a sandbox only.', zh: '仅沙箱给出。' },
        ),
      ),
    ),
    contactDesk: Part(
      {
        name: name(
          40,
          { en: 'Name', zh: '名称' },
          { en: 'A desk, not a person.', zh: '服务台名称，非个人。' },
        ),
        url: address(
          { en: 'Address', zh: '地址' },
          { en: 'Page of the desk.', zh: '服务台页面。' },
        ),
      },
      words({ en: 'Contact desk', zh: '联络服务台' }, { en: 'Whom to ask.', zh: '联络对象。' }),
    ),
    revision: Ref(Revision, technical),
  },
);
export type CapabilityDocument = Static<typeof CapabilityDocument>;

const courier: CapabilityDocument = {
  specVersions: ['1.0'],
  environment: 'SANDBOX',
  organisation: { partyId: 'ZZEXPRESS', name: '模拟快递有限公司' },
  software: { name: 'parcel-core', version: '7.2.0' },
  claims: [
    {
      role: 'courier',
      conformanceClass: 'core',
      modules: [
        'order',
        'waybill',
        'tracking',
        'consignee',
        'continuity',
        'agreement',
        'discovery',
      ],
      requirementSet: '1.0.0',
    },
    {
      role: 'courier',
      conformanceClass: 'test-control',
      modules: ['discovery'],
      requirementSet: '1.0.0',
    },
  ],
  codeLists: [{ name: 'CarrierCode', version: '2026-11' }],
  regionTables: ['NBS-2023'],
  limits: {
    maxBodyBytes: 262_144,
    maxBatchItemCount: 100,
    maxPageItemCount: 200,
    requestsPerSecond: 200,
    idempotencySeconds: 604_800,
    eventRetentionSeconds: 2_592_000,
    unknownMembers: 'STRICT',
  },
  endpoints: {
    api: 'https://api.zz-express.example',
    token: 'https://login.zz-express.example/token',
    keys: 'https://api.zz-express.example/v1/keys',
    eventInbox: 'https://api.zz-express.example/v1/event-inbox',
  },
  authentication: { tokenAuthMethods: ['private_key_jwt'], signingAlgorithms: ['EdDSA', 'ES256'] },
  events: {
    sends: ['org.openwaybill.order.status.changed'],
    receives: ['org.openwaybill.consignee.reference.replaced'],
  },
  labelFormats: ['PDF_100X180', 'ZPL'],
  retention: [{ privacyClass: 'pseudonymous', retentionClass: 'CLAIM' }],
  testControl: { version: '1', commands: ['CLOCK', 'SCANS', 'RESET'] },
  contactDesk: { name: '接口服务台', url: 'https://zz-express.example/desk' },
  revision: 3,
};
const { labelFormats: _, testControl: __, ...common } = courier;
const platform: CapabilityDocument = {
  ...common,
  environment: 'PRODUCTION',
  organisation: { partyId: 'SHOPONE', name: '示例电商有限公司' },
  claims: [
    {
      role: 'platform',
      conformanceClass: 'core',
      modules: ['consignee', 'continuity', 'agreement', 'discovery'],
      requirementSet: '1.0.0',
    },
  ],
  limits: {
    ...common.limits,
    reveal: {
      actorHourlyCount: 60,
      lastMileHourlyCount: 200,
      organisationHourlyCount: 100,
      organisationPercent: 5,
      parcelGrantCount: 3,
    },
    unknownMembers: 'TOLERANT',
  },
  reveal: { purposes: ['FULFIL_DELIVER', 'SERVICE_NAME_CHECK'], sealing: true },
  retention: [
    {
      privacyClass: 'business',
      retentionClass: 'RECORD',
      legalBasis: '电子商务法第三十一条',
      duration: 'P1096D',
    },
  ],
};
const { contactDesk: ___, ...withoutDesk } = courier;

export const getCapabilities = defineOperation({
  name: 'get-capabilities',
  since: '1.0',
  title: { en: 'Read the capability document', zh: '查询能力文档' },
  description: { en: 'Cacheable for at most five minutes.', zh: '最多可缓存五分钟。' },
  servedBy: SERVING_ROLES,
  calledBy: ORGANISATION_ROLES,
  method: 'GET',
  path: '/.well-known/openwaybill',
  answer: { status: 200, body: CapabilityDocument },
  problems: [],
  token: 'none',
  agreement: 'none',
  requirements: [
    {
      id: 'DSC-001',
      level: 'MUST',
      roles: 'any',
      position: 'server',
      tier: 'W',
      text: {
        en: 'The capability document is served without authentication and is valid.',
        zh: '能力文档无需认证且须有效。',
      },
      wire: 'GET; schema',
      judgedBy: 'check',
    },
    {
      id: 'DSC-002',
      level: 'MUST',
      roles: 'any',
      position: 'server',
      tier: 'W',
      text: {
        en: 'Every claimed module answers all its operations for the role; none answers 404 by route or 501.',
        zh: '声明的模块须提供全部操作。',
      },
      wire: 'probe each route',
      judgedBy: 'check',
    },
    {
      id: 'DSC-003',
      level: 'MUST NOT',
      roles: 'any',
      position: 'server',
      tier: 'W',
      text: {
        en: 'A module that is not claimed is required of the caller.',
        zh: '不得要求调用方使用未声明的模块。',
      },
      wire: 'core flow alone passes',
      judgedBy: 'check',
    },
  ],
  examples: {
    answer: {
      valid: { 'a courier in a sandbox': courier, 'a platform in production': platform },
      invalid: {
        'the desk is missing': { value: withoutDesk, breaks: { pointer: '', rule: 'required' } },
        'no claim': {
          value: { ...courier, claims: [] },
          breaks: { pointer: '/claims', rule: 'minItems' },
        },
        'a shared secret is no method': {
          value: {
            ...courier,
            authentication: {
              ...courier.authentication,
              tokenAuthMethods: ['client_secret_basic'],
            },
          },
          breaks: { pointer: '/authentication/tokenAuthMethods/0', rule: 'enum' },
        },
        'keys of idempotency live an hour': {
          value: { ...courier, limits: { ...courier.limits, idempotencySeconds: 3600 } },
          breaks: { pointer: '/limits/idempotencySeconds', rule: 'minimum' },
        },
        'test control in production': {
          value: {
            ...courier,
            environment: 'PRODUCTION',
            limits: { ...courier.limits, unknownMembers: 'TOLERANT' },
          },
          breaks: { pointer: '/testControl', rule: 'DSC-004', requirement: 'DSC-004' },
        },
        'a platform without its quotas': {
          value: { ...platform, limits: { ...common.limits, unknownMembers: 'TOLERANT' } },
          breaks: { pointer: '/limits', rule: 'DSC-021', requirement: 'DSC-021' },
        },
        'production is strict': {
          value: { ...platform, limits: { ...platform.limits, unknownMembers: 'STRICT' } },
          breaks: { pointer: '/limits/unknownMembers', rule: 'DSC-021', requirement: 'DSC-021' },
        },
      },
    },
  },
});
