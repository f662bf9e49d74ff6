import { maskVectors } from '@openwaybill/privacy';
import type { Registry, Text } from '@openwaybill/schemas';
import type { Artefacts } from '../artefacts.ts';
import { CROSSWALKS, type Crosswalk, conditionOf } from '../document/crosswalks-annex.ts';
import { type Guide, type GuideCell, shown, text } from './guide.ts';

/** Documents of others and the events that they become, as the command line hands them in. */
export const COURIER_EXAMPLES = 'migration/couriers.json';

type CourierExample = {
  readonly vocabulary: string;
  readonly given: unknown;
  readonly want: readonly unknown[];
};

const HEADS: readonly Text[] = [
  { en: 'code', zh: '原代码' },
  { en: 'where', zh: '条件' },
  { en: 'event code', zh: '事件代码' },
  { en: 'confidence', zh: '置信度' },
];
const NO_EVENT: Text = { en: 'no event: it is lost', zh: '不是事件：不保留' };

const plain = (words: string): Text => ({ en: words, zh: words });

const rowOf = (one: Crosswalk['rows'][number]): readonly GuideCell[] => [
  [one.code, one.subCode].filter((name) => name !== undefined),
  plain(conditionOf(one.when)),
  one.eventCode === undefined
    ? NO_EVENT
    : [one.eventCode, one.adds].filter((name) => name !== undefined),
  plain(one.confidence ?? ''),
];

/** Of each mask the first text that it does not hide as a whole: what a courier's interface says, and what is said here. */
const MASKED = [
  { field: { en: 'name', zh: '姓名' }, member: 'contactMasked.nameMasked', mask: 'cn-name-1' },
  { field: { en: 'phone', zh: '电话' }, member: 'contactMasked.phoneMasked', mask: 'phone-1' },
  { field: { en: 'e-mail', zh: '电子邮箱' }, member: undefined, mask: 'email-1' },
  { field: { en: 'identity number', zh: '证件号码' }, member: undefined, mask: 'id-1' },
] as const;

const NOWHERE: Text = { en: 'on no message', zh: '不在任何报文中' };

const maskedRow = ({ field, member, mask }: (typeof MASKED)[number]): readonly GuideCell[] => {
  const [vector] = maskVectors[mask].vectors;
  return [
    field,
    [String(vector?.given)],
    [String(vector?.want)],
    [mask],
    member === undefined ? NOWHERE : [member],
  ];
};

/** From the interface of a courier or an aggregator: codes, what is lost, and how contacts are said. */
export const fromCouriers = (registry: Registry, handedIn: Artefacts): Guide => {
  const walks = [...handedIn]
    .filter(([path]) => path.startsWith(`${CROSSWALKS}/`))
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([, file]): Crosswalk => JSON.parse(file));
  const examples: readonly CourierExample[] = JSON.parse(handedIn.get(COURIER_EXAMPLES) ?? '[]');
  const [consignee] = Object.values(registry.schemas.get('ConsigneeMasked')?.examples.valid ?? {});
  return {
    name: 'from-couriers-and-aggregators',
    title: {
      en: 'From the interface of a courier or an aggregator',
      zh: '从快递企业或聚合平台的自有接口迁移',
    },
    lede: {
      en: 'What each code of theirs means here, what has no place, and how contacts are said that were plain.',
      zh: '对方各代码在本标准中的含义、无对应之处，以及原为明文的联系方式如何表达。',
    },
    sections: [
      {
        id: 'order',
        title: { en: 'In which order', zh: '迁移步骤' },
        parts: [
          {
            is: 'list',
            items: [
              {
                en: 'Read what they send as tracking events: `openwaybill crosswalk <file> --from <vocabulary>`. Every event keeps the code that it came from.',
                zh: '将对方报文读作轨迹事件：`openwaybill crosswalk <file> --from <vocabulary>`。每个事件均保留原代码。',
              },
              {
                en: 'Count the codes without a row, and ask for rows: `--json` lists them as `unmapped`.',
                zh: '统计未对应的代码并请求补充：`--json` 以 `unmapped` 列出。',
              },
              {
                en: 'Take plain contacts out of what is stored and sent, and ask for them where a purpose allows it.',
                zh: '从存储与发送的内容中去除明文联系方式，仅在目的允许时请求揭示。',
              },
              {
                en: 'Send orders and waybills by the operations of the standard, and leave their interface.',
                zh: '以本标准的操作发送订单与运单，停用原接口。',
              },
            ],
          },
        ],
      },
      {
        id: 'contacts',
        title: { en: 'Contacts', zh: '联系方式' },
        parts: [
          text(
            'Their orders carry name, phone and address in plain. Here a message carries masks, and the plain text stays with whoever keeps the vault; who needs a field asks for it by `reveal-consignee`, for one parcel and one purpose.',
            '对方的订单含明文姓名、电话与地址。本标准的报文只含脱敏值，明文由保管方保存；确需某字段者以 `reveal-consignee` 按单件、单一目的请求。',
          ),
          {
            is: 'table',
            heads: [
              { en: 'field', zh: '字段' },
              { en: 'theirs', zh: '对方' },
              { en: 'here', zh: '本标准' },
              { en: 'mask', zh: '脱敏算法' },
              { en: 'member', zh: '成员' },
            ],
            rows: MASKED.map(maskedRow),
          },
          shown(
            { en: 'What a platform is told of a consignee', zh: '平台所见的收件人' },
            consignee,
          ),
        ],
      },
      ...examples.map(({ vocabulary, given, want }) => ({
        id: `example-${vocabulary.replace(/[^a-z0-9]+/g, '-')}`,
        title: {
          en: `A document of ${vocabulary}, before and after`,
          zh: `${vocabulary} 报文的前后对照`,
        },
        parts: [
          shown({ en: 'Before', zh: '迁移前' }, given),
          shown({ en: 'After', zh: '迁移后' }, want),
        ],
      })),
      ...walks.map(({ vocabulary, version, rows, source }) => ({
        id: `${vocabulary}-${version}`,
        title: plain(`${vocabulary} ${version}`),
        parts: [
          text(
            `${rows.length} codes, ${rows.filter(({ eventCode }) => eventCode === undefined).length} of them no event, ${rows.filter(({ confidence }) => confidence === 'LOW').length} of low confidence. Read from ${source}.`,
            `共 ${rows.length} 个代码，其中 ${rows.filter(({ eventCode }) => eventCode === undefined).length} 个不是事件，${rows.filter(({ confidence }) => confidence === 'LOW').length} 个置信度低。取自 ${source}。`,
          ),
          { is: 'table' as const, heads: HEADS, rows: rows.map(rowOf) },
        ],
      })),
    ],
  };
};
