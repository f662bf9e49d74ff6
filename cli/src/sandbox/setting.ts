import type { MockSetting } from './run-file.ts';
import type { Sandbox, SandboxOptions } from './start.ts';

/** What a sandbox is made of, as far as the setting of a mock server says it. */
export const sandboxSetting = (setting: MockSetting, world: SandboxOptions['world']) =>
  ({
    seed: setting.seed,
    clockMode: setting.clock === 'real' ? 'REAL' : 'FROZEN',
    unknownMembers: setting.tolerant ? 'TOLERANT' : 'STRICT',
    movement: setting.still ? 'NONE' : 'SCENARIO',
    isMagic: setting.isMagic,
    hasControl: setting.control,
    isJoined: true,
    isLater: setting.future || setting.release !== undefined,
    ...(setting.release === undefined ? {} : { release: setting.release }),
    signTime: setting.signTime === 'virtual' ? 'VIRTUAL' : 'REAL',
    world,
  }) satisfies Partial<SandboxOptions>;

/** Sends the events of the core exchange to a receiver without a subscription, where the setting names one. */
export const openSinks = async (
  { eventsTo }: MockSetting,
  { file }: SandboxOptions['world'],
  { parties }: Sandbox,
): Promise<void> => {
  if (eventsTo === undefined) return;
  for (const { role, mock } of parties) {
    const to = file[role === 'platform' ? 'courier' : 'platform'].partyId;
    await mock.control.of(to).sinks.put('events-to', { url: eventsTo });
  }
};
