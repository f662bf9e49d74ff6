// Reads what is to be revealed as NDJSON, asks with the generated client, and answers what it saw as NDJSON.
package main

import (
	"bufio"
	"bytes"
	"context"
	"crypto/aes"
	"crypto/cipher"
	"crypto/elliptic"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"math/big"
	"os"
	"strings"
	"time"

	"openwaybill"
)

type object = map[string]any

type jwk struct{ Kid, X, Y, D string }

type asked struct {
	openwaybill.RevealRequest
	BaseURL, Token, Issuer, Recipient string
	Key                               jwk
	Now                               int64
	InClear, Again                    bool
}

func must(err error) {
	if err != nil {
		panic(err)
	}
}

func bytesOf(text string) []byte {
	data, err := base64.RawURLEncoding.DecodeString(text)
	must(err)
	return data
}

// testOpener stands for a library of JOSE: this driver has the standard library alone.
type testOpener struct{ key jwk }

func (o testOpener) Open(compactJWE, keyID string) ([]byte, error) {
	if keyID != o.key.Kid {
		return nil, errors.New("there is no such key")
	}
	parts := strings.Split(compactJWE, ".")
	var header struct{ Epk jwk }
	must(json.Unmarshal(bytesOf(parts[0]), &header))
	// crypto/ecdh is of Go 1.20
	x, y := new(big.Int).SetBytes(bytesOf(header.Epk.X)), new(big.Int).SetBytes(bytesOf(header.Epk.Y))
	product, _ := elliptic.P256().ScalarMult(x, y, bytesOf(o.key.D))
	shared := product.FillBytes(make([]byte, 32))
	const algorithm = "ECDH-ES+A256KW"
	derived := sha256.New()
	derived.Write([]byte{0, 0, 0, 1})
	derived.Write(shared)
	derived.Write([]byte{0, 0, 0, byte(len(algorithm))})
	derived.Write([]byte(algorithm))
	derived.Write([]byte{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0})
	key := unwrapped(derived.Sum(nil), bytesOf(parts[1]))
	block, err := aes.NewCipher(key)
	must(err)
	gcm, err := cipher.NewGCM(block)
	must(err)
	return gcm.Open(nil, bytesOf(parts[2]), append(bytesOf(parts[3]), bytesOf(parts[4])...), []byte(parts[0]))
}

// unwrapped is a key that was wrapped by another (RFC 3394 section 2.2.2).
func unwrapped(by, wrapped []byte) []byte {
	block, err := aes.NewCipher(by)
	must(err)
	count := len(wrapped)/8 - 1
	head, key := append([]byte{}, wrapped[:8]...), append([]byte{}, wrapped[8:]...)
	for step := 6 * count; step > 0; step-- {
		part := key[(step-1)%count*8:][:8]
		binary.BigEndian.PutUint64(head, binary.BigEndian.Uint64(head)^uint64(step))
		both := append(append([]byte{}, head...), part...)
		block.Decrypt(both, both)
		copy(head, both[:8])
		copy(part, both[8:])
	}
	if !bytes.Equal(head, bytes.Repeat([]byte{0xa6}, 8)) {
		panic("the key was wrapped by another")
	}
	return key
}

func exposed(fields *openwaybill.RevealedFields) object {
	seen := object{}
	for name, held := range map[string]*openwaybill.Personal[string]{
		"name": fields.Name, "phone": fields.Phone, "delivery_note": fields.DeliveryNote, "id_number": fields.IDNumber,
	} {
		if held != nil {
			seen[name] = held.Expose()
		}
	}
	if fields.Address != nil {
		seen["address"] = fields.Address.Expose()
	}
	return seen
}

func forms(revealed *openwaybill.Revealed) string {
	text, err := json.Marshal(revealed)
	must(err)
	fields := *revealed.Fields
	return fmt.Sprintf("%v %+v %#v %s %s", revealed, fields, fields, text, logged(revealed)) +
		fmt.Sprintf("%v %+v %#v %s %q %x %d", fields.Name, fields.Address, fields.Phone, fields.DeliveryNote, fields.Name, fields.Name, fields.Name)
}

func told(revealed *openwaybill.Revealed, problem *openwaybill.Problem, err error) object {
	var refused *openwaybill.SealRefused
	switch {
	case errors.As(err, &refused):
		return object{"ok": false, "fault": refused.Fault, "shown": fmt.Sprintf("%v %#v", err, err)}
	case problem != nil:
		pointers := []string{}
		for _, found := range problem.Errors {
			pointers = append(pointers, found.Pointer)
		}
		return object{"ok": false, "code": problem.Code, "pointers": pointers, "shown": problem.String()}
	}
	must(err)
	seen := object{"ok": true, "uses": revealed.Grant.RemainingUseCount}
	if revealed.Fields != nil {
		seen["fields"], seen["shown"] = exposed(revealed.Fields), forms(revealed)
	}
	return seen
}

func main() {
	ctx := context.Background()
	lines := bufio.NewScanner(os.Stdin)
	for lines.Scan() {
		var given asked
		must(json.Unmarshal(lines.Bytes(), &given.RevealRequest))
		must(json.Unmarshal(lines.Bytes(), &struct {
			BaseURL, Token, Issuer, Recipient *string
			Key                               *jwk
			Now                               *int64
			InClear, Again                    *bool
		}{&given.BaseURL, &given.Token, &given.Issuer, &given.Recipient, &given.Key, &given.Now, &given.InClear, &given.Again}))
		revealer := openwaybill.Revealer{
			Platform: openwaybill.Connect(openwaybill.Options{
				BaseURL: given.BaseURL,
				Token:   func(context.Context, string) (string, error) { return given.Token, nil },
			}),
			Issuer:    given.Issuer,
			Recipient: given.Recipient,
			KeyID:     given.Key.Kid,
			Opener:    testOpener{given.Key},
			Now:       func() time.Time { return time.UnixMilli(given.Now) },
		}
		ask := revealer.Reveal
		if given.InClear {
			ask = revealer.RevealInClear
		}
		revealed, problem, err := ask(ctx, given.RevealRequest)
		results := []object{told(revealed, problem, err)}
		if given.Again && revealed != nil {
			results = append(results, told(revealer.Read(ctx, revealed.Grant.RevealId, given.WaybillNo, given.Purpose)))
		}
		must(json.NewEncoder(os.Stdout).Encode(object{"results": results}))
	}
}
