import { type Checked, check } from '../src/run.ts';
import { type ReferenceClass, type ReferenceRole, reference } from './reference.ts';

const runs = new Map<string, Promise<Checked & { readonly defects: readonly unknown[] }>>();

/** The whole suite over the reference without a fault; one run serves every test of its file. */
export const cleanRun = (
  role: ReferenceRole,
  claims?: ReferenceClass,
): Promise<Checked & { readonly defects: readonly unknown[] }> => {
  const name = `${role} ${claims ?? ''}`;
  const known = runs.get(name);
  if (known !== undefined) return known;
  const made = reference(role, {}, { isPrinting: true, claims }).then(async (system) => ({
    ...(await check({ ...system, role })),
    defects: system.defects,
  }));
  runs.set(name, made);
  return made;
};
