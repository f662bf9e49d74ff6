import { ALLOWED, type PersonalKind, type ValueKind } from '@openwaybill/privacy/scan';
import type { Text } from '../../words.ts';
import type { Leak, MaskShown } from './leaks.ts';

/** What of a person a finding is about. */
const KINDS: Readonly<Record<ValueKind | PersonalKind, Text>> = {
  name: { en: 'name', zh: '姓名' },
  phone: { en: 'phone', zh: '电话' },
  road: { en: 'road', zh: '道路' },
  building: { en: 'building', zh: '楼栋' },
  unit: { en: 'unit', zh: '单元' },
  id: { en: 'id', zh: '证件号' },
  note: { en: 'note', zh: '备注' },
  title: { en: 'title', zh: '物品名称' },
  mobile: { en: 'mobile', zh: '手机号' },
  landline: { en: 'landline', zh: '固定电话' },
  'id-number': { en: 'id-number', zh: '证件号' },
  'e-mail': { en: 'e-mail', zh: '电子邮箱' },
  address: { en: 'address', zh: '地址' },
  'weak-mask': { en: 'weak-mask', zh: '弱脱敏值' },
};

/** Of whom the value is, and how it is written; a form of writing keeps its name. */
export const valueSaid = (of: {
  readonly kind: ValueKind | PersonalKind;
  readonly canary?: string;
  readonly form: string;
}): Text => {
  const kind = KINDS[of.kind];
  return {
    en: `${kind.en}${of.canary === undefined ? '' : ` of ${of.canary}`} (${of.form})`,
    zh: `${of.canary === undefined ? '' : `${of.canary} 的`}${kind.zh}（形式“${of.form}”）`,
  };
};

const placeSaid = ({ where, offset }: Leak | MaskShown): Text => {
  const surface = `${where.surface}${where.name === undefined ? '' : ` ${where.name}`}`;
  return { en: `${surface} at ${offset}`, zh: `位于 ${surface} 第 ${offset} 个字符` };
};

/** A value that was shown, and where. */
export const leakSaid = (leak: Leak): Text => {
  const value = valueSaid(leak);
  const place = placeSaid(leak);
  return { en: `${value.en}, ${place.en}`, zh: `${value.zh}，${place.zh}` };
};

/** The characters that a mask leaves. */
export const leftSaid = (kind: MaskShown['kind']): Text => ({
  en: `positions ${ALLOWED[kind].join(' ')} of a ${kind}`,
  zh: `${KINDS[kind].zh}的第 ${ALLOWED[kind].join('、')} 位`,
});

type Positions = Pick<MaskShown, 'kind' | 'canary' | 'positions'>;

const positionsSaid = ({ kind, canary, positions }: Positions): Text => ({
  en: `positions ${positions.join(' ')} of the ${kind} of ${canary}`,
  zh: `${canary} 的${KINDS[kind].zh}第 ${positions.join('、')} 位`,
});

/** The characters that one mask left. */
export const maskSaid = (shown: MaskShown): Text => {
  const positions = positionsSaid(shown);
  const place = placeSaid(shown);
  return { en: `${positions.en}, ${place.en}`, zh: `${positions.zh}，${place.zh}` };
};

/** The characters that several masks of one value left between them. */
export const masksSaid = (joined: Positions, count: number): Text => {
  const positions = positionsSaid(joined);
  return {
    en: `${positions.en}, on ${count} surfaces`,
    zh: `${positions.zh}，见于 ${count} 处`,
  };
};
