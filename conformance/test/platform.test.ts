import { proveFaults } from './prove-faults.ts';
import { proveReference } from './prove-reference.ts';
import { proveTranscript } from './prove-transcript.ts';
import { reachTransitions } from './reach-transitions.ts';

proveReference('platform');
proveTranscript('platform');
reachTransitions('platform');
proveFaults(({ role, claims }) => role === 'platform' && claims === undefined);
