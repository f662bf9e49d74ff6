import { alterAnswers, alterRequests, requestWith, withMember } from '../../faults/bend.ts';
import type { Fault } from '../../words.ts';

const withoutRuns = (text: string): string =>
  text.replace(/[0-9０-９〇零一二三四五六七八九-]{7,}/g, '');

/** Faults of what members say of themselves. */
export const annotationFaults: readonly Fault[] = [
  {
    id: 'unparsed-uncapped',
    kind: 'hand',
    role: 'platform',
    title: { en: 'shows the road of an address in free text', zh: '展示未结构化地址的道路' },
    violates: ['PRV-005', 'MSK-003'],
    bend: alterAnswers(
      'platform',
      ({ status, asked, body }) =>
        status === 201 && asked?.address?.structured === false
          ? {
              body: withMember(body, ['consignee', 'addressMasked'], (address) => ({
                ...(address as object),
                road: asked.address.road.slice(0, 6),
              })),
            }
          : undefined,
      ['registerConsignee'],
    ),
  },
  {
    id: 'digits-in-note',
    kind: 'hand',
    role: 'platform',
    title: { en: 'takes a number to call in a note', zh: '备注可含电话号码' },
    violates: ['PRV-006'],
    bend: alterRequests(
      'platform',
      async (request, body) =>
        typeof body?.deliveryNote === 'string' &&
        withoutRuns(body.deliveryNote) !== body.deliveryNote
          ? requestWith(request, { body: withMember(body, ['deliveryNote'], withoutRuns) })
          : undefined,
      ['registerConsignee'],
    ),
  },
  {
    id: 'accept-plain-in-masked',
    kind: 'hand',
    role: 'courier',
    title: { en: 'takes a plain name for a masked one', zh: '接受脱敏成员中的明文' },
    violates: ['PRV-007', 'ORD-002'],
    bend: alterRequests(
      'courier',
      async (request, body) => {
        const name = body?.consignee?.contactMasked?.nameMasked;
        return typeof name === 'string' && !name.includes('*')
          ? requestWith(request, {
              body: withMember(body, ['consignee', 'contactMasked', 'nameMasked'], () => '***'),
            })
          : undefined;
      },
      ['submitOrder'],
    ),
  },
];
