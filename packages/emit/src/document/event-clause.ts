import type { EventEntry } from '@openwaybill/schemas';
import { anchorOf } from './anchors.ts';
import type { Clause } from './clause.ts';
import { code, escaped, facts, linkTo, paragraph, prose } from './html.ts';
import { between, schemaLink } from './operation-clause.ts';
import { LABELS, type Language, listed } from './words.ts';

/** The clause of an event: a line of words, and its facts. */
export const eventClause = (event: EventEntry, language: Language): Clause => {
  const { type, title, description, from, to, data, subject, lifecycle, states = [] } = event;
  return {
    id: anchorOf.event(type),
    title: title[language],
    body: [
      ...(description === undefined ? [] : [paragraph(prose(description[language]))]),
      facts([
        [LABELS.type[language], code(type)],
        [LABELS.eventFrom[language], between(from, to, language)],
        [LABELS.payload[language], schemaLink(data, language)],
        [LABELS.subject[language], code(subject)],
        [
          LABELS.lifecycle[language],
          lifecycle === undefined ? '' : linkTo(anchorOf.lifecycle(lifecycle), code(lifecycle)),
        ],
        [LABELS.states[language], listed(states.map(code), language)],
        [
          LABELS.requirements[language],
          listed(
            event.requirements.map(({ id }) => linkTo(anchorOf.requirement(id), escaped(id))),
            language,
          ),
        ],
      ]),
    ],
  };
};
