import { proveFaults } from './prove-faults.ts';
import { proveReference } from './prove-reference.ts';
import { proveTranscript } from './prove-transcript.ts';
import { reachTransitions } from './reach-transitions.ts';

proveReference('courier');
proveTranscript('courier');
reachTransitions('courier');
proveFaults(({ role, claims }) => role === 'courier' && claims === undefined);
