import { proveFaults } from '../prove-faults.ts';
import { proveReference } from '../prove-reference.ts';

proveReference('platform', 'signed-messages');
proveFaults(({ role, claims }) => role === 'platform' && claims !== undefined);
