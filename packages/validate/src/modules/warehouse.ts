import type {
  FrontTransferRequest,
  Inbound,
  InboundNotice,
  InboundReceipt,
  OutboundOrder,
  OutboundStatus,
  OutboundStatusChange,
  StockChangePage,
  StockSnapshot,
} from '@openwaybill/schemas';
import { at, membersRule } from '../rules/members-rule.ts';

/** Places of the values that stood in the list before. */
const repeatedIn = (values: readonly (string | number)[]): readonly number[] =>
  values.flatMap((value, index) => (values.indexOf(value) < index ? [index] : []));

const uniqueLines = {
  text: { en: 'two lines have one number', zh: '两行的行号相同' },
  hint: { en: 'Number the lines from 1.', zh: '请从 1 起为各行编号。' },
};

const receiptWords = {
  requirement: 'WHS-006' as const,
  text: {
    en: 'the counts of a receipt do not balance',
    zh: '收货数量不平衡',
  },
  hint: {
    en: 'received + short = expected for each line of the notice, and damaged is part of received.',
    zh: '每行实收加短少等于预期，残损计入实收。',
  },
};

const excessDamage = ({ receivedLines }: Pick<InboundReceipt, 'receivedLines'>) =>
  receivedLines.flatMap(({ damagedCount, receivedCount }, index) =>
    at(`/receivedLines/${index}/damagedCount`, damagedCount <= receivedCount),
  );

const unbalanced = ({ lines, receivedLines }: Inbound): readonly string[] => {
  if (receivedLines === undefined) return [];
  const expected = new Map(lines.map((line) => [line.lineNo, line.expectedCount]));
  const counted = new Set(receivedLines.map(({ lineNo }) => lineNo));
  return [
    ...at(
      '/receivedLines',
      counted.size === receivedLines.length && lines.every(({ lineNo }) => counted.has(lineNo)),
    ),
    ...receivedLines.flatMap(({ lineNo, receivedCount, shortCount }, index) =>
      at(`/receivedLines/${index}`, receivedCount + shortCount === expected.get(lineNo)),
    ),
  ];
};

const MEASURED: readonly string[] = ['PACKED', 'CONSIGNED'];

const unpacked = (status: string, packages: OutboundStatus['packages']): readonly string[] =>
  packages.flatMap(({ weightGrams, dimensions, waybillNo }, index) =>
    at(
      `/packages/${index}`,
      (!MEASURED.includes(status) || (weightGrams !== undefined && dimensions !== undefined)) &&
        (status !== 'CONSIGNED' || waybillNo !== undefined),
    ),
  );

const packedWords = {
  text: {
    en: 'a package lacks what its status says is known',
    zh: '包裹缺少其状态应有的信息',
  },
  hint: {
    en: 'From PACKED on a package has weightGrams and dimensions, when CONSIGNED waybillNo too.',
    zh: '自已打包起须有 weightGrams 与 dimensions；已发货还须有 waybillNo。',
  },
};

/** Rules of inbound notices, the stock ledger, transfers and outbound orders. */
export const warehouseRules = [
  membersRule<InboundNotice>({
    schema: 'InboundNotice',
    id: 'DSC-023',
    broken: ({ lines }) =>
      repeatedIn(lines.map(({ lineNo }) => lineNo)).map((index) => `/lines/${index}/lineNo`),
    ...uniqueLines,
  }),
  membersRule<InboundReceipt>({
    schema: 'InboundReceipt',
    id: 'WHS-006',
    broken: excessDamage,
    ...receiptWords,
  }),
  membersRule<Inbound>({
    schema: 'Inbound',
    id: 'WHS-006',
    broken: (inbound) => [
      ...unbalanced(inbound),
      ...excessDamage({ receivedLines: inbound.receivedLines ?? [] }),
    ],
    ...receiptWords,
  }),
  membersRule<Inbound>({
    schema: 'Inbound',
    id: 'DSC-021',
    broken: ({ status, receivedLines, receivedAt }) =>
      at(
        '',
        [receivedLines, receivedAt].every(
          (member) => (member !== undefined) === (status === 'RECEIVED'),
        ),
      ),
    text: { en: 'status and receipt do not fit', zh: '状态与收货结果不符' },
    hint: {
      en: 'RECEIVED has receivedLines and receivedAt; NOTIFIED has neither.',
      zh: 'RECEIVED 带 receivedLines 与 receivedAt；NOTIFIED 均不带。',
    },
  }),
  membersRule<StockSnapshot>({
    schema: 'StockSnapshot',
    id: 'WHS-001',
    broken: ({ items }) =>
      items.flatMap(({ onHandCount, reservedCount, availableCount }, index) =>
        at(`/items/${index}/availableCount`, availableCount === onHandCount - reservedCount),
      ),
    requirement: 'WHS-001',
    text: { en: 'available is not on hand less reserved', zh: '可用量不等于在库减预占' },
    hint: {
      en: 'Compute availableCount from the other two.',
      zh: '请由另两项推算 availableCount。',
    },
  }),
  membersRule<StockSnapshot>({
    schema: 'StockSnapshot',
    id: 'DSC-021',
    broken: ({ items }) =>
      repeatedIn(items.map(({ sku }) => sku)).map((index) => `/items/${index}/sku`),
    text: { en: 'an item stands twice', zh: '同一商品出现两次' },
    hint: { en: 'Answer one entry an item.', zh: '每种商品只返回一项。' },
  }),
  membersRule<StockChangePage>({
    schema: 'StockChangePage',
    id: 'WHS-003',
    broken: ({ items }) =>
      items.flatMap(({ ledgerSeq }, index) => {
        const before = items[index - 1];
        return at(
          `/items/${index}/ledgerSeq`,
          before === undefined || ledgerSeq === before.ledgerSeq + 1,
        );
      }),
    requirement: 'WHS-003',
    text: { en: 'the ledger has a gap or a repeat', zh: '流水号有间断或重复' },
    hint: {
      en: 'Each change has the number after that of the one before it.',
      zh: '每条流水的编号须紧接前一条。',
    },
  }),
  membersRule<FrontTransferRequest>({
    schema: 'FrontTransferRequest',
    id: 'DSC-023',
    broken: ({ fromWarehouseId, toWarehouseId, lines }) => [
      ...at('/toWarehouseId', fromWarehouseId !== toWarehouseId),
      ...repeatedIn(lines.map(({ sku }) => sku)).map((index) => `/lines/${index}/sku`),
      ...lines.flatMap(({ quantityCount }, index) =>
        at(`/lines/${index}/quantityCount`, quantityCount > 0),
      ),
    ],
    text: {
      en: 'it leads back to its own warehouse, names an item twice, or moves none',
      zh: '调出调入为同一仓、商品重复或件数为零',
    },
    hint: {
      en: 'Name another warehouse, and each item once with at least one piece.',
      zh: '请指定另一仓库，且每种商品仅列一次、至少一件。',
    },
  }),
  membersRule<OutboundOrder>({
    schema: 'OutboundOrder',
    id: 'DSC-023',
    part: 'packages',
    broken: ({ packages, waybillNos }) => [
      ...repeatedIn(packages.map(({ packageId }) => packageId.toUpperCase())).map(
        (index) => `/packages/${index}/packageId`,
      ),
      ...at('/waybillNos', waybillNos === undefined || waybillNos.length === packages.length),
    ],
    text: {
      en: 'two packages have one id but for case, or the numbers are not one a package',
      zh: '包裹标识重复（不区分大小写），或运单号与包裹不一一对应',
    },
    hint: {
      en: 'Give each package an id of its own, and send one waybill number a package or none.',
      zh: '请为每个包裹使用不同标识；运单号每包裹一个或全部省略。',
    },
  }),
  membersRule<OutboundOrder>({
    schema: 'OutboundOrder',
    id: 'DSC-023',
    part: 'items',
    broken: ({ packages }) =>
      packages.flatMap(({ items }, place) =>
        items.flatMap(({ sku, quantity }, index) =>
          at(
            `/packages/${place}/items/${index}`,
            sku !== undefined && quantity.unit === 'C62' && quantity.value > 0,
          ),
        ),
      ),
    text: {
      en: 'an item has no sku, or is not counted in pieces',
      zh: '物品缺少商家编码，或未按件计数',
    },
    hint: {
      en: 'Stock is counted by sku in pieces: add sku, and a quantity of unit C62 from 1.',
      zh: '库存按商家编码以件计：请补充 sku，数量单位为 C62 且不小于 1。',
    },
  }),
  membersRule<OutboundStatus>({
    schema: 'OutboundStatus',
    id: 'DSC-021',
    broken: ({ status, packages }) => unpacked(status, packages),
    ...packedWords,
  }),
  membersRule<OutboundStatusChange>({
    schema: 'OutboundStatusChange',
    id: 'DSC-022',
    broken: ({ toStatus, packages }) => unpacked(toStatus, packages),
    ...packedWords,
  }),
];
