import { type Contract, registry, toContract, withVersion } from '@openwaybill/schemas';
import { judge } from '@openwaybill/validate';
import { contractJudge } from '@openwaybill/validate/contract';
import { describe, expect, test } from 'vitest';
import { schemasOf } from '../src/diff/contract.ts';
import { type Guide, guidesOf, type ReleaseSetting, releaseOf } from '../src/index.ts';
import { maskedContacts } from '../src/migration/from-partial-masks.ts';
import { migration } from '../src/migration/guides.ts';
import { SMALL_CONTRACT } from './_small.ts';

const WALK = {
  vocabulary: 'aftership-tag',
  version: '1',
  source: 'a public list',
  rows: [
    { code: 'Pending', outcome: 'IGNORE' },
    { code: 'Delivered', eventCode: 'DELIVERED', confidence: 'LOW' },
  ],
};
const EXAMPLE = { vocabulary: 'a/1', given: { theirs: 1 }, want: [{ eventCode: 'DELIVERED' }] };

const setting: ReleaseSetting = {
  version: '1.0.0',
  status: 'draft',
  publishedOn: '2026-11-30',
  handedIn: new Map([
    ['crosswalks/aftership-tag-1.json', JSON.stringify(WALK)],
    ['migration/couriers.json', JSON.stringify([EXAMPLE])],
  ]),
};
const files = migration(releaseOf(toContract(registry), setting));

const NAMES = ['from-couriers-and-aggregators', 'from-generated-clients', 'from-partial-masks'];

test('each guide is there in both languages, and nothing else', () => {
  expect([...files.keys()].toSorted()).toEqual(
    [
      ...NAMES.flatMap((name) => [`migration/${name}.en.md`, `migration/${name}.zh.md`]),
      'migration/couriers.json',
    ].toSorted(),
  );
});

test.each<[string, { name: string; want: readonly string[] }]>([
  [
    'codes, losses and contacts of couriers',
    {
      name: 'from-couriers-and-aggregators.en',
      want: [
        '| `Delivered` |  | `DELIVERED` | LOW |',
        '| `Pending` |  | no event: it is lost |  |',
        '2 codes, 1 of them no event, 1 of low confidence. Read from a public list.',
        '| phone | `13800138000` | `*******8000` | `phone-1` | `contactMasked.phoneMasked` |',
        '"theirs": 1',
      ],
    },
  ],
  [
    'the same in Chinese',
    {
      name: 'from-couriers-and-aggregators.zh',
      want: ['不是事件：不保留', '共 2 个代码', '迁移前：', '本稿未经批准发布'],
    },
  ],
  [
    'every call by its names elsewhere',
    {
      name: 'from-generated-clients.en',
      want: [
        "| `POST /v1/waybills` | `POST('/v1/waybills')` | `WaybillApi.createWaybill` | `createWaybill` |",
      ],
    },
  ],
  [
    'numbers that were masked in part',
    {
      name: 'from-partial-masks.en',
      want: ['| `13800138000` | `138****8000` | `*******8000` |', '| `138****8000` | `***` |'],
    },
  ],
])('a guide tells %s', (_title, { name, want }) => {
  const text = files.get(`migration/${name}.md`) ?? '';
  for (const line of want) expect(text).toContain(line);
});

test('of the masked contacts one is refused, and the other passes', () => {
  const { before, after } = maskedContacts(registry);
  const [refused, taken] = [judge('ContactMasked', before), judge('ContactMasked', after)];
  expect(refused.ok ? [] : refused.issues.map(({ pointer }) => pointer)).toEqual(['/phoneMasked']);
  expect(taken.ok).toBe(true);
});

describe('from one major to the next', () => {
  const changed = (version: string): Contract => {
    const contract = JSON.parse(JSON.stringify(withVersion(SMALL_CONTRACT, version)));
    const { schema } = contract.schemas.WaybillCancellation;
    schema.properties.note = { type: 'string', minLength: 1, maxLength: 10 };
    schema.required.push('note');
    return contract;
  };
  const guideOf = (version: string): Guide | undefined =>
    guidesOf(releaseOf(changed(version), { ...setting, version, previous: SMALL_CONTRACT })).find(
      ({ name }) => !NAMES.includes(name),
    );

  test('a minor has none', () => {
    expect(guideOf('1.99.0')).toBeUndefined();
  });

  test('the skeleton names who acts, what changed and until when', () => {
    const guide = guideOf('2.0.0');
    expect(guide?.name).toBe(`${SMALL_CONTRACT.version}-2.0.0`);
    const titles = guide?.sections.map(({ title }) => title.en);
    expect(titles).toEqual([
      'In which order',
      'Timetable',
      'platform as caller',
      'Members',
      'What is refused',
    ]);
    const told = JSON.stringify(guide);
    for (const part of ['CMP-002', 'WaybillCancellation /note', '2026-11-30', '2028-11-30'])
      expect(told).toContain(part);
  });

  test('the body that it shows passes before and is refused after', () => {
    const shown = guideOf('2.0.0')
      ?.sections.find(({ id }) => id === 'bodies')
      ?.parts.flatMap((part) => (part.is === 'code' ? [JSON.parse(part.text)] : []));
    expect(shown).toHaveLength(1);
    const [body] = shown ?? [];
    const by = (contract: Contract) =>
      contractJudge(schemasOf(contract))('WaybillCancellation', body, 'receiver').map(
        ({ rule }) => rule,
      );
    expect([by(SMALL_CONTRACT), by(changed('2.0.0'))]).toEqual([[], ['required']]);
  });

  test.each([
    ['2026-02-28', '2028-02-28'],
    ['2024-02-29', '2026-02-28'],
    ['2026-12-31', '2028-12-31'],
  ])('what is published on %s supports the older until %s', (publishedOn, want) => {
    const release = releaseOf(changed('2.0.0'), {
      ...setting,
      version: '2.0.0',
      publishedOn,
      previous: SMALL_CONTRACT,
    });
    expect(JSON.stringify(guidesOf(release))).toContain(`"en":"${want}"`);
  });
});
