package openwaybill

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"reflect"
	"sort"
	"strconv"
	"strings"
	"time"
)

// LargestSafeInteger is the largest whole number that every receiver reads as it was sent (RFC 8259 section 6).
const LargestSafeInteger = 1<<53 - 1

// Instant is a date and time with its offset, as it came (RFC 3339).
type Instant string

// Time is the same as a time that knows its offset.
func (i Instant) Time() (time.Time, error) {
	return time.Parse(time.RFC3339Nano, string(i))
}

// Ptr points to a value: optional members are pointers.
func Ptr[T any](value T) *T {
	return &value
}

// unreadable says where a value is not what its message says.
type unreadable struct {
	pointer, rule, message string
}

func (u *unreadable) Error() string {
	return u.pointer + ": " + u.message
}

// below is a fault seen from an object around it.
func below(step string, err error) error {
	var found *unreadable
	if errors.As(err, &found) {
		return &unreadable{"/" + step + found.pointer, found.rule, found.message}
	}
	return &unreadable{"/" + step, "type", "This is of another type."}
}

// member is one field of a message.
type member struct {
	name     string
	at       int
	required bool
	personal bool
}

// membersOf reads the tags of a struct; all but Additional have one.
func membersOf(of reflect.Type) []member {
	found := make([]member, 0, of.NumField())
	for at := 0; at < of.NumField(); at++ {
		tag := of.Field(at).Tag.Get("json")
		if tag == "" || tag == "-" {
			continue
		}
		name := strings.TrimSuffix(tag, ",omitempty")
		personal := of.Field(at).Tag.Get("privacy") == "personal"
		found = append(found, member{name, at, name == tag, personal})
	}
	return found
}

// readMessage reads an object into the struct that target points to. Members that it does not know go to Additional.
func readMessage(data []byte, target any) error {
	return readMembers(data, target, true)
}

func readMembers(data []byte, target any, isStrict bool) error {
	var object map[string]json.RawMessage
	if err := json.Unmarshal(data, &object); err != nil || object == nil {
		return &unreadable{"", "type", "This is no object."}
	}
	message := reflect.ValueOf(target).Elem()
	for _, one := range membersOf(message.Type()) {
		raw, isThere := object[one.name]
		delete(object, one.name)
		if !isThere {
			if one.required && isStrict {
				return &unreadable{"", "required", "The member " + one.name + " is missing."}
			}
			continue
		}
		if err := readMember(raw, message.Field(one.at)); err != nil && isStrict {
			return below(one.name, err)
		}
	}
	if len(object) == 0 {
		return nil
	}
	additional := make(map[string]any, len(object))
	for name, raw := range object {
		var value any
		if err := json.Unmarshal(raw, &value); err != nil {
			return below(name, err)
		}
		additional[name] = value
	}
	message.FieldByName("Additional").Set(reflect.ValueOf(additional))
	return nil
}

func readMember(raw json.RawMessage, field reflect.Value) error {
	if bytes.Equal(bytes.TrimSpace(raw), []byte("null")) {
		return &unreadable{"", "type", "This is null."}
	}
	if field.Kind() != reflect.Slice {
		return json.Unmarshal(raw, field.Addr().Interface())
	}
	var items []json.RawMessage
	if err := json.Unmarshal(raw, &items); err != nil {
		return err
	}
	list := reflect.MakeSlice(field.Type(), len(items), len(items))
	for at, item := range items {
		if err := readMember(item, list.Index(at)); err != nil {
			return below(strconv.Itoa(at), err)
		}
	}
	field.Set(list)
	return nil
}

// checkJSON says of a text that it is no JSON, or has a number that would lose digits.
func checkJSON(data []byte) error {
	decoder := json.NewDecoder(bytes.NewReader(data))
	decoder.UseNumber()
	var value any
	if err := decoder.Decode(&value); err != nil {
		return err
	}
	if decoder.More() {
		return errors.New("there is more than one value")
	}
	if found := unsafeIn(value, ""); len(found) > 0 {
		return fmt.Errorf("%s has more digits than are kept", found[0])
	}
	return nil
}

var steps = strings.NewReplacer("~", "~0", "/", "~1")

// unsafeIn tells where numbers stand that would lose digits.
func unsafeIn(value any, pointer string) []string {
	switch one := value.(type) {
	case json.Number:
		number, err := one.Float64()
		if err != nil || math.Abs(number) > LargestSafeInteger {
			return []string{pointer}
		}
	case []any:
		var found []string
		for at, item := range one {
			found = append(found, unsafeIn(item, pointer+"/"+strconv.Itoa(at))...)
		}
		return found
	case map[string]any:
		names := make([]string, 0, len(one))
		for name := range one {
			names = append(names, name)
		}
		sort.Strings(names)
		var found []string
		for _, name := range names {
			found = append(found, unsafeIn(one[name], pointer+"/"+steps.Replace(name))...)
		}
		return found
	}
	return nil
}

// writeJSON is compact JSON, every character as itself.
func writeJSON(value any) ([]byte, error) {
	var text bytes.Buffer
	encoder := json.NewEncoder(&text)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(value); err != nil {
		return nil, err
	}
	return bytes.TrimSpace(text.Bytes()), nil
}

// MarshalWithAdditional is a message as JSON with the members that this release does not know, which are otherwise
// never sent back.
func MarshalWithAdditional(message any) ([]byte, error) {
	return writeJSON(withAdditional(reflect.ValueOf(message)))
}

func withAdditional(value reflect.Value) any {
	switch value.Kind() {
	case reflect.Pointer, reflect.Interface:
		if value.IsNil() {
			return nil
		}
		return withAdditional(value.Elem())
	case reflect.Slice:
		items := make([]any, value.Len())
		for at := range items {
			items[at] = withAdditional(value.Index(at))
		}
		return items
	case reflect.Struct:
		object := map[string]any{}
		if additional := value.FieldByName("Additional"); additional.IsValid() {
			for _, name := range additional.MapKeys() {
				object[name.String()] = additional.MapIndex(name).Interface()
			}
		}
		for _, one := range membersOf(value.Type()) {
			if field := value.Field(one.at); one.required || !field.IsZero() {
				object[one.name] = withAdditional(field)
			}
		}
		return object
	}
	return value.Interface()
}

// showMessage is a message as text for people and logs: what is personal is not shown.
func showMessage(message any) string {
	value := reflect.ValueOf(message)
	var shown []string
	for _, one := range membersOf(value.Type()) {
		field := value.Field(one.at)
		if !one.required && field.IsZero() {
			continue
		}
		text := "[personal]"
		if !one.personal {
			text = showValue(field)
		}
		shown = append(shown, one.name+":"+text)
	}
	// nobody says of an unknown member whether it is personal
	if additional := value.FieldByName("Additional").Len(); additional > 0 {
		shown = append(shown, fmt.Sprintf("and %d more", additional))
	}
	return value.Type().Name() + "{" + strings.Join(shown, " ") + "}"
}

func showValue(value reflect.Value) string {
	switch value.Kind() {
	case reflect.Pointer:
		return showValue(value.Elem())
	case reflect.Slice:
		items := make([]string, value.Len())
		for at := range items {
			items[at] = showValue(value.Index(at))
		}
		return "[" + strings.Join(items, " ") + "]"
	case reflect.String:
		return strconv.Quote(value.String())
	}
	return fmt.Sprint(value.Interface())
}

// codeList is what this release knows of a list of codes.
type codeList struct {
	codes    []string
	fallback string
}

func (l codeList) has(code string) bool {
	for _, one := range l.codes {
		if one == code {
			return true
		}
	}
	return false
}

// meaning is the code itself or the fallback of its list; none where a receiver ignores what it does not know.
func (l codeList) meaning(code string) (string, bool) {
	if l.has(code) {
		return code, true
	}
	return l.fallback, l.fallback != ""
}
