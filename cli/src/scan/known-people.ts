import { createHash } from 'node:crypto';
import { type Canary, type Digest, needlesOf, scannerOf } from '@openwaybill/privacy/scan';

/** The digests that are mistaken for tokens. */
const digests: readonly Digest[] = ['md5', 'sha1', 'sha256', 'sha512', 'sm3'].map((name) => ({
  name,
  of: (bytes) => createHash(name).update(bytes).digest('hex'),
}));

const MEMBERS = [
  'name',
  'mobile',
  'road',
  'building',
  'unitRoom',
  'idNumber',
  'note',
  'title',
] as const;

/** People of a file: a list of objects with any of the members of a canary. Nothing where it is none. */
export const peopleOf = (value: unknown): readonly Canary[] | undefined => {
  if (!Array.isArray(value) || value.length === 0) return undefined;
  const people = value.map((one, at): Canary | undefined => {
    if (typeof one !== 'object' || one === null) return undefined;
    const given = one as Readonly<Record<string, unknown>>;
    if (!MEMBERS.some((member) => typeof given[member] === 'string')) return undefined;
    const text = (member: string): string =>
      typeof given[member] === 'string' ? given[member] : '';
    return {
      id: text('id') === '' ? `person ${at}` : text('id'),
      name: text('name'),
      mobile: text('mobile'),
      road: text('road'),
      building: text('building'),
      unitRoom: text('unitRoom'),
      idNumber: text('idNumber'),
      note: text('note'),
      title: text('title'),
    };
  });
  return people.every((one) => one !== undefined) ? people : undefined;
};

/** Looks for these people in every form, encoding, digest and wrapping. */
export const findPeople = (people: readonly Canary[]) => {
  const scan = scannerOf(people.flatMap((person) => needlesOf(person, digests)));
  return (text: string): readonly { readonly form: string; readonly offset: number }[] =>
    scan(text).map(({ wanted, offset, wrappings }) => ({
      form: [
        `${wanted.kind} of ${wanted.canary}, ${wanted.label}`,
        ...wrappings.map((wrapping) => `in ${wrapping}`),
      ].join(', '),
      offset,
    }));
};
