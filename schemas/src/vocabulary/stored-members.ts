import { Ref, words } from '../define/index.ts';
import { Instant } from './instant.ts';
import { Revision } from './revision.ts';

/** Members of every stored resource, to be spread into it; lists are ordered by the second. */
export const storedMembers = {
  revision: Ref(Revision),
  createdAt: Ref(
    Instant,
    words(
      { en: 'Created at', zh: '创建时间' },
      { en: 'When the resource came to be; never changes.', zh: '资源创建的时刻，不再变化。' },
    ),
  ),
  updatedAt: Ref(
    Instant,
    words(
      { en: 'Updated at', zh: '更新时间' },
      { en: 'When a reader could last see a change.', zh: '最近一次可见变化的时刻。' },
    ),
  ),
};
