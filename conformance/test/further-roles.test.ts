import { SERVING_ROLES } from '@openwaybill/schemas';
import { proveFaults } from './prove-faults.ts';
import { proveReference } from './prove-reference.ts';

const isFurther = (role: string): boolean => role !== 'courier' && role !== 'platform';

for (const role of SERVING_ROLES) if (isFurther(role)) proveReference(role);
proveFaults(({ role }) => isFurther(role));
