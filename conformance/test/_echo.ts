import { readFileSync } from 'node:fs';
import { SERVING_ROLES, nameOf } from '@openwaybill/schemas';
import { differenceFrom } from '../src/checks/derived/difference.ts';
import { knownOperation } from '../src/drive/operations.ts';
import { answerOf, isAccepted, requestOf } from '../src/transcript/body.ts';
for (const role of SERVING_ROLES) {
  const { transcript } = JSON.parse(readFileSync(`/tmp/wire/clean-${role}.json`,'utf8'));
  const ok:Record<string,number>={}, bad:Record<string,string>={};
  for (const e of transcript.entries) { if (e.kind!=='exchange'||e.to!=='sut'||!isAccepted(e)||e.request.method==='GET') continue;
    const op=knownOperation(e.operation); if(!op?.request||!op.answer.body) continue;
    const q=requestOf(e), a=answerOf(e); if(!q||!a) continue;
    for (const [m,v] of Object.entries(q)) { if(!(m in (op.answer.body.properties??{}))) continue; const k=`${e.operation}.${m}`; const d=differenceFrom(v,a[m],`/${m}`); if(d===undefined) ok[k]=(ok[k]??0)+1; else bad[k]=`${d} ${e.scenario} ${e.probe} ${JSON.stringify(v)?.slice(0,80)} -> ${JSON.stringify(a[m])?.slice(0,80)}`; } }
  console.log(role,'ok',Object.keys(ok).length,'bad',JSON.stringify(bad,null,1));
}
