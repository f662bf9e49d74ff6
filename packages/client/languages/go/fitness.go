package openwaybill

import (
	"bytes"
	"encoding/json"
	"regexp"
	"strconv"
	"strings"
)

// mask is stars, circles, blocks and crosses with which others hide characters, and a face that one platform prints.
var mask = regexp.MustCompile("[*\u2217\u2731\u066d\ufe61\uff0a\u25cf\u25cb\u25ef\u2b24\u2588\u2587\u25a0\u25a1\u00d7\u2715\u2716]|\\(\\^_\\^\\)")

// place is where something stands in a value.
type place struct {
	pointer string
	value   any
}

// placesAt is every place that a pointer with * for any item names.
func placesAt(value any, pointer string) []place {
	found := []place{{"", value}}
	for _, step := range strings.Split(pointer, "/")[1:] {
		var following []place
		for _, one := range found {
			switch holder := one.value.(type) {
			case []any:
				for at, item := range holder {
					following = append(following, place{one.pointer + "/" + strconv.Itoa(at), item})
				}
			case map[string]any:
				if item, isThere := holder[step]; isThere {
					following = append(following, place{one.pointer + "/" + step, item})
				}
			}
		}
		found = following
	}
	return found
}

// bodyOf is a body as it is sent, or what is wrong with it: no receiver could take it as it is meant.
func bodyOf(row operation, body any) ([]byte, *Problem, error) {
	if body == nil {
		return nil, nil, nil
	}
	text, err := writeJSON(body)
	if err != nil {
		return nil, nil, err
	}
	decoder := json.NewDecoder(bytes.NewReader(text))
	decoder.UseNumber()
	var value any
	if err := decoder.Decode(&value); err != nil {
		return nil, nil, err
	}
	var findings []ProblemErrorsItem
	for _, pointer := range unsafeIn(value, "") {
		findings = append(findings, ProblemErrorsItem{Pointer: pointer, Rule: "safe-integer", Message: "The number has more digits than are kept."})
	}
	if len(findings) > 0 {
		return nil, own("REQUEST_INVALID", 0, false, findings...), nil
	}
	for _, pointer := range row.plain {
		for _, one := range placesAt(value, pointer) {
			if text, isText := one.value.(string); isText && mask.MatchString(text) {
				findings = append(findings, ProblemErrorsItem{Pointer: one.pointer, Rule: "masked-input", Message: "A masked value stands in a plain member."})
			}
		}
	}
	if len(findings) > 0 {
		return nil, own("MASKED_VALUE_AS_INPUT", 0, false, findings...), nil
	}
	return text, nil, nil
}
