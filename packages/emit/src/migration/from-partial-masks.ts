import { maskVectors } from '@openwaybill/privacy';
import type { Registry } from '@openwaybill/schemas';
import { type Guide, shown, text } from './guide.ts';

/** The common form of shops: the first three digits and the last four are open. */
const partial = (mobile: string): string => `${mobile.slice(0, 3)}****${mobile.slice(-4)}`;

const VECTORS = maskVectors['phone-1'].vectors as readonly {
  readonly given: string;
  readonly want: string;
}[];

/** A plain mobile number, as it is written and without anything between its digits. */
const MOBILE = /^1[3-9]\d{9}$/;

/** A text that somebody else has masked in part. */
const PARTIAL = /^\d{2,4}\*{2,}\d{2,4}$/;

/** The example of a masked contact, and the same with a number that is masked in part. */
export const maskedContacts = (
  registry: Registry,
): { readonly before: object; readonly after: object } => {
  const [after] = Object.values(registry.schemas.get('ContactMasked')?.examples.valid ?? {});
  const { phoneMasked = '', ...rest } = (after ?? {}) as { readonly phoneMasked?: string };
  return {
    before: { ...rest, phoneMasked: `138****${phoneMasked.slice(-4)}` },
    after: { ...rest, phoneMasked },
  };
};

/** From the masks of shops, of which ten thousand guesses are enough, to `phone-1`. */
export const fromPartialMasks = (registry: Registry): Guide => {
  const { before, after } = maskedContacts(registry);
  return {
    name: 'from-partial-masks',
    title: { en: 'From 138****8000 to phone-1', zh: '从 138****8000 到 phone-1' },
    lede: {
      en: 'What WeChat, Taobao and Pinduoduo style masks tell too much, and how to leave them.',
      zh: '微信、淘宝、拼多多式部分遮盖为何透露过多，以及如何停用。',
    },
    sections: [
      {
        id: 'why',
        title: { en: 'Why', zh: '原因' },
        parts: [
          text(
            'A mobile number has eleven digits, and the first is always 1. With three digits open in front and four behind, four are hidden: 10 000 numbers are possible, and with the area that the first seven digits tell, few of them are near the address on the same label. `phone-1` leaves the last four alone open: 1 000 000 numbers are possible, and nothing tells the operator or the area.',
            '手机号共 11 位，首位恒为 1。前三后四可见时仅隐藏 4 位：可能的号码只有 10 000 个，且前七位透露归属地，与同一面单地址相符者更少。`phone-1` 仅保留末四位：可能的号码为 1 000 000 个，且不透露运营商与归属地。',
          ),
          {
            is: 'table',
            heads: [
              { en: 'number', zh: '号码' },
              { en: 'masked in part', zh: '部分遮盖' },
              { en: 'phone-1', zh: 'phone-1' },
            ],
            rows: VECTORS.filter(({ given }) => MOBILE.test(given)).map(({ given, want }) => [
              [given],
              [partial(given)],
              [want],
            ]),
          },
        ],
      },
      {
        id: 'stored',
        title: { en: 'What is stored already', zh: '已存储的数据' },
        parts: [
          text(
            'A number that was masked in part is masked again before it is sent. It says less then than a new mask would, for nobody can tell which digits somebody else hid.',
            '已部分遮盖的号码在发送前须再次脱敏。其信息少于直接脱敏的结果，因为无法得知他方遮盖了哪些位。',
          ),
          {
            is: 'table',
            heads: [
              { en: 'stored', zh: '已存储' },
              { en: 'phone-1', zh: 'phone-1' },
            ],
            rows: VECTORS.filter(({ given }) => PARTIAL.test(given)).map(({ given, want }) => [
              [given],
              [want],
            ]),
          },
        ],
      },
      {
        id: 'wire',
        title: { en: 'On the wire', zh: '报文' },
        parts: [
          shown(
            { en: 'Before, refused at /phoneMasked', zh: '迁移前，在 /phoneMasked 被拒绝' },
            before,
          ),
          shown({ en: 'After', zh: '迁移后' }, after),
        ],
      },
      {
        id: 'window',
        title: { en: 'While both are about', zh: '过渡期' },
        parts: [
          {
            is: 'list',
            items: [
              {
                en: 'A mask is made stronger by an erratum of at least 30 days: senders change at once, and receivers take both forms until it takes effect.',
                zh: '脱敏增强以勘误发布，提前不少于 30 天：发送方立即改用，接收方在生效前两种形式均接受。',
              },
              {
                en: 'Never store the two of one number side by side: together they say more than either. Replace what is stored, and delete what was replaced.',
                zh: '同一号码的两种形式不得并存：合并后透露的信息多于任一种。须替换已存数据并删除原值。',
              },
              {
                en: 'Do not compare numbers by their masks. What is to be found again is `consigneeRef`.',
                zh: '不得以脱敏值比对号码；再次识别须用 `consigneeRef`。',
              },
            ],
          },
        ],
      },
    ],
  };
};
