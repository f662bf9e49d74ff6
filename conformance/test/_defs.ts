import { readFileSync } from 'node:fs';
import { registry, SERVING_ROLES, nameIn } from '@openwaybill/schemas';
import { placesOf } from '../src/faults/wire/places.ts';
import { wireFaults } from '../src/faults/wire/index.ts';
import { whereOf } from '../src/faults/wire/wire-fault.ts';
const VALUE=new Set(['retype','null','widen','empty','enum-shift-outside']);
const defs=new Map<string,any>(); const http=new Map<string,string>(); const cache=new Map<string,Map<string,string>>();
const defOf=(f:any)=>{ let m=cache.get(f.message); if(!m){ m=new Map(); for(const p of placesOf(registry,f.message)){ const pt=p.path.map((x:string)=>'/'+x).join(''); const h=p.schema.$id&&p.schema.type==='object'? {name:nameIn(p.schema.$id),path:p.path}: p.holders.at(-1); m.set(pt+'#', p.schema.$id?nameIn(p.schema.$id):''); m.set(pt, h? `${h.name}${pt.slice(h.path.map((x:string)=>'/'+x).join('').length)}`: pt);} cache.set(f.message,m);} return m.get(f.pointer); };
for (const role of SERVING_ROLES) {
  const { transcript } = JSON.parse(readFileSync(`/tmp/wire/iso-${role}.json`,'utf8'));
  const index = new Map<string, any[]>();
  for (const e of transcript.entries) if (e.kind==='exchange') for (const k of whereOf(e)) index.set(k,[...(index.get(k)??[]),e]);
  for (const f of wireFaults(registry, role)) {
    const isHttp=!registry.schemas.has(f.message)||/header|Allow/.test(f.change);
    const pos=f.id.split('.').at(-1);
    defOf(isHttp?{message:'Health',pointer:''}:f); const key = isHttp? `${f.message}${f.pointer}:${f.change}@${pos}` : (VALUE.has(f.change)&&cache.get(f.message)?.get(f.pointer+'#')? `${cache.get(f.message)!.get(f.pointer+'#')}:${f.change}@${pos}` : `${defOf(f)}:${f.change}@${pos}`);
    if (isHttp? http.has(key): defs.has(key)) continue;
    let hit=false; for (const w of f.where) { for (const e of index.get(w)??[]) if (f.meets(e)==='CHANGED') { hit=true; break; } if(hit) break; }
    if (hit) (isHttp?http:defs).set(key, f.id);
  }
}
const k:Record<string,number>={}; for(const key of defs.keys()) { const c=key.split(':').at(-1)!; k[c]=(k[c]??0)+1; } const h:Record<string,number>={}; for(const key of http.keys()) { const c=key.split(':').at(-1)!; h[c]=(h[c]??0)+1; }
console.log(defs.size, JSON.stringify(k), http.size, JSON.stringify(h));
