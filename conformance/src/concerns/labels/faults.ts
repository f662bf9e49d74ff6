import { base64, fromBase64 } from '@openwaybill/validate';
import { alterAnswers, operationIn, withMember } from '../../faults/bend.ts';
import { alterStored } from '../../faults/stored.ts';
import { digestOf } from '../../transcript/chain.ts';
import type { Bend, Fault } from '../../words.ts';

const hand = { kind: 'hand', role: 'courier' } as const;

/** What the reference was told before it made a label. */
type Told = {
  // biome-ignore lint/suspicious/noExplicitAny: a fault alters what it pleases
  readonly order: any;
  readonly isInterrupted: boolean;
};

// biome-ignore lint/suspicious/noExplicitAny: a fault alters what it pleases
const jsonOf = (message: Request | Response): Promise<any> => message.clone().json();

const utf8 = new TextDecoder();
const encoder = new TextEncoder();

/** Alters the labels that are read and are text (SVG, ZPL); the digest follows. `undefined`: the label stays. */
const alterLabels = (
  alter: (label: string, format: string, told: Told) => string | undefined,
): Bend => ({
  fetch: (next, switchOn) => {
    // biome-ignore lint/suspicious/noExplicitAny: a fault alters what it pleases
    const orders = new Map<string, any>();
    const orderOf = new Map<string, string>();
    let isInterrupted = false;
    return async (request) => {
      const operation = operationIn('courier', request);
      const asked = operation === 'submitOrder' ? await jsonOf(request) : undefined;
      if (asked !== undefined) orders.set(asked?.orderNo, asked);
      const response = await next(request);
      if (operation === 'startTestInterruption') isInterrupted = response.ok;
      if (operation === 'createWaybill' && response.ok) {
        const { waybillNo, orderNo } = await jsonOf(response);
        orderOf.set(waybillNo, orderNo);
      }
      if (operation !== 'getWaybillLabel' || !response.ok) return response;
      const label = await jsonOf(response);
      const content = fromBase64(label.content);
      if (!/^(SVG|ZPL)/.test(label.format) || content === undefined) return response;
      const waybillNo = new URL(request.url).pathname.split('/').at(-2) ?? '';
      const order = orders.get(orderOf.get(waybillNo) ?? '');
      const altered = alter(utf8.decode(content), label.format, { order, isInterrupted });
      if (altered === undefined) return response;
      switchOn.fired();
      const bytes = encoder.encode(altered);
      const contentSha256 = digestOf(bytes).replace('sha256:', '');
      const headers = new Headers(response.headers);
      headers.delete('content-length');
      return new Response(JSON.stringify({ ...label, content: base64(bytes), contentSha256 }), {
        status: response.status,
        headers,
      });
    };
  },
});

/** One more row on a label. */
const withRow = (label: string, format: string, text: string): string =>
  format === 'ZPL'
    ? label.replace('^XZ', `^FT40,1420^AZN,24,24^FD${text}^FS\n^XZ`)
    : label.replace('</svg>', `<text x="4" y="178" font-size="3">${text}</text>\n</svg>`);

/** The number of an invented person, found again from its masked form. */
const numberOf = ({ phoneMasked }: { readonly phoneMasked: string }): string =>
  `1990000${phoneMasked.slice(-4)}`;

/** A row on labels of orders from a person to a person, while nothing is interrupted. */
const printed = (row: (order: Told['order']) => string): Bend =>
  alterLabels((label, format, { order, isInterrupted }) =>
    !isInterrupted && order?.shipper?.kind === 'PERSON'
      ? withRow(label, format, row(order))
      : undefined,
  );

/** Faults of what labels tell. */
export const labelFaults: readonly Fault[] = [
  {
    ...hand,
    id: 'label-full-address',
    title: { en: 'a label with the whole address', zh: '面单印出完整地址' },
    violates: ['LBL-001', 'WBL-007'],
    bend: printed(() => '萍水西街80号5幢2单元501室'),
  },
  {
    ...hand,
    id: 'label-weak-mask',
    title: { en: 'a phone number that hides four digits', zh: '电话仅隐藏四位' },
    violates: ['LBL-001', 'WBL-007'],
    bend: printed(({ consignee }) => `199****${consignee.contactMasked.phoneMasked.slice(-4)}`),
  },
  {
    ...hand,
    id: 'label-qr-plain',
    title: { en: 'a code with a phone number in base64', zh: '二维码以 base64 携带电话' },
    violates: ['LBL-002', 'WBL-007'],
    bend: alterLabels((label, format, { order, isInterrupted }) =>
      format === 'ZPL' && !isInterrupted && order?.shipper?.kind === 'PERSON'
        ? label.replace(
            /\.lt1_[\w-]+/,
            `.${base64(encoder.encode(numberOf(order.consignee.contactMasked)))}`,
          )
        : undefined,
    ),
  },
  {
    ...hand,
    id: 'label-metadata',
    title: { en: 'a name and a number in a description', zh: '描述中含姓名与电话' },
    violates: ['LBL-003', 'WBL-007'],
    bend: alterLabels((label, format, { order, isInterrupted }) => {
      if (isInterrupted || order?.shipper?.kind !== 'PERSON') return undefined;
      const { nameMasked, phoneMasked } = order.consignee.contactMasked;
      const said = `${nameMasked} ${phoneMasked}`;
      return format === 'ZPL'
        ? label.replace('^XA', `^XA^FX ${said}`)
        : label.replace('</svg>', `<desc>${said}</desc>\n</svg>`);
    }),
  },
  {
    ...hand,
    id: 'label-sender-plain',
    title: { en: 'a sender in the clear', zh: '寄件人未脱敏' },
    violates: ['LBL-004', 'WBL-007'],
    bend: printed(
      ({ shipper: { contactMasked } }) =>
        `${contactMasked.nameMasked.replace('**', '示例')} ${numberOf(contactMasked)}`,
    ),
  },
  {
    ...hand,
    id: 'label-goods-title',
    title: { en: 'a label with the title of the goods', zh: '面单印出商品标题' },
    violates: ['LBL-005'],
    bend: printed(({ packages }) => packages[0].items[0].name),
  },
  {
    ...hand,
    id: 'label-degraded-plain',
    title: { en: 'a whole number while orders cannot be asked', zh: '中断期间印出完整电话' },
    violates: ['LBL-006', 'WBL-007'],
    bend: alterLabels((label, format, { order, isInterrupted }) =>
      isInterrupted && order?.shipper?.kind === 'PERSON'
        ? withRow(label, format, numberOf(order.consignee.contactMasked))
        : undefined,
    ),
  },
  {
    ...hand,
    id: 'attestation-document-digest',
    title: { en: 'a receipt that is the digest of a document', zh: '核验凭证为证件号摘要' },
    violates: ['WBL-014'],
    bend: alterStored(['event', 'delivery'], (row, switchOn) => {
      const text = JSON.stringify(row.body);
      if (!text.includes('waybill.realname.attested')) return row;
      const told = text.replaceAll(/rn_[A-Za-z0-9_-]+/g, '5e'.repeat(32));
      if (told !== text) switchOn.fired();
      return { ...row, body: JSON.parse(told) };
    }),
  },
  {
    ...hand,
    id: 'handover-forgets',
    title: { en: 'the old number does not know the new one', zh: '旧单号不显示新单号' },
    violates: ['WBL-015'],
    bend: alterAnswers(
      'courier',
      ({ status, body }) =>
        status === 200 && body?.relatedWaybills?.[0]?.relation === 'FORWARD'
          ? { body: withMember(body, ['relatedWaybills'], () => undefined) }
          : undefined,
      ['getParcel'],
    ),
  },
];
