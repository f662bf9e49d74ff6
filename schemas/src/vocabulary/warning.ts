import type { Static } from '@sinclair/typebox';
import { Closed, defineMessage, Line, privacy } from '../define/index.ts';

/** A finding that changes nothing. Texts are static: no value of the message stands in them. */
export const Warning = Closed(
  'Warning',
  { en: 'Warning', zh: '警告' },
  { en: 'Something that looks wrong and was accepted.', zh: '疑似有误但已接受的内容。' },
  {
    pointer: Line(
      300,
      { en: 'Pointer', zh: '指针' },
      { en: 'Place in the message; empty for the whole.', zh: '消息内的位置；空为整体。' },
      { minLength: 0, 'x-source': 'RFC 6901', ...privacy('business', 'technical') },
    ),
    rule: Line(
      60,
      { en: 'Rule', zh: '规则' },
      { en: 'Name of the rule, or id of the requirement.', zh: '规则名称或要求编号。' },
      { pattern: '[A-Za-z][A-Za-z0-9-]*', ...privacy('business', 'technical') },
    ),
    message: Line(
      200,
      { en: 'Message', zh: '说明' },
      { en: 'Static text of the rule.', zh: '该规则的固定文本。' },
      privacy('business', 'business-text'),
    ),
  },
);
export type Warning = Static<typeof Warning>;

export const warningMessage = defineMessage({
  schema: Warning,
  requirements: [],
  examples: {
    valid: {
      'a region of another version': {
        pointer: '/consignee/addressMasked/regionCode',
        rule: 'region-unknown',
        message: 'The code is not in the table of its version.',
      },
    },
    invalid: {
      'no rule': {
        value: { pointer: '', message: 'The code is not in the table of its version.' },
        breaks: { pointer: '', rule: 'required' },
      },
    },
  },
});
