/** A module that is more than its schema, lifecycle and paths: what its author writes beside the scaffold, by path. */
export const FITTING: Readonly<Record<string, string>> = {
  'packages/validate/src/modules/fitting.ts': `import type { FittingRequest } from '@openwaybill/schemas';
import { at, membersRule } from '../rules/members-rule.ts';

/** Numbers that begin with ZZ99 are for trials. */
export const fittingRules = [
  membersRule<FittingRequest>({
    schema: 'FittingRequest',
    id: 'DSC-023',
    broken: ({ waybillNo }) => at('/waybillNo', !waybillNo.startsWith('ZZ99')),
    text: { en: 'nothing is fitted on a trial', zh: '试验单号不可安装' },
    hint: { en: 'Name a real waybill.', zh: '请给出正式运单号。' },
  }),
];
`,
  'packages/mock/src/modules/fitting.ts': `import { ruleViolated } from '../engine/refusal.ts';
import type { Hooks, ModuleBehaviours } from '../resources/hooks.ts';

const fittings: Hooks = {
  draft: async ({ unit }, next, before) => {
    const all = await unit.list({ collection: 'fittings' });
    const isOpen = all.some(({ body }) => {
      const one = body as typeof next;
      return one.waybillNo === next.waybillNo && one.status === 'OPEN';
    });
    if (before === undefined && isOpen) throw ruleViolated('/waybillNo', 'FIT-001');
    return next;
  },
};

/** One open fitting a waybill. */
export const fitting: ModuleBehaviours = { resources: { fittings } };
`,
  'conformance/src/modules/fitting/index.ts': `import { checkOf, refusal } from '../../checks/check.ts';
import { exampleBody } from '../../drive/example.ts';
import { alterAnswers } from '../../faults/bend.ts';
import { defineScenario, step, text } from '../../scenarios/scenario.ts';
import type { ModuleSuite } from '../suite.ts';

const taken = (headers: Headers): Headers => {
  const plain = new Headers(headers);
  plain.set('Content-Type', 'application/json');
  plain.set('ETag', '"1"');
  return plain;
};

const fittingTwice = defineScenario({
  id: 'fitting-twice',
  title: text('One fitting at a time', '一次一项安装'),
  system: 'any',
  when: { offers: 'createFitting' },
  tier: 'W',
  touches: ['FIT-001'],
  run: async function* (stage) {
    const body = exampleBody('createFitting');
    yield step('CALL', 'A fitting is asked for twice', '两次请求安装');
    const first = await stage.call('createFitting', { body, probe: 'fitting-first' });
    await stage.call('createFitting', { body, probe: 'fitting-again', twinOf: first.seq });
  },
});

/** A second fitting is refused while the first is open. */
export const fittingSuite: ModuleSuite = {
  scenarios: [fittingTwice],
  checks: [
    checkOf('FIT-001', {
      'fitting-again': refusal('fitting-again', 422, 'RULE_VIOLATION', { pointer: '/waybillNo' }),
    }),
  ],
  faults: [
    {
      kind: 'hand',
      role: 'courier',
      id: 'second-fitting-taken',
      title: { en: 'takes a second fitting', zh: '接受第二项安装' },
      violates: ['FIT-001'],
      bend: alterAnswers(
        'courier',
        ({ body, asked, headers }) =>
          body?.code === 'RULE_VIOLATION'
            ? {
                status: 201,
                headers: taken(headers),
                body: {
                  fittingId: '019398a0-0000-7000-8000-0000000000ff',
                  ...asked,
                  status: 'OPEN',
                  revision: 1,
                  createdAt: '2026-11-11T00:00:00+08:00',
                  updatedAt: '2026-11-11T00:00:00+08:00',
                },
              }
            : undefined,
        ['createFitting'],
      ),
    },
  ],
};
`,
  'seeds/stories/fitting.json': JSON.stringify({
    module: 'fitting',
    title: { en: 'A waybill has one fitting at a time', zh: '一单同时只有一项安装' },
    steps: [
      {
        by: 'platform',
        at: 'courier',
        does: 'createFitting',
        with: { body: { waybillNo: 'ZZ010000000016' } },
        want: { status: 201, body: { status: 'OPEN' } },
        keep: { fittingId: '/fittingId' },
      },
      {
        by: 'platform',
        at: 'courier',
        does: 'createFitting',
        with: { body: { waybillNo: 'ZZ010000000016' } },
        want: { status: 422, problem: 'RULE_VIOLATION', pointer: '/waybillNo' },
      },
      {
        by: 'platform',
        at: 'courier',
        does: 'cancelFitting',
        with: { path: { fittingId: '{{fittingId}}' }, body: { reason: 'BUYER_CANCELLED' } },
        want: { status: 200, body: { status: 'CANCELLED' } },
      },
    ],
  }),
};

/** What is seen of the module in the copy, by a process that knows the copy alone; prints one line of JSON. */
export const LOOK = `import { readFileSync } from 'node:fs';
import { registry } from '@openwaybill/schemas';
import { judge } from '@openwaybill/validate';
import { castOf, playStory } from '@openwaybill/mock/stories';
import { seededRandom } from '../../packages/mock/src/engine/invent.ts';
import { createTestCity } from '../../packages/mock/test/city.ts';
import { faults } from '../src/faults/index.ts';
import { cleanOf } from '../src/prove/clean.ts';
import { proveFault } from '../src/prove/prove-fault.ts';
import { scenariosOf } from '../src/prove/selection.ts';
import { check } from '../src/run.ts';
import { maker, reference } from './reference.ts';

const story = JSON.parse(readFileSync(new URL('../../seeds/stories/fitting.json', import.meta.url), 'utf8'));
const city = await createTestCity(castOf(story));
const played = await playStory(story, city, seededRandom(1));

const fault = faults.find(({ id }) => id === 'second-fitting-taken');
const result = await check({ ...(await reference('courier')), role: 'courier', only: scenariosOf(fault) });
const row = await proveFault(fault, { clean: cleanOf(result), maker, elapsed: () => performance.now() });

const found = judge('FittingRequest', { waybillNo: 'ZZ990000000019' });
console.log(JSON.stringify({
  name: Object.keys(registry.codeLists.find(({ name }) => name === 'ModuleName').codes).at(-1),
  played: { steps: played.steps, refusals: played.refusals, faults: city.faults },
  judged: found.ok ? [] : found.issues.map(({ pointer, rule }) => ({ pointer, rule })),
  clean: result.result.requirements.filter(({ id }) => id === 'FIT-001'),
  row,
}));
`;
