import { nearest } from '@openwaybill/validate/light';
import type { Common } from '../common.ts';
import { complain } from '../complaint.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import { OTHER_PRODUCTS, PRODUCTS } from '../products.ts';

export type GenerateAnyOptions = Common & {
  readonly what: string;
  readonly out?: string;
  readonly check: boolean;
  /** Programming language of a client. */
  readonly programming: string;
  readonly role: string;
  /** Modules of a client, with commas between them; all where it is left out. */
  readonly modules?: string;
};

/** Finds the generator of what is asked for. */
export const generateAny = async (options: GenerateAnyOptions, io: Io): Promise<ExitCode> => {
  const product = PRODUCTS.find((one) => one === options.what);
  if (product !== undefined) {
    const { generate } = await import('./generate.ts');
    return generate({ ...options, what: product }, io);
  }
  if (options.what === 'portal') {
    const { generatePortal } = await import('./generate-portal.ts');
    return generatePortal(options, io);
  }
  if (options.what === 'client') {
    const { generateClientFiles } = await import('./generate-client.ts');
    return generateClientFiles(options, io);
  }
  const meant = nearest(options.what, [...PRODUCTS, ...OTHER_PRODUCTS]);
  return complain(io, options, {
    code: EXIT.usage,
    seen: { en: `there is no product ${options.what}`, zh: `没有产物 ${options.what}` },
    wanted: {
      en: `one of ${[...PRODUCTS, ...OTHER_PRODUCTS].join(', ')} is needed`,
      zh: `可选 ${[...PRODUCTS, ...OTHER_PRODUCTS].join('、')}`,
    },
    remedy:
      meant === undefined
        ? { en: 'name one of them', zh: '请指定其一' }
        : { en: `write ${meant}, if you meant that`, zh: `若是 ${meant}，请改用此名` },
  });
};
