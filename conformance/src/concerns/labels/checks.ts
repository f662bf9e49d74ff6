import { blocked, checkOf, holds, violated } from '../../checks/check.ts';
import { listed } from '../../checks/sayings.ts';
import type { Seen } from '../../checks/seen.ts';
import type { LabelReading } from '../../labels/label-reading.ts';
import { answerOf, codeOfAnswer, isAccepted, requestOf } from '../../transcript/body.ts';
import type { Exchange } from '../../transcript/format.ts';
import type { Check, Finding, Text } from '../../words.ts';
import { attestationChecks } from './attestation-checks.ts';
import { type Parties, type Personal, personalBeside, personalIn } from './personal.ts';

const PROBES = ['label-privacy', 'label-degraded'] as const;
type Probe = (typeof PROBES)[number];

/** Every text in a value, however deep. */
const textsIn = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
};

/** The order and the waybill behind a label, as they were sent and answered. */
const behind = (seen: Seen, exchange: Exchange) => {
  const waybillNo = /\/waybills\/([^/?]+)\/label/.exec(exchange.request.url)?.[1];
  const created = seen
    .calls('createWaybill')
    .find((one) => isAccepted(one) && answerOf(one)?.waybillNo === waybillNo);
  const creation = created && requestOf(created);
  const order = seen
    .calls('submitOrder')
    .map(requestOf)
    .find((body) => body?.orderNo === creation?.orderNo);
  return { order, creation, waybill: created && answerOf(created) };
};

/** The items of an order, however they are packed. */
const itemsOf = (order: ReturnType<typeof behind>['order']) =>
  (order?.packages ?? []).flatMap(
    ({ items = [] }: { readonly items?: readonly unknown[] }) => items,
  ) as readonly { readonly name?: string; readonly unitPrice?: { readonly minor?: number } }[];

const partiesOf = (seen: Seen, exchange: Exchange): Parties => {
  const { order, waybill } = behind(seen, exchange);
  const { consignee, shipper } = order ?? {};
  return {
    consignee: consignee?.contactMasked ?? {},
    sender: shipper?.contactMasked ?? {},
    known: [
      seen.claim.document.organisation.name,
      ...textsIn(waybill?.waybillNo),
      ...textsIn(waybill?.routing),
      // a title that happens to hold a surname names nobody, and has a requirement of its own
      ...itemsOf(order).flatMap(({ name }) => name ?? []),
      ...[consignee, shipper].flatMap((side) => [
        ...textsIn(side?.contactMasked),
        ...textsIn(side?.addressMasked),
      ]),
    ],
  };
};

/** What a judge of one label finds: what is wrong, or that nothing could be looked at. */
type Look = (reading: LabelReading, seen: Seen, exchange: Exchange) => readonly Text[] | 'UNSEEN';

const said = (personal: readonly Personal[], whose?: Personal['whose']): readonly Text[] => [
  ...new Set(
    personal.filter((one) => whose === undefined || one.whose === whose).map(({ what }) => what),
  ),
];

const PLACE = { pointer: '/content', surface: 'label' } as const;

const judgeOf =
  (probes: readonly Probe[], expected: Text, look: Look) =>
  (seen: Seen): readonly Finding[] =>
    probes
      .flatMap((probe) => seen.probe(probe))
      .flatMap((exchange): readonly Finding[] => {
        // what is not printed tells nothing
        if (codeOfAnswer(exchange) === 'INTERRUPTED') return [holds(exchange, 'label')];
        if (!isAccepted(exchange)) return [];
        const reading = exchange.facts?.label;
        const found = reading === undefined ? 'UNSEEN' : look(reading, seen, exchange);
        if (found === 'UNSEEN') return [blocked(exchange, 'NOT_OBSERVABLE')];
        const [first] = found;
        return [
          first === undefined
            ? holds(exchange, 'label')
            : violated(exchange, expected, listed(found), PLACE),
        ];
      });

const inText: (whose?: Personal['whose']) => Look = (whose) => (reading, seen, exchange) =>
  reading.text === undefined
    ? 'UNSEEN'
    : said(personalIn(reading.text.replaceAll('\n', ' '), partiesOf(seen, exchange)), whose);

const inCodes: Look = ({ codes }, seen, exchange) => {
  // a label without any code that is read says nothing of what its codes hold
  if (codes === undefined || codes.length === 0) return 'UNSEEN';
  const parties = partiesOf(seen, exchange);
  return said(codes.flatMap((code) => personalBeside(code, parties)));
};

const fileNames = (exchange: Exchange): readonly string[] =>
  (exchange.response?.headers ?? []).flatMap(([name, value]) =>
    name.toLowerCase() === 'content-disposition' ? [value] : [],
  );

const inMetadata: Look = ({ metadata }, seen, exchange) => {
  const parties = partiesOf(seen, exchange);
  return said([...metadata, ...fileNames(exchange)].flatMap((one) => personalBeside(one, parties)));
};

const everywhere: Look = (reading, seen, exchange) => {
  const parts = [inText(), inCodes, inMetadata].map((look) => look(reading, seen, exchange));
  const found = parts.flatMap((part) => (part === 'UNSEEN' ? [] : part));
  return found.length === 0 && parts.includes('UNSEEN') ? 'UNSEEN' : [...new Set(found)];
};

/** Hundredths, as a price is written. */
const priced = (minor: unknown): readonly string[] =>
  typeof minor === 'number' ? [(minor / 100).toFixed(2), String(minor)] : [];

const goodsAndMoney: Look = ({ text = '', metadata, codes = [] }, seen, exchange) => {
  const { order, creation } = behind(seen, exchange);
  const all = [text.replaceAll('\n', ''), ...metadata, ...codes].join('\n');
  const items = itemsOf(order);
  const has = (texts: readonly (string | undefined)[]): boolean =>
    texts.some((one) => one !== undefined && one !== '' && all.includes(one));
  return [
    ...(has(items.map(({ name }) => name)) ? [{ en: 'the title of an item', zh: '物品名称' }] : []),
    ...(has(items.flatMap(({ unitPrice }) => priced(unitPrice?.minor)))
      ? [{ en: 'an amount', zh: '金额' }]
      : []),
    ...(has([creation?.carrierAccountId]) ? [{ en: 'an account', zh: '账号' }] : []),
  ];
};

/** Checks of what labels tell. */
export const labelChecks: readonly Check[] = [
  checkOf('LBL-001', {
    text: judgeOf(
      ['label-privacy'],
      { en: 'masked words only', zh: '仅有脱敏文字' },
      inText('CONSIGNEE'),
    ),
  }),
  checkOf('LBL-002', {
    codes: judgeOf(
      ['label-privacy'],
      { en: 'codes of number and token', zh: '条码仅含单号与令牌' },
      inCodes,
    ),
  }),
  checkOf('LBL-003', {
    metadata: judgeOf(
      ['label-privacy'],
      { en: 'a file that says nothing beside its label', zh: '面单以外不透露信息的文件' },
      inMetadata,
    ),
  }),
  checkOf('LBL-004', {
    sender: judgeOf(
      ['label-privacy'],
      { en: 'a sender as masked as the consignee', zh: '寄件人与收件人同样脱敏' },
      inText('SENDER'),
    ),
  }),
  checkOf('LBL-005', {
    goods: judgeOf(
      ['label-privacy'],
      { en: 'goods as their category', zh: '物品仅示类别' },
      goodsAndMoney,
    ),
  }),
  checkOf('LBL-006', {
    interrupted: {
      judge: judgeOf(
        ['label-degraded'],
        { en: 'number and token, or masked words', zh: '单号与令牌，或脱敏文字' },
        everywhere,
      ),
      needs: 'INTERRUPTIONS',
    },
  }),
  checkOf('WBL-007', {
    labels: judgeOf(
      PROBES,
      { en: 'no plaintext in text, codes or metadata', zh: '文字、条码与元数据均无明文' },
      everywhere,
    ),
  }),
  ...attestationChecks,
];
