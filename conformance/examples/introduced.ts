import { credentialsFor, publicHalf } from '@openwaybill/conformance';
import type { Company } from './courier.ts';

/** The keys that the suite calls with, and what the courier ought to know of them before a run. */
export const introduced = async () => {
  const credentials = await credentialsFor('courier');
  const clients: Company['clients'] = Object.values(credentials).map(
    ({ clientId, partyId, role, key }) => ({ clientId, partyId, role, key: publicHalf(key) }),
  );
  return { credentials, clients, partyId: 'EXAMPLE1' };
};

/** What is built so far. The courier claims more, and that would fail: add the next id, and build on. */
export const BUILT = ['AUT-004', 'DSC-001', 'ORD-003', 'ORD-004'];
