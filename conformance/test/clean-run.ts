import { type Checked, check } from '../src/run.ts';
import { labelPdf, labelWasm } from './label-files.ts';
import { type ReferenceRole, reference } from './reference.ts';

const runs = new Map<ReferenceRole, Promise<Checked & { readonly defects: readonly unknown[] }>>();

/** The whole suite over the reference without a fault; one run serves every test of a file. */
export const cleanRun = (
  role: ReferenceRole,
): Promise<Checked & { readonly defects: readonly unknown[] }> => {
  const known = runs.get(role);
  if (known !== undefined) return known;
  const made = reference(role, {}, { labelPdf }).then(async (system) => ({
    ...(await check({ ...system, role, labelWasm })),
    defects: system.defects,
  }));
  runs.set(role, made);
  return made;
};
