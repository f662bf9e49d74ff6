import { defineOperation } from '../define/index.ts';
import {
  PostalItemDescription,
  PostalItemDescriptionSubmission,
} from './postal-item-description.ts';

export const submitItemDescription = defineOperation({
  name: 'submit-item-description',
  since: '1.0',
  title: { en: 'Describe a postal item', zh: '提交邮件内件信息' },
  description: {
    en: 'The operator of destination takes it. The same again answers 200; another under its number is DUPLICATE.',
    zh: '由寄达方邮政接收。相同内容重复提交返回 200；同号异文为重复。',
  },
  servedBy: ['courier'],
  calledBy: ['courier'],
  method: 'POST',
  path: '/v1/postal-item-descriptions',
  request: PostalItemDescriptionSubmission,
  answer: { status: 201, also: [200], body: PostalItemDescription },
  problems: ['DUPLICATE', 'CHECK_DIGIT_INVALID', 'RULE_VIOLATION', 'PLAINTEXT_PERSONAL_DATA'],
  requirements: [],
  examples: {},
});
