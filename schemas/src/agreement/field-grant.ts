import type { Static } from '@sinclair/typebox';
import {
  Closed,
  defineMessage,
  Line,
  Optional,
  privacy,
  Ref,
  Role,
  words,
} from '../define/index.ts';
import { PrivacyClass } from '../vocabulary/privacy-class-codes.ts';
import { View } from '../vocabulary/view-codes.ts';

export const FieldGrant = Closed(
  'FieldGrant',
  { en: 'Grant of fields', zh: '字段授权' },
  {
    en: 'Which members of a message a role may get, up to which class.',
    zh: '某角色可获得某消息的哪些成员，至何级别为止。',
  },
  {
    messageName: Line(
      60,
      { en: 'Message', zh: '消息名' },
      { en: 'Name of a message of the standard.', zh: '标准中消息的名称。' },
      { pattern: '[A-Z][A-Za-z0-9]*', ...privacy('business', 'technical') },
    ),
    pointer: Line(
      200,
      { en: 'Pointer', zh: '指针' },
      {
        en: 'JSON Pointer, * for the items of a list; empty for the whole message.',
        zh: 'JSON Pointer，* 表示列表各项；为空表示整个消息。',
      },
      {
        minLength: 0,
        pattern: '(/[A-Za-z0-9_.~*-]*)*',
        'x-source': 'RFC 6901',
        ...privacy('business', 'technical'),
      },
    ),
    toRole: Ref(
      Role,
      words(
        { en: 'To', zh: '接收角色' },
        { en: 'Role that the members may go to.', zh: '可接收这些成员的角色。' },
      ),
    ),
    maxClass: Ref(
      PrivacyClass,
      words(
        { en: 'Highest class', zh: '最高级别' },
        { en: 'Members above it do not leave.', zh: '高于该级别的成员不得输出。' },
      ),
    ),
    maxView: Optional(
      Ref(
        View,
        words(
          { en: 'Widest view', zh: '最宽视图' },
          {
            en: 'Limits getConsigneeView; never widens it.',
            zh: '限制 getConsigneeView；不得放宽。',
          },
        ),
      ),
    ),
  },
);
export type FieldGrant = Static<typeof FieldGrant>;

const grant: FieldGrant = {
  messageName: 'Order',
  pointer: '',
  toRole: 'courier',
  maxClass: 'pseudonymous',
};

export const fieldGrant = defineMessage({
  schema: FieldGrant,
  requirements: [],
  examples: {
    valid: {
      'a whole message': grant,
      'one member of every item': { ...grant, pointer: '/packages/*/items' },
      'a view with its widest form': {
        ...grant,
        messageName: 'ConsigneeView',
        maxView: 'MASKED',
      },
    },
    invalid: {
      'class is missing': {
        value: { messageName: 'Order', pointer: '', toRole: 'courier' },
        breaks: { pointer: '', rule: 'required' },
      },
      'a class is no wire code': {
        value: { ...grant, maxClass: 'PERSONAL' },
        breaks: { pointer: '/maxClass', rule: 'enum' },
      },
      'a pointer without its slash': {
        value: { ...grant, pointer: 'packages' },
        breaks: { pointer: '/pointer', rule: 'pattern' },
      },
      'a name of a file': {
        value: { ...grant, messageName: 'order.json' },
        breaks: { pointer: '/messageName', rule: 'pattern' },
      },
    },
  },
});
