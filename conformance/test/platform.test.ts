import { proveFaults } from './prove-faults.ts';
import { proveReference } from './prove-reference.ts';
import { proveTranscript } from './prove-transcript.ts';

proveReference('platform');
proveTranscript('platform');
proveFaults(({ role, claims }) => role === 'platform' && claims === undefined);
