import { type TSchema, Type } from '@sinclair/typebox';
import { privacy } from './privacy.ts';
import { Closed, ListOf, nameOf, Optional, Part, Ref } from './schema.ts';
import { type Text, words } from './text.ts';

/** The request of a bulk operation: `<Name>Batch`. */
export const batchOf = <T extends TSchema>(item: T, maxItems: number, title: Text) =>
  Closed(
    `${nameOf(item)}Batch`,
    { en: `Batch of: ${title.en}`, zh: `${title.zh}批量` },
    {
      en: 'Items are independent; results keep their order.',
      zh: '各项相互独立，结果保持请求顺序。',
    },
    {
      items: ListOf(
        Ref(item),
        1,
        maxItems,
        words(
          { en: 'Items', zh: '条目' },
          { en: 'What is asked for, one by one.', zh: '逐项请求。' },
        ),
      ),
    },
  );

/** The answer of a bulk operation: one result an item, in request order. `problem` is the vocabulary's `Problem`. */
export const batchResultOf = <T extends TSchema, P extends TSchema>(
  resource: T,
  problem: P,
  maxItems: number,
  title: Text,
) =>
  Closed(
    `${nameOf(resource)}BatchResult`,
    { en: `Results of a batch of: ${title.en}`, zh: `${title.zh}批量结果` },
    { en: 'One result an item, in request order.', zh: '每项一个结果，按请求顺序。' },
    {
      results: ListOf(
        Part({
          index: Type.Integer({
            minimum: 0,
            maximum: maxItems - 1,
            ...words(
              { en: 'Index', zh: '序号' },
              {
                en: 'Place of the item in the request, from 0.',
                zh: '条目在请求中的序号，从 0 起。',
              },
            ),
            ...privacy('public', 'technical'),
          }),
          status: Type.Integer({
            minimum: 200,
            maximum: 599,
            ...words(
              { en: 'Status', zh: '状态码' },
              {
                en: 'The HTTP status that the item alone would have got.',
                zh: '该项单独请求时的 HTTP 状态码。',
              },
            ),
            ...privacy('public', 'technical'),
          }),
          resource: Optional(Ref(resource)),
          problem: Optional(Ref(problem)),
        }),
        1,
        maxItems,
        words({ en: 'Results', zh: '结果' }, { en: 'One an item.', zh: '每项一个。' }),
      ),
    },
  );
