import { Ref, words } from '../define/index.ts';
import { Instant } from './instant.ts';

/** The parameter of a list that a copy is kept up to date with, to be spread into its query. */
export const updatedSince = {
  updatedSince: Ref(
    Instant,
    words(
      { en: 'Updated since', zh: '更新起始' },
      {
        en: 'Only what has its updatedAt at or after it. Who keeps a copy asks next with the instant at which the walk before began: what changed during a walk then comes again.',
        zh: '仅返回 updatedAt 不早于该时刻者。保存副本者下次以上一次遍历开始的时刻查询：遍历期间变化者将再次返回。',
      },
    ),
  ),
};
