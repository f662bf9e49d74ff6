import { fromBase64 } from '@openwaybill/validate';
import { answerOf, isAccepted } from '../transcript/body.ts';
import type { Exchange } from '../transcript/format.ts';
import type { Seen } from './seen.ts';

const utf8 = new TextDecoder();

export type SeenLabel = {
  readonly exchange: Exchange;
  // biome-ignore lint/suspicious/noExplicitAny: a body is narrowed where it is read
  readonly label: any;
  readonly pointer: string;
};

/** Every label that the system answered, alone or with its waybill. */
export const labelsOf = (seen: Seen): readonly SeenLabel[] =>
  seen.exchanges.flatMap((exchange): readonly SeenLabel[] => {
    if (exchange.to !== 'sut' || !isAccepted(exchange)) return [];
    const body = answerOf(exchange);
    switch (exchange.operation) {
      case 'getWaybillLabel':
        return [{ exchange, label: body, pointer: '' }];
      case 'createWaybill':
        return body?.label === undefined
          ? []
          : [{ exchange, label: body.label, pointer: '/label' }];
      case 'createWaybillBatch':
        return (body?.results ?? []).flatMap(
          (one: { readonly resource?: { readonly label?: unknown } }, index: number) =>
            one.resource?.label === undefined
              ? []
              : [
                  {
                    exchange,
                    label: one.resource.label,
                    pointer: `/results/${index}/resource/label`,
                  },
                ],
        );
      default:
        return [];
    }
  });

/** The texts of the labels whose format is text. */
export const labelTexts = (
  seen: Seen,
): readonly { readonly exchange: Exchange; readonly text: string }[] =>
  labelsOf(seen).flatMap(({ exchange, label }) => {
    if (!/^(SVG|ZPL)/.test(String(label?.format))) return [];
    const bytes = typeof label?.content === 'string' ? fromBase64(label.content) : undefined;
    return bytes === undefined ? [] : [{ exchange, text: utf8.decode(bytes) }];
  });
