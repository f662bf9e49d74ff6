package openwaybill

import (
	"fmt"
	"io"
)

const personal = "[personal]"

// Personal holds a value of a person so that no format, log or encoder shows it; Expose gives the value.
type Personal[T any] struct {
	expose func() T
}

func held[T any](value *T) *Personal[T] {
	if value == nil {
		return nil
	}
	kept := *value
	return &Personal[T]{func() T { return kept }}
}

// Expose is the value itself.
func (p Personal[T]) Expose() T {
	return p.expose()
}

// Format answers every verb alike.
func (p Personal[T]) Format(state fmt.State, _ rune) {
	_, _ = io.WriteString(state, personal) // fmt keeps the fault of its writer itself
}

// String is the same for whoever asks for it.
func (p Personal[T]) String() string {
	return personal
}

// MarshalText is the same for JSON, XML and whatever else writes text.
func (p Personal[T]) MarshalText() ([]byte, error) {
	return []byte(personal), nil
}
