package openwaybill

import (
	"crypto/ed25519"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"strings"
)

// VerifyingKey is a public key that signs events, as a JWK of Ed25519. Keys of other kinds are passed over.
type VerifyingKey struct {
	Kty string `json:"kty"`
	Crv string `json:"crv"`
	X   string `json:"x"`
	Use string `json:"use"`
}

func (k VerifyingKey) public() ed25519.PublicKey {
	if k.Kty != "OKP" || k.Crv != "Ed25519" || k.Use == "enc" {
		return nil
	}
	public, err := base64.RawURLEncoding.DecodeString(k.X)
	if err != nil || len(public) != ed25519.PublicKeySize {
		return nil
	}
	return public
}

// secretBytes are the bytes of a shared secret as Standard Webhooks writes it: 24 to 64 of them.
func secretBytes(text string) ([]byte, error) {
	secret, err := base64.StdEncoding.DecodeString(strings.TrimPrefix(text, "whsec_"))
	if err != nil || !strings.HasPrefix(text, "whsec_") || len(secret) < 24 || len(secret) > 64 {
		return nil, fmt.Errorf("the text is no whsec_ key: it is whsec_ and the base64 of 24 to 64 bytes; copy it whole")
	}
	return secret, nil
}

// delivery are the headers that name and sign an event.
type delivery struct {
	id, timestamp, signature string
}

// isSigned says whether one of the signatures is by one of the keys (v1a), or by one of the shared secrets (v1). What
// is signed is the body byte for byte as it came.
func isSigned(by delivery, body []byte, keys []VerifyingKey, secrets [][]byte) bool {
	content := append([]byte(by.id+"."+by.timestamp+"."), body...)
	for _, one := range strings.Split(by.signature, " ") {
		scheme, text, _ := strings.Cut(one, ",")
		signature, err := base64.StdEncoding.DecodeString(text)
		if err != nil {
			continue
		}
		switch scheme {
		case "v1a":
			for _, key := range keys {
				if public := key.public(); public != nil && ed25519.Verify(public, content, signature) {
					return true
				}
			}
		case "v1":
			for _, secret := range secrets {
				wanted := hmac.New(sha256.New, secret)
				wanted.Write(content)
				if hmac.Equal(wanted.Sum(nil), signature) {
					return true
				}
			}
		}
	}
	return false
}
