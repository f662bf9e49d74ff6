import { type Registry, registry } from '@openwaybill/schemas';

/** All that the standard has. The bundler puts `kept.ts` in this place. */
export const standard = (): Registry => registry;
