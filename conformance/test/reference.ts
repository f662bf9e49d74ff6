import {
  createMock,
  logged,
  type MockOptions,
  memoryStore,
  type Redaction,
} from '@openwaybill/mock';
import { signatureProfile } from '@openwaybill/privacy/signed-messages';
import type { SERVING_ROLES } from '@openwaybill/schemas';
import {
  type Reference,
  type ReferenceMaker,
  referenceOf,
  type Wish,
} from '../src/prove/reference.ts';
import type { Bend, Fault } from '../src/words.ts';
import { labelPdf, labelWasm } from './label-files.ts';

export type ReferenceRole = (typeof SERVING_ROLES)[number];

/** A class that a reference claims beside those that its role has. */
export type ReferenceClass = Fault['claims'];

/** The mock server, as the reference that faults bend. */
export const maker: ReferenceMaker<MockOptions & { readonly redaction?: Redaction }> = {
  complete: (options, { claims, isPrinting }) => ({
    ...options,
    world: {},
    movement: 'NONE',
    store: memoryStore(),
    clockMode: 'FROZEN',
    environment: 'SANDBOX',
    unknownMembers: 'STRICT',
    developmentTokens: false,
    ...(claims === 'signed-messages' ? { signedMessages: signatureProfile } : {}),
    ...(isPrinting === true ? { labelPdf } : {}),
  }),
  start: async (options, log) => {
    const mock = await createMock(options);
    const { registry, role, wallClock: now, redaction } = options;
    const shown = redaction === undefined ? {} : { redaction };
    return {
      settled: async () => {
        // a clock that stands has nothing that comes due by itself
        if (options.clockMode === 'REAL') await mock.tick();
        await mock.settled();
      },
      fetch:
        log === undefined ? mock.fetch : logged(mock.fetch, { registry, role, now, log, ...shown }),
    };
  },
  labelWasm,
};

/** No fault: the clock of the reference goes with real time, as that of a system without test control does. */
export const IN_REAL_TIME: Bend = { options: (options) => ({ ...options, clockMode: 'REAL' }) };

/** The mock in one role, in memory; bent, if a fault is to be seen. */
export const reference = (
  role: ReferenceRole,
  bend: Bend = {},
  more: Omit<Wish, 'role' | 'bend'> = {},
): Promise<Reference> => referenceOf(maker, { role, bend, ...more });
