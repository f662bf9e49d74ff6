import {
  type Static,
  type TArray,
  type TObject,
  type TOptional,
  type TSchema,
  type TUnsafe,
  Type,
} from '@sinclair/typebox';
import { privacy } from './privacy.ts';
import { Closed, idOf, ListOf, nameOf, Optional, Ref } from './schema.ts';
import { type Text, words } from './text.ts';

type Page<T extends TSchema> = TObject<{
  items: TArray<TUnsafe<Static<T>>>;
  nextCursor: TOptional<TUnsafe<string>>;
}>;

/** The opaque place in a list to go on from. */
export const Cursor = Type.String({
  $id: idOf('Cursor'),
  ...words(
    { en: 'Cursor', zh: '游标' },
    {
      en: 'Opaque place in a list to go on from, with the same other parameters as before. It lives at least 24 hours, then it is CURSOR_EXPIRED.',
      zh: '列表中不透明的续读位置，续读时其他参数不变。有效期至少 24 小时，此后为 CURSOR_EXPIRED。',
    },
  ),
  minLength: 1,
  maxLength: 200,
  ...privacy('business', 'technical'),
});

/** A page of resources: `<Name>Page`. The operation that answers it takes `cursor` and `limit` by that alone. */
export const pageOf = <T extends TSchema>(item: T, title: Text): Page<T> =>
  Closed(
    `${nameOf(item)}Page`,
    { en: `Page of: ${title.en}`, zh: `${title.zh}分页` },
    {
      en: 'Items in the order of their creation, unless the operation says otherwise. No change moves an item, so that a walk shows what was there at its start once. Without nextCursor it is the last page.',
      zh: '除操作另有说明外按创建先后排列。变更不移动条目，故遍历开始时已有者各出现一次。无 nextCursor 即为末页。',
    },
    {
      items: ListOf(
        Ref(item),
        0,
        200,
        words({ en: 'Items', zh: '条目' }, { en: 'Items of this page.', zh: '本页条目。' }),
      ),
      nextCursor: Optional(Ref(Cursor)),
    },
  ) as unknown as Page<T>;

/** Whether a schema is a page: a closed list of items with the cursor to go on from, and nothing else. */
export const isPage = (schema: TSchema | undefined): boolean =>
  Object.keys(schema?.properties ?? {}).join() === 'items,nextCursor';
