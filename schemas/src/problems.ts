import { defineProblems } from './define/problem.ts';

/** Every refusal of the standard. The vocabulary's `Problem` is the document that carries one. */
export const problems = defineProblems({
  NOT_FOUND: {
    status: 404,
    title: { en: 'Not found', zh: '不存在' },
    when: { en: "Unknown, or not the caller's.", zh: '不存在，或不属于调用方。' },
    retryable: false,
  },
  STATE_ILLEGAL: {
    status: 409,
    title: { en: 'Not allowed in this state', zh: '当前状态不允许' },
    when: {
      en: 'A command that the lifecycle table does not name from this state.',
      zh: '生命周期表未列出由当前状态出发的该命令。',
    },
    retryable: false,
  },
});
