import { registry, nameOf } from '@openwaybill/schemas';
const rev:string[]=[],no:string[]=[];
for (const [name,{schema}] of registry.schemas) { if(schema.type!=='object') continue; const p=Object.keys(schema.properties??{}); const ids=p.filter(x=>/(Id|No|Ref)$/.test(x)); if(p.includes('revision')) rev.push(`${name}[${ids}]`); }
const ans=new Set(registry.operations.flatMap(o=>o.answer.body?.$id?[nameOf(o.answer.body)]:[]));
for (const n of ans) { const s=registry.schemas.get(n)!.schema; if(s.properties?.revision) continue; no.push(`${n}[${Object.keys(s.properties??{})}]`); }
console.log('REV', rev.join('\n')); console.log('\nNO', no.join('\n'));
console.log('EVENTS'); for (const e of registry.events) console.log(e.type.slice(16), nameOf(e.data), Object.keys(e.data.properties??{}).join());
