package openwaybill

import (
	"math"
	"net/http"
	"regexp"
	"strconv"
	"time"
)

const (
	// the first pause is at most this; every further one may be twice as long, up to the last
	firstPause = 200 * time.Millisecond
	lastPause  = 20 * time.Second
)

var wholeSeconds = regexp.MustCompile("^[0-9]{1,9}$")

// retryAfter is Retry-After from now: seconds or a date (RFC 9110 section 10.2.3).
func retryAfter(header string, now time.Time) (time.Duration, bool) {
	if wholeSeconds.MatchString(header) {
		seconds, err := strconv.Atoi(header)
		return time.Duration(seconds) * time.Second, err == nil
	}
	at, err := http.ParseTime(header)
	if err != nil {
		return 0, false
	}
	if at.Before(now) {
		return 0, true
	}
	return at.Sub(now), true
}

// backOff is exponential, with full jitter: many callers that were refused at once do not come back at once.
func backOff(tried int, random func([]byte) error) (time.Duration, error) {
	ceiling := math.Min(float64(lastPause), float64(firstPause)*math.Pow(2, float64(tried-1)))
	share := make([]byte, 2)
	if err := random(share); err != nil {
		return 0, err
	}
	part := float64(int(share[0])<<8|int(share[1])) / 0xffff
	return time.Duration(math.Round(ceiling * part)), nil
}
