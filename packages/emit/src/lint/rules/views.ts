import { Consignee, Consignor, type PlainSchema, POLICY } from '@openwaybill/schemas';
import { found, type LintRule } from '../rule.ts';

const PERSONS = { Consignee, Consignor } as unknown as Readonly<Record<string, PlainSchema>>;

/** Members of a person that the policy knows: in a view, or in none for ever. */
const KNOWN = new Set<string>([
  ...Object.values(POLICY.views)
    .flatMap(({ members }) => members as readonly string[])
    .map((member) => member.split('.')[0] ?? ''),
  ...POLICY.neverInAView,
]);

/** Members of a person of which nobody has said who may see them. */
export const PRIVACY_VIEW: LintRule = {
  id: 'privacy-view',
  refuses: { en: 'a member of a person that no view decides on', zh: '任何视图均未涉及的个人成员' },
  isForbidden: true,
  judge: ({ persons = PERSONS }) =>
    Object.entries(persons).flatMap(([name, schema]) =>
      Object.keys(schema.properties ?? {})
        .filter((member) => !KNOWN.has(member))
        .map((member) =>
          found(
            name,
            `/properties/${member}`,
            'no view has it and it is not among those that none has; decide in the policy',
          ),
        ),
    ),
};
