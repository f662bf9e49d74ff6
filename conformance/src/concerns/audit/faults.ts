import { alterAnswers } from '../../faults/bend.ts';
import { alterStored } from '../../faults/stored.ts';
import type { Fault } from '../../words.ts';

/** Another digest than the one that was stored. */
const otherHash = (body: unknown): string => {
  const text = String(body);
  return `${text.startsWith('0') ? '1' : '0'}${text.slice(1)}`;
};

/** Faults of the audit log. */
export const auditFaults: readonly Fault[] = [
  {
    id: 'log-rewritten',
    kind: 'hand',
    role: 'platform',
    title: { en: 'changes entries that it has given receipts for', zh: '改写已出具凭据的审计条目' },
    violates: ['AUD-001'],
    bend: alterStored(['audit-node'], (row, switchOn) => {
      switchOn.fired();
      return { ...row, body: otherHash(row.body) };
    }),
  },
  {
    id: 'audit-plain',
    kind: 'hand',
    role: 'platform',
    title: { en: 'puts the reference of a person into its log', zh: '在审计条目中写入收件人引用' },
    violates: ['AUD-002'],
    bend: alterAnswers(
      'platform',
      ({ request, status, body }) => {
        const consigneeRef = new URL(request.url).searchParams.get('consigneeRef');
        return status === 200 && consigneeRef !== null
          ? {
              body: {
                ...body,
                items: body.items.map((one: object) => ({
                  ...one,
                  extensions: { 'test.log': { subject: consigneeRef } },
                })),
              },
            }
          : undefined;
      },
      ['listRevealAuditEntries'],
    ),
  },
];
