import { readFileSync } from 'node:fs';
import { registry, SERVING_ROLES } from '@openwaybill/schemas';
import { wireFaults } from '../src/faults/wire/index.ts';
import { shownOf, toldBy } from '../src/faults/wire/reach.ts';
const roles = process.argv[2] && process.argv[2]!=='all' ? [process.argv[2]] : SERVING_ROLES;
const only = process.argv[3] ? new RegExp(process.argv[3]) : undefined;
for (const role of roles) {
  const { transcript, claim } = JSON.parse(readFileSync(`/tmp/wire/iso-${role}.json`,'utf8'));
  transcript.entries.unshift(JSON.parse(readFileSync(`/tmp/wire/clean-${role}.json`,'utf8')).transcript.entries[0]);
  const shown = shownOf(transcript, claim); let told=0, all=0; const t=performance.now();
  for (const f of wireFaults(registry, role as never)) { if (only? !only.test(f.id) : f.isInvalid) continue;
    const r = toldBy(f, shown); if (!r) continue; all++; if (r.telling) told++; else console.log(f.id, r.showing.join()); }
  console.log('==', role, all, 'told', told, Math.round(performance.now()-t));
}
