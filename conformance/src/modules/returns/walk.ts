import { walkFrom } from '../../models/walk-from.ts';
import { returnBody } from './return-body.ts';

/** Returns at a courier, which knows nothing of what follows the receipt. */
export const returnWalk = walkFrom({
  entity: 'return',
  role: 'courier',
  read: 'getReturn',
  begin: {
    operation: 'authoriseReturn',
    needs: 'SCANS',
    input: async (stage) => {
      const body = await returnBody(stage);
      return body === undefined ? undefined : { body };
    },
  },
  unreached: ['INSPECTED', 'REFUNDED', 'REFUSED'],
});
