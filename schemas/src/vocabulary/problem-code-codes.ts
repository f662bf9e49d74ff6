import { defineCodeList, type ProblemCode as Refusal, type Text } from '../define/index.ts';
import { problems } from '../problems.ts';

/** The codes of the table of problems, which is the one place where they are written. */
export const ProblemCode = defineCodeList({
  name: 'ProblemCode',
  version: '2026-11',
  title: { en: 'Code of a problem', zh: '问题代码' },
  description: { en: 'Why a request was refused.', zh: '请求被拒绝的原因。' },
  // a caller treats a code of a later minor by its status and `retryable`
  growth: { fallback: 'IGNORE' },
  codes: Object.fromEntries(
    Object.entries(problems).map(([code, { title, when }]) => [
      code,
      { ...title, definition: when },
    ]),
  ) as { readonly [C in Refusal]: Text & { readonly definition: Text } },
});
export type ProblemCode = Refusal;
