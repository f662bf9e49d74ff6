import { defineOperation } from '../define/index.ts';
import { PLACE_READERS } from './place-readers.ts';
import { RuralServiceDeclaration } from './rural-service-declaration.ts';

/** Reads the declaration of one point, and the revision that its next one has to name. */
export const getRuralDeclaration = defineOperation({
  name: 'get-rural-declaration',
  since: '1.0',
  title: { en: 'Read a declaration of rural service', zh: '查询农村服务申报' },
  servedBy: ['hub'],
  calledBy: PLACE_READERS,
  method: 'GET',
  path: '/v1/rural-declarations/{pointId}',
  answer: { status: 200, body: RuralServiceDeclaration },
  problems: ['NOT_FOUND'],
  requirements: [],
  examples: {},
});
