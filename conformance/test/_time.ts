import { readFileSync } from 'node:fs';
import { check } from '../src/run.ts';
import { judge } from '../src/judge.ts';
import { reference } from './reference.ts';
for (const role of ['courier','platform','insurer']) {
  const { transcript, claim } = JSON.parse(readFileSync(`/tmp/clean-${role}.json`,'utf8'));
  const count:Record<string,number>={};
  for (const e of transcript.entries) if (e.kind==='exchange') count[e.scenario]=(count[e.scenario]??0)+1;
  const byCost=Object.entries(count).sort((a,b)=>a[1]-b[1]);
  console.log(role, byCost.map(([a,b])=>`${a}:${b}`).join(' '));
  for (let i=0;i<3;i++) for (const only of [['discovery'],['discovery',byCost[3]![0]],['discovery',byCost[12]![0]]]) {
    const t=performance.now();
    const system = await reference(role as never);
    const t1=performance.now();
    const r = await check({ ...system, role: role as never, only });
    const t2=performance.now();
    await judge(r.transcript, r.claim);
    console.log(only.join('+'), 'ref', Math.round(t1-t), 'check', Math.round(t2-t1), 'judge', Math.round(performance.now()-t2), r.transcript.entries.length);
  }
  const t=performance.now(); await judge(transcript, claim); console.log('judge whole', performance.now()-t);
}
