import { exampleBody } from '../../drive/example.ts';
import { defineScenario, step, text } from '../../scenarios/scenario.ts';
import { answerOf, isAccepted } from '../../transcript/body.ts';

/** The same is asked twice, with and without services; the tables that prices come from are read. */
export const quotes = defineScenario({
  id: 'pricing-quotes',
  title: text('What a package costs', '包裹询价'),
  system: 'courier',
  when: { claims: 'pricing' },
  tier: 'W',
  touches: ['PRC-005', 'PRC-006', 'PRC-007', 'DSC-021'],
  run: async function* (stage) {
    const insured = exampleBody('createQuote');
    const { vas: _vas, declaredValue: _value, ...plain } = insured;
    yield step('CALL', 'A quote without any service, and with one', '不含与含增值服务的报价');
    for (const body of [plain, { ...plain, vas: [] }, insured])
      await stage.call('createQuote', { body, probe: 'pricing-quote' });

    yield step('CALL', 'The same once more', '同条件再次询价');
    for (const body of [plain, insured]) {
      const quoted = await stage.call('createQuote', { body, probe: 'pricing-quote' });
      if (!isAccepted(quoted)) continue;
      const quoteId = String(answerOf(quoted)?.quoteId);
      await stage.call('getQuote', { path: { quoteId }, probe: 'pricing-quote-read' });
    }

    yield step('CALL', 'Tariffs and offers are read', '查询资费与服务');
    let cursor: string | undefined;
    do {
      const page = await stage.call('listTariffs', {
        query: cursor === undefined ? {} : { cursor },
        probe: 'pricing-tariffs',
      });
      const next: unknown = isAccepted(page) ? answerOf(page)?.nextCursor : undefined;
      cursor = typeof next === 'string' && next !== cursor ? next : undefined;
    } while (cursor !== undefined);
    await stage.call('listVasOffers', { probe: 'pricing-offers' });
  },
});
