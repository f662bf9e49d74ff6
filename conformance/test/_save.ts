import { writeFileSync } from 'node:fs';
import { SERVING_ROLES } from '@openwaybill/schemas';
import { check } from '../src/run.ts';
import { reference } from './reference.ts';
for (const role of process.argv.length>2?process.argv.slice(2):SERVING_ROLES) {
  const t=performance.now();
  const system = await reference(role as never);
  const { result, transcript, claim } = await check({ ...system, role: role as never });
  writeFileSync(`/tmp/clean-${role}.json`, JSON.stringify({transcript, claim, passed: result.requirements.filter(r=>r.outcome==='passed').map(r=>r.id), other: result.requirements.filter(r=>!['passed','inapplicable'].includes(r.outcome)).map(r=>[r.id,r.outcome,r.reason])}));
  console.log(role, Math.round(performance.now()-t), transcript.entries.length, result.exit, result.findings.length);
}
