import { exampleBody } from '../../drive/example.ts';
import type { Stage } from '../../drive/stage.ts';
import { causeFact } from '../../models/walk-from.ts';
import { defineScenario, step, text } from '../../scenarios/scenario.ts';
import { answerOf, isAccepted } from '../../transcript/body.ts';
import type { Claim } from '../../words.ts';

/** A credit code with a wrong check character (GB 32100). */
const WRONG_CODE = '91210200MA0000001N';

/** The first example of a request, about the runner. */
export const own = (stage: Stage, operation: string) => ({
  ...exampleBody(operation),
  partyId: stage.partyId(),
});

/** A registration of the runner itself, which it may repeat as often as it likes. */
export const registration = async (stage: Stage) => {
  const partyId = stage.partyId();
  const known = answerOf(await stage.call('getParty', { path: { partyId } }));
  const role = stage.roleOf('runner') ?? 'platform';
  return {
    path: { partyId },
    body: { ...exampleBody('putParty'), roles: [role], endpoints: [] },
    ...(typeof known?.revision === 'number' ? { ifMatch: known.revision } : {}),
  };
};

const register = async (stage: Stage, probe: string) =>
  stage.call('putParty', { ...(await registration(stage)), probe });

/** Entries of a public register, and keys that follow each other, at a hub. */
export const registryKeys = defineScenario({
  id: 'registry-keys',
  title: text('Keys, parties and certificates', '密钥、主体与证书'),
  system: ['hub'],
  when: { claims: 'registry' },
  tier: 'W',
  touches: ['REG-001', 'REG-002', 'REG-004', 'REG-006', 'DSC-021'],
  run: async function* (stage) {
    yield step('CALL', 'The runner registers', '登记主体');
    await register(stage, 'registry-put');
    await stage.call('listParties', { probe: 'registry-read' });
    await stage.call('listCertificates', { probe: 'registry-certificates' });

    yield step('CALL', 'Keys are registered, signed and not', '登记密钥');
    const first = own(stage, 'registerKeys');
    await stage.call('registerKeys', { body: first });
    const next = { ...first, keyIds: [`key-${stage.invent.uuid()}`] };
    const { signature } = await stage.sign(next);
    const signed = await stage.call('registerKeys', {
      body: { ...next, signature },
      probe: 'registry-signed',
      intent: 'CONTROL',
    });
    await stage.call('registerKeys', {
      body: { ...next, keyIds: [`key-${stage.invent.uuid()}`] },
      probe: 'registry-unsigned',
      twinOf: signed.seq,
    });
    await stage.call('registerKeys', {
      body: { ...next, signature, partyId: WRONG_CODE },
      probe: 'registry-wrong-code',
      twinOf: signed.seq,
    });
  },
});

const CENTURY = 99;
/** How many years of a run are taken, from one that is drawn. */
const taken = new WeakMap<Claim, number>();

/** A year that nothing else in a run reports of, and no former run is likely to have. */
export const someYear = ({ claim, invent }: Stage): number => {
  const next = taken.get(claim) ?? Number.parseInt(invent.uuid().slice(-4), 16) % CENTURY;
  taken.set(claim, next + 1);
  return 2000 + (next % CENTURY);
};

/** Licences and annual reports at a regulator. */
export const registryReports = defineScenario({
  id: 'registry-reports',
  title: text('Applications and annual reports', '许可申请与年报'),
  system: ['regulator'],
  when: { claims: 'registry' },
  tier: 'W',
  touches: ['REG-001', 'REG-005', 'REG-006'],
  run: async function* (stage) {
    yield step('CALL', 'The runner registers', '登记主体');
    await register(stage, 'registry-put');
    await stage.call('listParties', { probe: 'registry-read' });

    yield step('CALL', 'A year is reported twice, and corrected', '年报重复提交与更正');
    const report = { ...own(stage, 'submitAnnualReport'), year: someYear(stage) };
    const first = await stage.call('submitAnnualReport', {
      body: report,
      probe: 'registry-year',
      intent: 'CONTROL',
    });
    const { reportId, revision } = answerOf(first) ?? {};
    if (!isAccepted(first) || typeof reportId !== 'string') return;
    await stage.call('submitAnnualReport', {
      body: { ...report, staffCount: report.staffCount + 1 },
      probe: 'registry-year-again',
      twinOf: first.seq,
    });
    await stage.call('submitAnnualReport', {
      body: { ...report, partyId: WRONG_CODE },
      probe: 'registry-wrong-code',
      twinOf: first.seq,
    });
    await stage.call('correctAnnualReport', {
      path: { reportId },
      ifMatch: revision,
      body: { staffCount: report.staffCount + 1 },
      probe: 'registry-corrected',
    });
  },
});

/** A licence is granted and suspended, and the party read each time. */
export const registryLicence = defineScenario({
  id: 'registry-licence',
  title: text('A lapsed licence shows', '许可失效即时可见'),
  system: ['regulator'],
  when: { claims: 'registry' },
  tier: 'C',
  needs: ['ACTIONS'],
  touches: ['REG-003'],
  run: async function* (stage) {
    yield step('CALL', 'A courier registers and is licensed', '快递企业登记并获许可');
    await register(stage, 'registry-put');
    const applied = await stage.call('applyForLicence', { body: own(stage, 'applyForLicence') });
    const { applicationId } = answerOf(applied) ?? {};
    if (typeof applicationId !== 'string') return;
    for (const fact of ['APPLICATION_ACCEPTED', 'APPLICATION_GRANTED'])
      await causeFact(stage, {
        collection: 'licence-applications',
        resourceId: applicationId,
        fact,
      });
    const shown = answerOf(await stage.call('getLicenceApplication', { path: { applicationId } }));
    if (typeof shown?.licenceNo !== 'string') return;

    yield step('CALL', 'The licence is suspended', '许可被暂扣');
    await causeFact(stage, {
      collection: 'licences',
      resourceId: shown.licenceNo,
      fact: 'LICENCE_SUSPENDED',
    });
    await stage.settle();
    const licenceNo = shown.licenceNo;
    await stage.call('getLicence', { path: { licenceNo }, probe: 'registry-licence' });
    await stage.call('getParty', { path: { partyId: stage.partyId() }, probe: 'registry-lapsed' });
  },
});
