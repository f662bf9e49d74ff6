import type { Fault } from '../../words.ts';
import { alterAnswers } from '../bend.ts';

/** Faults of module `discovery` (CONFORMANCE 20). */
export const discoveryFaults: readonly Fault[] = [
  {
    id: 'answer-extra-member',
    kind: 'hand',
    role: 'courier',
    title: { en: 'an undeclared member in a waybill', zh: '运单含未声明成员' },
    violates: ['DSC-021'],
    bend: alterAnswers(
      'courier',
      ({ status, body }) =>
        status < 300 ? { body: { ...body, internalState: 'WAITING' } } : undefined,
      ['getWaybill'],
    ),
  },
  {
    id: 'sandbox-unmarked',
    kind: 'hand',
    role: 'courier',
    title: { en: 'leaves the mark of a sandbox out', zh: '沙箱应答未加标记' },
    violates: ['DSC-005'],
    bend: alterAnswers('courier', ({ headers }) => {
      headers.delete('OpenWaybill-Sandbox');
      return { headers };
    }),
  },
];
