//go:build go1.21

package openwaybill

import "log/slog"

// LogValue is the same for structured logs, whose package is of Go 1.21.
func (p Personal[T]) LogValue() slog.Value {
	return slog.StringValue(personal)
}
