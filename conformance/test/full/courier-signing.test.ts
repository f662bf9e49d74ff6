import { proveFaults } from '../prove-faults.ts';
import { proveReference } from '../prove-reference.ts';

proveReference('courier', 'signed-messages');
proveFaults(({ role, claims }) => role === 'courier' && claims !== undefined);
