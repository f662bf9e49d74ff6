import { exampleBody } from '../../drive/example.ts';
import type { Stage } from '../../drive/stage.ts';
import { causeFact, walkFrom } from '../../models/walk-from.ts';
import { defineScenario, step, text } from '../../scenarios/scenario.ts';
import { answerOf, isAccepted } from '../../transcript/body.ts';

const DAY = 86_400_000;

const instantAfter = async (stage: Stage, days: number): Promise<string> =>
  new Date((await stage.now()) + days * DAY).toISOString();

/** A token that no entry is about; what it is a digest of is nobody. */
const freshToken = (stage: Stage): string =>
  `ct_${`${stage.invent.uuid()}${stage.invent.uuid()}`.replaceAll('-', '').slice(0, 43)}`;

/** Subjects that one member may ask about in a minute at the most. */
export const MOST_A_MINUTE = 10_000;

/** A check of as many subjects as one request holds, by another member. */
const askAboutMany = (stage: Stage, probe: string, isAfter = false) =>
  stage.callAs('second', 'checkBlacklist', {
    body: { items: Array.from({ length: 100 }, () => ({ subjectToken: freshToken(stage) })) },
    probe,
    intent: isAfter ? 'PROBE' : 'CONTROL',
  });

/** A proposal about a person whom nobody has heard of, that may be appealed for two days. */
export const proposalOf = async (stage: Stage) => ({
  ...exampleBody('proposeBlacklistEntry'),
  subjectToken: freshToken(stage),
  decidedBy: { partyId: stage.partyId(), role: stage.roleOf('runner') ?? 'platform' },
  appealUntilAt: await instantAfter(stage, 2),
  effectiveFromAt: await instantAfter(stage, 2),
  expiresAt: await instantAfter(stage, 300),
});

/** Proposals that a hub refuses, beside one that it takes; and a check of somebody who is not listed any more. */
export const creditProposals = defineScenario({
  id: 'credit-proposals',
  title: text('Terms of a blacklist entry', '黑名单条目的期限'),
  system: ['hub'],
  when: { claims: 'credit' },
  tier: 'W',
  touches: ['CRD-001', 'CRD-003', 'CRD-004', 'CRD-006', 'DSC-021'],
  run: async function* (stage) {
    const body = await proposalOf(stage);
    yield step('CALL', 'An entry is proposed', '提议条目');
    const taken = await stage.call('proposeBlacklistEntry', {
      body,
      probe: 'credit-proposed',
      intent: 'CONTROL',
    });
    const { entryId } = answerOf(taken) ?? {};
    if (!isAccepted(taken) || typeof entryId !== 'string') return;

    yield step('CALL', 'Entries that never end, or name a person', '无期限或指名个人的条目');
    await stage.call('proposeBlacklistEntry', {
      body: { ...body, subjectToken: freshToken(stage), expiresAt: await instantAfter(stage, 800) },
      probe: 'credit-too-long',
      twinOf: taken.seq,
    });
    await stage.call('proposeBlacklistEntry', {
      body: { ...body, subjectToken: stage.person('blacklisted').mobile },
      probe: 'credit-by-phone',
      twinOf: taken.seq,
    });

    yield step('CALL', 'Who was listed, and who never was', '曾被列入者与未知者');
    await stage.call('revokeBlacklistEntry', { path: { entryId } });
    const check = (subjectToken: string, probe: string) =>
      stage.call('checkBlacklist', { body: { items: [{ subjectToken }] }, probe });
    await check(body.subjectToken, 'credit-check-revoked');
    await check(freshToken(stage), 'credit-check-unknown');

    if (stage.has('second')) {
      yield step('CALL', 'As many subjects as a minute may have, and more', '一分钟内超量查询');
      let checked = await askAboutMany(stage, 'credit-check-some');
      for (let asked = 100; asked <= MOST_A_MINUTE && isAccepted(checked); asked += 100)
        checked = await askAboutMany(stage, 'credit-check-many', true);
    }

    yield step('CALL', 'A score', '信用评分');
    await stage.call('evaluateCredit', {
      body: exampleBody('evaluateCredit'),
      probe: 'credit-score',
    });
  },
});

/** An entry is read on both sides of the end of its appeal period. */
export const creditAppealPeriod = defineScenario({
  id: 'credit-appeal-period',
  title: text('No effect before the appeal period is over', '申诉期满前不生效'),
  system: ['hub'],
  when: { claims: 'credit' },
  tier: 'C',
  needs: ['ACTIONS'],
  movesClock: true,
  touches: ['CRD-002'],
  run: async function* (stage) {
    yield step('CALL', 'An entry is proposed and its subject informed', '提议条目并告知对象');
    const taken = await stage.call('proposeBlacklistEntry', { body: await proposalOf(stage) });
    const { entryId } = answerOf(taken) ?? {};
    if (typeof entryId !== 'string') return;
    await causeFact(stage, {
      collection: 'blacklist-entries',
      resourceId: entryId,
      fact: 'SUBJECT_INFORMED',
    });
    const read = (probe: string) => stage.call('getBlacklistEntry', { path: { entryId }, probe });
    await stage.advance('P1D');
    await read('credit-within-appeal');
    yield step('ADVANCE', 'The appeal period ends', '申诉期届满');
    await stage.advance('P2D');
    await stage.settle();
    await read('credit-after-appeal');
  },
});

/** Entries at a hub, from every state. */
export const blacklistWalk = walkFrom({
  entity: 'blacklist-entry',
  role: 'hub',
  read: 'getBlacklistEntry',
  begin: {
    operation: 'proposeBlacklistEntry',
    input: async (stage) => ({ body: await proposalOf(stage) }),
  },
  movesClock: true,
  causes: {
    // the subject may add to an appeal for as long as it could have appealed
    APPEAL_DISMISSED: {
      needs: 'CLOCK',
      cause: async (stage, { path }) => {
        await stage.advance('P3D');
        await causeFact(stage, {
          collection: 'blacklist-entries',
          resourceId: path.entryId ?? '',
          fact: 'APPEAL_DISMISSED',
        });
      },
    },
  },
});
