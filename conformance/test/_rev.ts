import { readFileSync } from 'node:fs';
import { SERVING_ROLES } from '@openwaybill/schemas';
import { revisionChecks } from '../src/checks/derived/one-revision.ts';
import { roundTripChecks } from '../src/checks/derived/round-trip.ts';
const roles = process.argv[2] ? [process.argv[2]] : SERVING_ROLES;
for (const role of roles) {
  const { transcript, claim } = JSON.parse(readFileSync(`/tmp/wire/clean-${role}.json`,'utf8'));
  const by=new Map<number,any>(transcript.entries.map((e:any)=>[e.seq,e]));
  const t=performance.now(); const sum:Record<string,number>={}; const shownFor=new Set();
  for (const c of [...revisionChecks, ...roundTripChecks]) for (const o of c.judge(transcript, claim)) {
    const k=`${o.case} ${o.says}`; sum[k]=(sum[k]??0)+1;
    if (o.says==='VIOLATED') { const [a,b]=o.at.map(x=>by.get(x)); const key=`${o.case} ${o.pointer?.replace(/\d+/g,'N')}`; if(shownFor.has(key)) continue; shownFor.add(key);
      console.log(role, o.case, o.pointer, a?.scenario, a?.operation, a?.probe, a?.eventType,'<>', b?.operation, b?.probe, b?.eventType, o.at.join()); }
  }
  console.log(role, JSON.stringify(sum), Math.round(performance.now()-t));
}
