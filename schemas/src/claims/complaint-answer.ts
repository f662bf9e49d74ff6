import type { Static } from '@sinclair/typebox';
import { Closed, defineMessage, Ref, words } from '../define/index.ts';
import { Instant } from '../vocabulary/instant.ts';
import { claimsText } from './_claims-text.ts';

/** Read with the complaint; the event says only that there is one. */
export const ComplaintAnswer = Closed(
  'ComplaintAnswer',
  { en: 'Answer to a complaint', zh: '投诉答复' },
  { en: 'What the courier says to a complaint.', zh: '快递企业对投诉的答复。' },
  {
    text: claimsText(
      500,
      { en: 'Text', zh: '答复内容' },
      {
        en: 'The answer, without the name or the number of anybody.',
        zh: '答复的内容，不得含任何人的姓名或号码。',
      },
    ),
    answeredAt: Ref(
      Instant,
      words(
        { en: 'Answered at', zh: '答复时刻' },
        { en: 'When it was answered.', zh: '作出答复的时刻。' },
      ),
    ),
  },
);
export type ComplaintAnswer = Static<typeof ComplaintAnswer>;

const answer: ComplaintAnswer = {
  text: '已联系网点改为送货上门，并向消费者致歉',
  answeredAt: '2026-11-15T11:00:00+08:00',
};

export const complaintAnswer = defineMessage({
  schema: ComplaintAnswer,
  requirements: [],
  examples: {
    valid: { 'it is put right': answer },
    invalid: {
      'an empty answer': {
        value: { ...answer, text: '' },
        breaks: { pointer: '/text', rule: 'minLength' },
      },
      'a phone number in the answer': {
        value: { ...answer, text: '请拨打 0411-8000-0001 联系网点' },
        breaks: { pointer: '/text', rule: 'digit-run' },
      },
      'the name of a courier in the answer': {
        value: { ...answer, text: '派件员李海棠已上门致歉' },
        breaks: { pointer: '/text', rule: 'named-person', requirement: 'CLM-005' },
      },
    },
  },
});
