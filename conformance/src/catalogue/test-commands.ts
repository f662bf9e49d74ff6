import { registry } from '@openwaybill/schemas';

/** Every command of test control that the standard has. */
export const TEST_COMMANDS: readonly string[] = Object.keys(
  registry.codeLists.find(({ name }) => name === 'TestCommand')?.codes ?? {},
);
