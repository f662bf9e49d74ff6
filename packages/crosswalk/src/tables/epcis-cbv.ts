import { eventCodeEntry } from '@openwaybill/schemas';
import { CBV } from '../epcis/cbv.ts';
import type { EventRow, Table } from '../row.ts';
import type { EventCode } from '../tracking-event.ts';

/** The first event code of each pair. A pair whose first code no adapter makes has no row. */
const rows = (): readonly EventRow[] => {
  const seen = new Set<string>();
  return (Object.keys(CBV) as EventCode[]).flatMap((eventCode): EventRow[] => {
    const { bizStep, disposition } = CBV[eventCode];
    const pair = `${bizStep} ${disposition ?? ''}`;
    if (seen.has(pair)) return [];
    seen.add(pair);
    if (eventCodeEntry(eventCode)?.adapted === false) return [];
    const key = { code: bizStep, ...(disposition === undefined ? {} : { subCode: disposition }) };
    return [
      {
        ...key,
        eventCode,
        confidence: 'LOW',
        ...(eventCode === 'PICKUP_FAILED' || eventCode === 'DELIVERY_ATTEMPT_FAILED'
          ? { reason: 'OTHER' }
          : {}),
        ...(eventCode === 'RETURN_STARTED' || eventCode === 'RETURN_DELIVERED'
          ? { leg: 'RETURN' }
          : {}),
      },
    ];
  });
};

/** EPCIS 2.0: bizStep, and disposition, of an event that another system wrote. */
export const epcisCbv: Table = {
  vocabulary: 'epcis-cbv',
  version: '2.0',
  source: 'GS1 EPCIS and CBV 2.0; the assignments are those of this project',
  rows: rows(),
};
