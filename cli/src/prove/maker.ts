import type { ReferenceMaker } from '@openwaybill/conformance/prove';
import {
  createMock,
  logged,
  type MockOptions,
  memoryStore,
  type Redaction,
} from '@openwaybill/mock';
import { systemSha256 } from '@openwaybill/mock/node';
import { signatureProfile } from '@openwaybill/privacy/signed-messages';
import { labelPrinter, labelWasm } from '../label-files.ts';

/** The mock server as the reference that the suite is proven with: strict, in memory, standing still. */
export const mockMaker = (): ReferenceMaker<MockOptions & { readonly redaction?: Redaction }> => {
  const labelPdf = labelPrinter();
  return {
    complete: (options, { claims, isPrinting }) => ({
      ...options,
      world: {},
      movement: 'NONE',
      store: memoryStore(),
      sha256: systemSha256,
      clockMode: 'FROZEN',
      environment: 'SANDBOX',
      unknownMembers: 'STRICT',
      developmentTokens: false,
      ...(claims === 'signed-messages' ? { signedMessages: signatureProfile } : {}),
      ...(isPrinting === true && labelPdf !== undefined ? { labelPdf } : {}),
    }),
    start: async (options, log) => {
      const mock = await createMock(options);
      const { registry, role, wallClock: now, redaction } = options;
      const shown = redaction === undefined ? {} : { redaction };
      return {
        settled: mock.settled,
        fetch:
          log === undefined
            ? mock.fetch
            : logged(mock.fetch, { registry, role, now, log, ...shown }),
      };
    },
    labelWasm: labelWasm(),
  };
};
