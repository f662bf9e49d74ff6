import {
  SEALED_ALGORITHM,
  SEALED_CRITICAL,
  SEALED_ENCRYPTION,
  SEALED_TYPE,
} from '@openwaybill/privacy';
import { REVEALABLE } from '../../reveal/purposes.ts';
import { literal } from './names.ts';

/** What each purpose may ask for, and what the header of sealed fields has to say. */
export const revealsText = (): string => `package openwaybill

// revealable is what a purpose may ask for at most, and whether its fields never come in clear.
type revealable struct {
	fields   []RevealField
	isSealed bool
}

// revealPurposes are the purposes that show fields, in the order of the standard.
var revealPurposes = []RevealPurpose{${Object.keys(REVEALABLE).map(literal).join(', ')}}

func revealableFor(purpose RevealPurpose) (revealable, bool) {
	switch purpose {
${Object.entries(REVEALABLE)
  .map(
    ([purpose, { fields, isSealed }]) =>
      `\tcase ${literal(purpose)}:\n\t\treturn revealable{[]RevealField{${fields.map(literal).join(', ')}}, ${isSealed}}, true\n`,
  )
  .join('')}	}
	return revealable{}, false
}

const (
	sealedAlgorithm  = ${literal(SEALED_ALGORITHM)}
	sealedEncryption = ${literal(SEALED_ENCRYPTION)}
	sealedType       = ${literal(SEALED_TYPE)}
)

// sealedCritical are the claims that whoever opens sealed fields has to understand (RFC 7515 section 4.1.11).
var sealedCritical = []string{${SEALED_CRITICAL.map(literal).join(', ')}}
`;
