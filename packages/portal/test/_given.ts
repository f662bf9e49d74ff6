import { readFileSync } from 'node:fs';
import { registry, toContract } from '@openwaybill/schemas';
import { SMALL_CONTRACT } from '../../emit/test/_small.ts';
import type { PortalOptions } from '../src/index.ts';

const seed = (path: string) =>
  JSON.parse(readFileSync(new URL(`../../../seeds/${path}`, import.meta.url), 'utf8'));

const POLICY: PortalOptions['policy'] = seed('policy/clauses.json');

/** What the command line hands in, with few clauses and scenarios and one short crosswalk. */
export const OPTIONS: PortalOptions = {
  status: 'draft',
  publishedOn: '2026-11-22',
  isInRelease: false,
  policy: { ...POLICY, clauses: POLICY.clauses.slice(0, 8) },
  scenarios: ['01', '05'].map((id) => seed(`scenarios/${id}.json`)),
  crosswalks: [
    {
      vocabulary: 'kuaidi100',
      version: '2',
      source: 'invented',
      rows: [
        { code: '3', eventCode: 'DELIVERED', confidence: 'HIGH' },
        { code: '99', outcome: 'IGNORE' },
      ],
    },
  ],
  guides: [
    {
      name: 'from-elsewhere',
      title: { en: 'From elsewhere', zh: '从别处迁移' },
      lede: { en: 'How to get here.', zh: '如何迁移至此。' },
      sections: [
        {
          id: 'codes',
          title: { en: 'Codes', zh: '代码' },
          parts: [
            { is: 'text', text: { en: 'See `submit-order`.', zh: '见 `submit-order`。' } },
            { is: 'list', items: [{ en: 'First this.', zh: '先做此项。' }] },
            {
              is: 'table',
              heads: [{ en: 'theirs', zh: '对方' }],
              rows: [[['DELIVERED']], [{ en: 'none', zh: '无' }]],
            },
            { is: 'code', about: { en: 'After', zh: '迁移后' }, text: '{}' },
          ],
        },
      ],
    },
  ],
  views: {
    en: '# Title\n\nLead with `STATE_ILLEGAL`.\n\n## Courier\n\nRole `courier`.\n\n| Stage | What |\n| --- | --- |\n| Accepted | `masked` + *contact* (`FULFIL_DELIVER`) |\n',
    zh: '# 标题\n\n首段含 `STATE_ILLEGAL`。\n\n## 快递企业\n\n角色 `courier`。\n\n| 阶段 | 可见内容 |\n| --- | --- |\n| 已接单 | `masked` + *contact*（`FULFIL_DELIVER`） |\n',
  },
  validators: 'window.openwaybillJudge = () => ({ ok: true, issues: [] });\n',
};

export { SMALL_CONTRACT };

/** The whole standard. */
export const whole = () => toContract(registry);
