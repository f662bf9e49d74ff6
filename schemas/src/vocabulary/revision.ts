import { Type } from '@sinclair/typebox';
import { idOf, privacy, words } from '../define/index.ts';

/** Counts what a reader can see: 1 at creation, one more at every visible change. */
export const Revision = Type.Integer({
  $id: idOf('Revision'),
  ...words(
    { en: 'Revision', zh: '版本号' },
    {
      en: 'Number of the state of a resource: 1 at creation, one more at every change that a reader can see.',
      zh: '资源状态的编号：创建时为 1，每次可见变化加一。',
    },
  ),
  minimum: 1,
  maximum: Number.MAX_SAFE_INTEGER,
  ...privacy('business', 'technical'),
});
