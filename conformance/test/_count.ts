import { readFileSync } from 'node:fs';
import { registry, SERVING_ROLES } from '@openwaybill/schemas';
import { wireFaults } from '../src/faults/wire/index.ts';
import { whereOf } from '../src/faults/wire/wire-fault.ts';
for (const role of SERVING_ROLES) {
  const { transcript } = JSON.parse(readFileSync(`/tmp/clean-${role}.json`,'utf8'));
  const t=performance.now();
  const index = new Map<string, any[]>();
  for (const e of transcript.entries) if (e.kind==='exchange') for (const k of whereOf(e)) index.set(k,[...(index.get(k)??[]),e]);
  const faults = wireFaults(registry, role);
  const ids = new Set(faults.map(f=>f.id));
  const n:Record<string,number>={}, k:Record<string,number>={};
  let valid=0;
  for (const f of faults) {
    let m='ABSENT';
    for (const w of f.where) for (const e of index.get(w)??[]) { const x=f.meets(e); if (x==='CHANGED'){m=x;break;} if (x==='EQUIVALENT') m=x; }
    n[m]=(n[m]??0)+1; if (m==='CHANGED') {k[f.change]=(k[f.change]??0)+1; if(!f.isInvalid) valid++;}
    if (m==='EQUIVALENT' && f.isInvalid && role==='courier') console.log('EQ', f.id);
  }
  console.log(role, faults.length, ids.size, JSON.stringify(n), 'valid kinds', valid, JSON.stringify(k), Math.round(performance.now()-t));
}
