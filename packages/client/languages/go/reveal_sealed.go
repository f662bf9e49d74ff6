package openwaybill

import (
	"encoding/base64"
	"encoding/json"
	"math"
	"strings"
	"time"
)

// Opener holds the private keys of the recipient: it gives the bytes of a compact JWE (ECDH-ES+A256KW, A256GCM) that
// was sealed to the key of that id, and an error where there is no such key or it does not fit. With
// github.com/go-jose/go-jose that is ParseEncrypted and Decrypt; its error goes no further.
type Opener interface {
	Open(compactJWE, keyID string) ([]byte, error)
}

// SealedUse is what a recipient uses sealed fields for. Issuer and Recipient are party ids.
type SealedUse struct {
	Issuer, Recipient, WaybillNo string
	Purpose                      RevealPurpose
	RevealID                     string
}

// SealRefused is an error about sealed fields that are refused: what of them did not fit, and nothing of what was in
// them. Fault is FORM, ISSUER, AUDIENCE, WAYBILL, PURPOSE, REVEAL, EXPIRED or KEY.
type SealRefused struct {
	Fault string
}

func (s *SealRefused) Error() string {
	return "the sealed fields do not fit their use (" + s.Fault + "); ask for the reveal again"
}

func isWhole(value any) bool {
	number, isNumber := value.(float64)
	return isNumber && number == math.Trunc(number)
}

func namesEach(crit any) bool {
	names, isList := crit.([]any)
	if !isList || len(names) != len(sealedCritical) {
		return false
	}
	said := map[any]bool{}
	for _, name := range names {
		if text, isText := name.(string); isText {
			said[text] = true
		}
	}
	for _, claim := range sealedCritical {
		if !said[claim] {
			return false
		}
	}
	return true
}

// sealFault is what of a header does not fit its use; nothing where all of it does.
func sealFault(header map[string]any, use SealedUse, now time.Time) string {
	isOfForm := header["alg"] == sealedAlgorithm && header["enc"] == sealedEncryption && header["typ"] == sealedType &&
		isWhole(header["iat"]) && isWhole(header["exp"]) && namesEach(header["crit"])
	if !isOfForm {
		return "FORM"
	}
	for _, bound := range []struct{ claim, wanted, fault string }{
		{"iss", use.Issuer, "ISSUER"},
		{"aud", use.Recipient, "AUDIENCE"},
		{"waybillNo", use.WaybillNo, "WAYBILL"},
		{"purpose", string(use.Purpose), "PURPOSE"},
		{"revealId", use.RevealID, "REVEAL"},
	} {
		if header[bound.claim] != bound.wanted {
			return bound.fault
		}
	}
	if expires, _ := header["exp"].(float64); expires*1000 <= float64(now.UnixMilli()) {
		return "EXPIRED"
	}
	return ""
}

func headerOf(compactJWE string) map[string]any {
	parts := strings.Split(compactJWE, ".")
	if len(parts) != 5 {
		return nil
	}
	text, err := base64.RawURLEncoding.DecodeString(parts[0])
	if err != nil || checkJSON(text) != nil {
		return nil
	}
	var header map[string]any
	if json.Unmarshal(text, &header) != nil {
		return nil
	}
	return header
}

// OpenSealed opens the sealed fields of a person where they are for this use and not expired. Anything else is refused
// before it is opened, with a *SealRefused.
func OpenSealed(compactJWE string, use SealedUse, opener Opener, now time.Time) (*RevealedFields, error) {
	header := headerOf(compactJWE)
	if header == nil {
		return nil, &SealRefused{"FORM"}
	}
	if fault := sealFault(header, use, now); fault != "" {
		return nil, &SealRefused{fault}
	}
	keyID, isText := header["kid"].(string)
	if !isText {
		return nil, &SealRefused{"KEY"}
	}
	opened, err := opener.Open(compactJWE, keyID)
	if err != nil {
		// what it says may hold bytes of what was sealed, so it goes no further
		return nil, &SealRefused{"KEY"}
	}
	var clear RevealGrantFields
	if checkJSON(opened) != nil || json.Unmarshal(opened, &clear) != nil {
		return nil, &SealRefused{"FORM"}
	}
	return heldFields(&clear), nil
}
