import { proveFaults } from '../prove-faults.ts';

proveFaults(
  ({ role }) => role === 'courier',
  (all) => all,
);
