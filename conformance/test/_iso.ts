import { readFileSync, writeFileSync } from 'node:fs';
import { SERVING_ROLES } from '@openwaybill/schemas';
import { check } from '../src/run.ts';
import { scenarios } from '../src/scenarios/index.ts';
import { isFor } from '../src/scenarios/scenario.ts';
import { reference } from './reference.ts';
for (const role of process.argv.length>2?process.argv.slice(2):SERVING_ROLES) {
  const { claim } = JSON.parse(readFileSync(`/tmp/wire/clean-${role}.json`,'utf8'));
  const entries:any[]=[]; const t=performance.now(); const bad:string[]=[]; let n=0;
  for (const s of scenarios) { if(!isFor(s, role as never)) continue;
    const system = await reference(role as never);
    try { const r = await check({ ...system, role: role as never, only:[s.id], negatives: 1 }); entries.push(...r.transcript.entries.filter((e:any)=>e.kind==='exchange'&&e.scenario===s.id)); n++; if(r.result.findings.length) bad.push(`${s.id}: ${r.result.findings.map(f=>f.requirement)}`); } catch (e) { console.log(s.id, String(e)); }
  }
  writeFileSync(`/tmp/wire/iso-${role}.json`, JSON.stringify({transcript:{entries}, claim}));
  console.log(role, n, Math.round(performance.now()-t), entries.length, bad.join('; '));
}
