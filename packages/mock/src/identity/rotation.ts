import { DAY, instantOf } from '../engine/clock.ts';
import type { System, TimerHandler } from '../engine/system.ts';
import { recordRow } from '../store/resource.ts';
import type { Unit } from '../store/unit.ts';
import { NO_ROTATION, type Rotation } from './key-ring.ts';

const ROTATION = 'key-rotation';
const OWN = 'own';
/** For a day both keys sign; the former one stays published for seven days after it signed last. */
const SIGNS_FOR = DAY;
const PUBLISHED_FOR = SIGNS_FOR + 7 * DAY;

/** Timers of a rotation, by kind; each names the rotation by its number. */
export const FORMER_KEY_SIGNS_NO_MORE = 'former-key-signs-no-more';
export const FORMER_KEY_GOES = 'former-key-goes';

/** Where the rotation of the own keys stands. */
export const rotationOf = async (unit: Unit): Promise<Rotation> =>
  (await unit.get<Rotation>(ROTATION, OWN)) ?? NO_ROTATION;

const turn = async (system: System, unit: Unit, now: string, rotation: Rotation): Promise<void> => {
  // no tenant owns it: all of them see the same keys
  unit.put(recordRow(ROTATION, OWN, '', now, rotation));
  await system.keys.turn(rotation);
};

/** Every counterparty is told, by its own clock, which keys hold from now on. */
const tellOfKeys = (system: System): void => {
  const { registry, counterparties } = system.options;
  const type = 'org.openwaybill.discovery.keys.rotated';
  const told = registry.events.find((event) => event.type === type)?.to ?? [];
  const keyIds = [...system.keys.published.map(({ kid }) => kid), String(system.keys.sealing.kid)];
  const receivers = counterparties.filter(({ role }) => told.includes(role));
  for (const to of new Set(receivers.map(({ partyId }) => partyId)))
    system.background(async () => {
      const at = await system.transact(to, async (unit, now) => {
        await system.emit(unit, now, { type, to, data: { keyIds } });
        return Date.parse(now);
      });
      await system.advance(to, at);
    });
};

/** Replaces the signing key by the clock of a tenant. False where a rotation has not come to its end. */
export const rotateKeys = async (
  system: System,
  unit: Unit,
  now: string,
  tenant: string,
): Promise<boolean> => {
  const { count, former } = await rotationOf(unit);
  if (former !== 'GONE') return false;
  await turn(system, unit, now, { count: count + 1, former: 'SIGNS', tenant });
  const at = Date.parse(now);
  const timer = { tenant, ref: String(count + 1) };
  system.schedule(unit, {
    ...timer,
    kind: FORMER_KEY_SIGNS_NO_MORE,
    dueAt: instantOf(at + SIGNS_FOR),
  });
  system.schedule(unit, { ...timer, kind: FORMER_KEY_GOES, dueAt: instantOf(at + PUBLISHED_FOR) });
  tellOfKeys(system);
  return true;
};

export const formerKeySignsNoMore: TimerHandler = async (system, unit, now, ref) => {
  const rotation = await rotationOf(unit);
  if (String(rotation.count) === ref)
    await turn(system, unit, now, { ...rotation, former: 'PUBLISHED' });
};

export const formerKeyGoes: TimerHandler = async (system, unit, now, ref) => {
  const rotation = await rotationOf(unit);
  if (String(rotation.count) !== ref) return;
  await turn(system, unit, now, { ...rotation, former: 'GONE' });
  tellOfKeys(system);
};

/** A clock that is set back takes the timers of a rotation along, so what it began is over at once. */
export const endRotationOf = async (
  system: System,
  unit: Unit,
  now: string,
  tenant: string,
): Promise<void> => {
  const rotation = await rotationOf(unit);
  if (rotation.tenant === tenant && rotation.former !== 'GONE')
    await formerKeyGoes(system, unit, now, String(rotation.count));
};
