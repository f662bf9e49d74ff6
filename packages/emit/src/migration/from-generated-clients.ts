import type { OperationEntry, Registry, Text } from '@openwaybill/schemas';
import { type Guide, type GuideCell, text } from './guide.ts';

/** What a client of the standard sends with a call that changes something, by itself. */
const SENT_BY_ITSELF = [
  'accept',
  'authorization',
  'cache-control',
  'content-type',
  'idempotency-key',
  'openwaybill-version',
] as const;

/** The class that openapi-generator makes of the operations of one tag. */
const classOf = (module: string): string =>
  `${module.replace(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase())}Api`;

const callRow = ({ operationId, method, path, module }: OperationEntry): readonly GuideCell[] => [
  [`${method} ${path}`],
  [`${method}('${path}')`],
  [`${classOf(module)}.${operationId}`],
  [operationId],
];

const BEHAVIOUR: readonly (readonly [what: Text, theirs: Text, ours: Text])[] = [
  [
    { en: 'a refusal', zh: '被拒绝' },
    {
      en: 'openapi-generator and orval throw; openapi-fetch and hey-api answer `error`',
      zh: 'openapi-generator 与 orval 抛出异常；openapi-fetch 与 hey-api 返回 `error`',
    },
    {
      en: '`ok: false` with a `problem` whose `code` is one of the operation’s own',
      zh: '`ok: false` 与 `problem`，其 `code` 取自该操作的问题码',
    },
  ],
  [
    { en: 'a lost answer', zh: '应答丢失' },
    {
      en: 'a second parcel, unless you keep a key yourself',
      zh: '可能重复下单，除非自行保存幂等键',
    },
    { en: 'one key a call, kept over all attempts', zh: '每次调用一个键，重试时保持不变' },
  ],
  [
    { en: '429 and 503', zh: '429 与 503' },
    { en: 'yours to repeat', zh: '自行重试' },
    { en: 'repeated, `Retry-After` kept exactly', zh: '自动重试，严格遵守 `Retry-After`' },
  ],
  [
    { en: 'pages of a list', zh: '列表分页' },
    { en: 'yours to follow `cursor`', zh: '自行跟随 `cursor`' },
    { en: '`listOrders.all()` walks them', zh: '`listOrders.all()` 逐页遍历' },
  ],
  [
    { en: 'a code of a later minor', zh: '后续次版本的代码' },
    {
      en: 'plain text; what it falls back to is yours to know',
      zh: '普通文本，后备代码须自行掌握',
    },
    { en: '`known(list, code)` tells code and raw text', zh: '`known(list, code)` 给出代码与原文' },
  ],
  [
    { en: 'an event', zh: '事件' },
    { en: 'no receiver: 3.0 has no webhooks', zh: '无接收端：3.0 没有 webhooks' },
    {
      en: '`createReceiver` verifies, judges and handles each once',
      zh: '`createReceiver` 验签、校验，且每个事件只处理一次',
    },
  ],
  [
    { en: 'personal data in logs', zh: '日志中的个人信息' },
    { en: 'printed', zh: '会输出' },
    { en: '`[personal]`', zh: '`[personal]`' },
  ],
];

/** From clients that others' generators made of the OpenAPI documents to ours, call by call. */
export const fromGeneratedClients = (registry: Registry): Guide => ({
  name: 'from-generated-clients',
  title: {
    en: 'From clients made by openapi-generator, openapi-fetch, hey-api or orval',
    zh: '从 openapi-generator、openapi-fetch、hey-api 或 orval 生成的客户端迁移',
  },
  lede: {
    en: 'Bodies stay as they are. Calls have the same names, and what you wrote around them falls away.',
    zh: '报文不变，调用名称相同，外围自行编写的部分可以去除。',
  },
  sections: [
    {
      id: 'behaviour',
      title: { en: 'What changes', zh: '变化之处' },
      parts: [
        {
          is: 'table',
          heads: [
            { en: 'at', zh: '情形' },
            { en: 'before', zh: '迁移前' },
            { en: 'after', zh: '迁移后' },
          ],
          rows: BEHAVIOUR,
        },
      ],
    },
    {
      id: 'headers',
      title: { en: 'What you no longer send yourself', zh: '无须再自行发送的头部' },
      parts: [
        text('Headers that a call sends by itself:', '调用自动发送的头部：'),
        {
          is: 'table',
          heads: [{ en: 'header', zh: '头部' }],
          rows: SENT_BY_ITSELF.map((name) => [[name]]),
        },
        {
          is: 'code',
          about: { en: 'Before, with openapi-fetch', zh: '迁移前（openapi-fetch）' },
          text: [
            "const headers = { authorization: 'Bearer ' + token, 'openwaybill-version': '1.0' };",
            'const api = createClient<paths>({ baseUrl, headers });',
            "const { data, error } = await api.POST('/v1/waybills', {",
            "  params: { header: { 'idempotency-key': key } },",
            '  body: draft,',
            '});',
          ].join('\n'),
        },
        {
          is: 'code',
          about: { en: 'After', zh: '迁移后' },
          text: [
            "const courier = connect({ baseUrl, role: 'platform', token: () => token });",
            'const created = await courier.createWaybill({ body: draft });',
            'if (!created.ok) return created.problem.code;',
          ].join('\n'),
        },
      ],
    },
    {
      id: 'calls',
      title: { en: 'Call by call', zh: '逐项对照' },
      parts: [
        {
          is: 'table',
          heads: [
            { en: 'operation', zh: '操作' },
            { en: 'openapi-fetch', zh: 'openapi-fetch' },
            { en: 'openapi-generator', zh: 'openapi-generator' },
            { en: 'hey-api, orval, and here', zh: 'hey-api、orval 及本标准客户端' },
          ],
          // an event is no call: it is sent by whoever has it, and taken by a receiver
          rows: registry.operations
            .filter(({ idempotencyKey }) => idempotencyKey !== 'none')
            .map(callRow),
        },
      ],
    },
  ],
});
