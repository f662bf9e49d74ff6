import {
  Consignee,
  Consignor,
  idOf,
  isAtLeast,
  POLICY,
  PRIVACY_CLASSES,
  type PrivacyClassName,
  registry,
  type StageColumn,
  type Viewer,
  type ViewerEntry,
  type ViewName,
} from '@openwaybill/schemas';
import type { JsonSchema } from '@openwaybill/validate';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addr1,
  cellOf,
  type Grant,
  grantsFor,
  maskContact,
  projectMessage,
  projectSchema,
  projectValue,
  schemasOfCell,
  servedView,
  viewerOf,
} from '../src/index.ts';
import { dereference, privacyOf, target } from '../src/schema-walk.ts';
import { address, mobile, name } from './arbitraries.ts';

const VIEWERS = Object.keys(POLICY.viewers) as readonly Viewer[];
const VIEWS = Object.keys(POLICY.views) as readonly ViewName[];
const cells = VIEWERS.flatMap((viewer) =>
  POLICY.columns.map((column): readonly [Viewer, StageColumn] => [viewer, column]),
);

describe('the schema of a view', () => {
  test.each([
    ['reference', ['consigneeRef']],
    ['routing', ['region', 'routing']],
    ['tail', ['waybillNo', 'phoneMasked']],
    ['masked', ['consigneeRef', 'contactMasked', 'addressMasked']],
    ['door', ['waybillNo', 'nameMasked', 'phoneMasked', 'address', 'deliveryNote']],
    ['reveal', ['name', 'phone', 'phoneKind', 'address', 'deliveryNote']],
    ['statistics', []],
  ] as const)('%s has its members and no other', (view, want) => {
    const schema = projectSchema(Consignee, view, registry);
    expect(Object.keys(schema.properties as object)).toEqual(want);
    expect(schema.additionalProperties).toBe(false);
  });

  test('a routing view cuts the region down to its codes', () => {
    const { region } = projectSchema(Consignee, 'routing', registry).properties as Record<
      string,
      JsonSchema
    >;
    expect(Object.keys(region?.properties as object).sort()).toEqual([
      'countryCode',
      'regionCode',
      'regionCodeVersion',
      'subdivisionCode',
    ]);
    expect(region?.additionalProperties).toBe(false);
  });

  test('it has a name of its own, beside the words of the wire', () => {
    expect(projectSchema(Consignor, 'masked', registry).$id).toBe(
      idOf('ConsignorMasked').replace('/schemas/', '/policy/'),
    );
  });

  test('every member of a person is in a view, or listed as never', () => {
    const shown = new Set<string>([
      ...Object.values(POLICY.views).flatMap(({ members }) =>
        members.map((member) => member.split('.')[0] ?? ''),
      ),
      ...POLICY.neverInAView,
    ]);
    expect(Object.keys(Consignee.properties).filter((member) => !shown.has(member))).toEqual([]);
    expect(Object.keys(Consignor.properties)).toEqual(Object.keys(Consignee.properties));
  });
});

/** The highest class of a schema's leaves, by a walk of its own. */
const classesOf = (schema: JsonSchema): readonly PrivacyClassName[] => {
  const whole = dereference(schema, registry) ?? {};
  const own = typeof schema.$ref === 'string' ? privacyOf(schema)?.class : undefined;
  if (own !== undefined) return [own];
  if (whole.items !== undefined) return classesOf(whole.items as JsonSchema);
  if (whole.properties !== undefined)
    return Object.values(whole.properties as Record<string, JsonSchema>).flatMap(classesOf);
  return [privacyOf(whole)?.class ?? 'secret'];
};

const ROWS = [undefined, ...POLICY.purposes] as const;

describe.each(cells)('%s in %s', (viewer, column) => {
  test('has closed schemas, and nothing personal without a purpose', () => {
    for (const limit of ROWS) {
      const source = limit?.about === 'consignor' ? Consignor : Consignee;
      const all = schemasOfCell(source, viewer, column, limit, registry);
      for (const schema of all) expect(schema.additionalProperties).toBe(false);
      const ordinary = schemasOfCell(source, viewer, column, undefined, registry);
      expect(ordinary.flatMap(classesOf).filter((one) => isAtLeast(one, 'personal'))).toEqual([]);
      if (limit === undefined || !limit.roles.some((role) => role === roleOf(viewer)))
        expect(all).toEqual(ordinary);
    }
  });
});

const roleOf = (viewer: Viewer) => {
  const entry: ViewerEntry = POLICY.viewers[viewer];
  return entry.role;
};

test.each([
  [{ role: 'courier' }, 'COURIER_CORE'],
  [{ role: 'courier', facet: 'LAST_MILE' }, 'COURIER_LAST_MILE'],
  [{ role: 'merchant', purposes: ['SERVICE_AFTER_SALES'] }, 'MERCHANT'],
  [{ role: 'merchant', purposes: ['FULFIL_SELF_SHIP'] }, 'MERCHANT_SELF_SHIP'],
  [{ role: 'isv', purposes: ['FULFIL_SELF_SHIP'] }, 'MERCHANT_SELF_SHIP'],
  [{ role: 'isv' }, 'ISV'],
  [{}, 'ANONYMOUS'],
] as const)('%j is the viewer %s', (given, want) => {
  expect(viewerOf(given)).toBe(want);
});

/** A whole person as a vault could tell it. */
const person = () =>
  fc.tuple(name(), mobile(), address()).map(([who, number, where]) => {
    const contactMasked = maskContact({ name: who, mobile: number });
    return {
      consigneeRef: 'cr1_AAECAwQFBgcICQoLDA0ODw4',
      waybillNo: 'ZZ0000000001',
      region: where.region,
      routing: { sortingCode: 'DL-01' },
      ...contactMasked,
      contactMasked,
      addressMasked: addr1(where, 'TOWN'),
      name: who,
      phone: '+8619900000000',
      phoneKind: 'VIRTUAL',
      mobile: `+86${number}`,
      address: where,
      deliveryNote: '放门口',
    };
  });

const strings = (value: unknown): readonly string[] =>
  typeof value === 'string'
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(strings)
      : [];

describe('the value of a view', () => {
  test('is projected once and for all', () => {
    fc.assert(
      fc.property(person(), fc.constantFrom(...VIEWS), (whole, view) => {
        const once = projectValue(whole, view);
        expect(projectValue(once, view)).toEqual(once);
      }),
      { numRuns: 2000 },
    );
  });

  test('without a purpose a viewer sees four digits of a phone at most', () => {
    fc.assert(
      fc.property(person(), fc.constantFrom(...VIEWERS), (whole, viewer) => {
        const number = whole.mobile.slice(3);
        const shown = POLICY.columns.flatMap((column) => {
          const served = servedView(cellOf(viewer, column), column);
          return served === undefined
            ? []
            : strings(projectValue(whole, served.toLowerCase() as ViewName));
        });
        const forms = new Set(shown.filter((text) => text.startsWith('*******')));
        return (
          forms.size <= 1 &&
          [...forms].every((form) => form === `*******${number.slice(-4)}`) &&
          !shown.some((text) => text.includes(number) || text === whole.name)
        );
      }),
      { numRuns: 3000 },
    );
  });
});

/** Messages that have an example, with all valid ones. */
const MESSAGES = [...registry.schemas.values()].flatMap(({ name: message, examples }) =>
  Object.values(examples.valid).map((value) => ({ message, value: value as unknown })),
);

const grant = (messageName: string, pointer: string, maxClass: PrivacyClassName): Grant => ({
  messageName,
  pointer,
  toRole: 'courier',
  maxClass,
});

/** Leaves of a message with pointer and class, by a walk that is not the projection's. */
const leavesOf = (
  value: unknown,
  written: JsonSchema,
  pointer = '',
): readonly (readonly [string, PrivacyClassName])[] => {
  const own = typeof written.$ref === 'string' ? privacyOf(written)?.class : undefined;
  const schema = target(written, value, registry);
  if (schema === undefined) return [];
  const below =
    Array.isArray(value) && schema.items !== undefined
      ? value.flatMap((item) => leavesOf(item, schema.items as JsonSchema, `${pointer}/*`))
      : typeof value === 'object' && value !== null && schema.properties !== undefined
        ? Object.entries(value).flatMap(([member, one]) =>
            leavesOf(
              one,
              (schema.properties as Record<string, JsonSchema>)[member] ?? {},
              `${pointer}/${member}`,
            ),
          )
        : undefined;
  const classOf = own ?? privacyOf(schema)?.class;
  if (below === undefined) return classOf === undefined ? [] : [[pointer, classOf]];
  return own === undefined ? below : below.map(([at]) => [at, own]);
};

const someGrants = (message: string, pointers: readonly string[]) =>
  fc.array(
    fc
      .tuple(fc.constantFrom('', ...pointers), fc.constantFrom(...PRIVACY_CLASSES))
      .map(([pointer, maxClass]) => grant(message, pointer, maxClass)),
    { minLength: 1, maxLength: 4 },
  );

const someMessage = () =>
  fc.constantFrom(...MESSAGES).chain(({ message, value }) => {
    const schema = registry.schemas.get(message)?.schema ?? {};
    const pointers = leavesOf(value, schema).map(([pointer]) => pointer);
    return fc.record({
      message: fc.constant(message),
      value: fc.constant(value),
      schema: fc.constant(schema as JsonSchema),
      grants: someGrants(message, pointers),
    });
  });

describe('a message under an agreement', () => {
  test('no member above the granted class survives', () => {
    fc.assert(
      fc.property(someMessage(), ({ message, value, schema, grants }) => {
        const projected = projectMessage(value, message, grants, registry);
        if (!projected.ok) return;
        for (const [pointer, classOf] of leavesOf(projected.value, schema)) {
          const fitting = grants.filter((one) => `${pointer}/`.startsWith(`${one.pointer}/`));
          const longest = Math.max(...fitting.map((one) => one.pointer.length));
          const best = fitting.filter((one) => one.pointer.length === longest);
          expect(
            best.some(({ maxClass }) => isAtLeast(maxClass, classOf)),
            pointer,
          ).toBe(true);
        }
      }),
      { numRuns: 3000 },
    );
  });

  test('a second projection changes nothing', () => {
    fc.assert(
      fc.property(someMessage(), ({ message, value, grants }) => {
        const once = projectMessage(value, message, grants, registry);
        if (once.ok) expect(projectMessage(once.value, message, grants, registry)).toEqual(once);
      }),
      { numRuns: 3000 },
    );
  });

  test('no required member is missing from what leaves', () => {
    fc.assert(
      fc.property(someMessage(), ({ message, value, schema, grants }) => {
        const projected = projectMessage(value, message, grants, registry);
        if (!projected.ok || typeof projected.value !== 'object') return;
        const required = (schema.required ?? []) as readonly string[];
        expect(required.filter((one) => Object.hasOwn(value as object, one))).toEqual(
          required.filter((one) => Object.hasOwn(projected.value as object, one)),
        );
      }),
      { numRuns: 3000 },
    );
  });

  test('every example leaves whole where everything is granted', () => {
    const changed = MESSAGES.filter(({ message, value }) => {
      const extensions = { ...grant(message, '/extensions', 'secret') };
      const projected = projectMessage(
        value,
        message,
        [grant(message, '', 'secret'), extensions],
        registry,
      );
      return !projected.ok || JSON.stringify(projected.value) !== JSON.stringify(value);
    });
    expect(changed.map(({ message }) => message)).toEqual([]);
  });

  const view = {
    consigneeRef: 'cr1_AAECAwQFBgcICQoLDA0ODw4',
    view: 'TAIL',
    stage: 'AT_POINT',
    validUntilAt: '2026-11-02T10:00:00+08:00',
    waybillNo: 'ZZ0000000001',
    phoneMasked: '*******0001',
  };
  const all = grant('ConsigneeView', '', 'pseudonymous');

  test.each([
    [
      'an optional member above its own grant is left out',
      [all, grant('ConsigneeView', '/phoneMasked', 'business')],
      { ...view, phoneMasked: undefined },
    ],
    [
      'of two grants at one place the higher counts',
      [all, grant('ConsigneeView', '', 'public')],
      view,
    ],
    [
      'a required member above its grant refuses the whole',
      [all, grant('ConsigneeView', '/consigneeRef', 'business')],
      undefined,
    ],
    ['what no grant names does not leave', [grant('Parcel', '', 'secret')].slice(1), undefined],
  ] as const)('%s', (_title, grants, want) => {
    const projected = projectMessage(view, 'ConsigneeView', grants, registry);
    expect(projected.ok ? projected.value : undefined).toEqual(
      want === undefined ? undefined : JSON.parse(JSON.stringify(want)),
    );
  });

  test('what the schema does not know does not leave, whatever is granted', () => {
    const more = { ...view, phone: '+8619900000001', region: { name: '张三丰' } };
    expect(
      projectMessage(more, 'ConsigneeView', [grant('ConsigneeView', '', 'secret')], registry),
    ).toEqual({
      ok: true,
      value: view,
    });
  });

  test('extensions need a grant of their own', () => {
    const extended = { ...view, extensions: { 'test.example.a': 1, 'test.example.b': 2 } };
    const own = grant('ConsigneeView', '/extensions/test.example.a', 'business');
    const given = [[all], [all, grant('ConsigneeView', '/extensions', 'business')], [all, own]];
    expect(
      given.map((grants) => {
        const projected = projectMessage(extended, 'ConsigneeView', grants, registry);
        return projected.ok ? (projected.value as typeof extended).extensions : 'refused';
      }),
    ).toEqual([undefined, extended.extensions, { 'test.example.a': 1 }]);
  });

  test('only an effective agreement grants, and to the role that it names', () => {
    const grants = [all, { ...all, toRole: 'merchant' as const }];
    expect(
      grantsFor(
        [
          { status: 'EFFECTIVE', grants },
          { status: 'SUSPENDED', grants },
        ],
        'ConsigneeView',
        'courier',
      ),
    ).toEqual([all]);
  });
});
