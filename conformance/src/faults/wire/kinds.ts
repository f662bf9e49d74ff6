import type { Text } from '../../words.ts';

/** Every way in which a wire fault changes a message, with what it does. */
export const WIRE_KINDS = {
  drop: { en: 'is left out', zh: '缺失' },
  rename: { en: 'has another name', zh: '名称有误' },
  retype: { en: 'has another type', zh: '类型有误' },
  widen: { en: 'is beyond its bounds', zh: '超出界限' },
  'enum-shift': { en: 'has the neighbouring code of its list', zh: '取值为相邻代码' },
  'enum-shift-outside': { en: 'has a code of no list', zh: '取值不在代码表内' },
  unit: { en: 'is given in another unit', zh: '单位有误' },
  'time-zone': { en: 'keeps its digits under another offset', zh: '时区偏移有误' },
  precision: { en: 'is rounded', zh: '精度丢失' },
  'extra-member': { en: 'has a member that is not declared', zh: '含未声明成员' },
  null: { en: 'is null', zh: '为空值' },
  empty: { en: 'is empty', zh: '为空' },
  'wrong-status': { en: 'has another status of success', zh: '成功状态码有误' },
  'wrong-refusal-status': { en: 'has another status of refusal', zh: '拒绝状态码有误' },
  'problem-as-success': { en: 'answers a problem with 200', zh: '以 200 应答问题' },
  'wrong-content-type': { en: 'has another media type', zh: '媒体类型有误' },
  'wrong-problem-type': { en: 'has another media type of its problems', zh: '问题的媒体类型有误' },
  'drop-header': { en: 'is left out', zh: '标头缺失' },
  'wrong-header': { en: 'has another value', zh: '标头取值有误' },
  'problem-code': { en: 'has a neighbouring problem code', zh: '问题代码有误' },
  pointer: { en: 'points elsewhere', zh: '指针有误' },
} as const satisfies Record<string, Text>;

/** A way in which a wire fault changes a message. */
export type WireKind = keyof typeof WIRE_KINDS;

/** Ways to change a member of a message. */
export type MemberKind = Extract<
  WireKind,
  | 'drop'
  | 'rename'
  | 'retype'
  | 'widen'
  | 'enum-shift'
  | 'enum-shift-outside'
  | 'unit'
  | 'time-zone'
  | 'precision'
  | 'extra-member'
  | 'null'
  | 'empty'
>;
