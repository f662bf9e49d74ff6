import { proveFaults } from './prove-faults.ts';
import { proveReference } from './prove-reference.ts';
import { proveTranscript } from './prove-transcript.ts';

proveReference('courier');
proveTranscript('courier');
proveFaults(({ role, claims }) => role === 'courier' && claims === undefined);
