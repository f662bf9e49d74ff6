//go:build go1.21

package main

import (
	"bytes"
	"log/slog"

	"openwaybill"
)

// logged is what structured logs show, whose package is of Go 1.21.
func logged(revealed *openwaybill.Revealed) string {
	var logs bytes.Buffer
	for _, handler := range []slog.Handler{slog.NewTextHandler(&logs, nil), slog.NewJSONHandler(&logs, nil)} {
		slog.New(handler).Info("revealed", "all", revealed, "fields", *revealed.Fields, "name", revealed.Fields.Name)
	}
	return logs.String()
}
