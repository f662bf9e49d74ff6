//go:build !go1.21

package main

import "openwaybill"

// logged is nothing where there are no structured logs.
func logged(*openwaybill.Revealed) string {
	return ""
}
