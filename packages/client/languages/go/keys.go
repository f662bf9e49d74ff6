package openwaybill

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"sync"
	"time"
)

// KeyLoader gives the keys of a party; it is asked with fresh when none of those that it gave has signed a delivery.
type KeyLoader func(ctx context.Context, fresh bool) ([]VerifyingKey, error)

const (
	// as long as a capability document may be cached
	keysKept = 5 * time.Minute
	// forged deliveries must not make many requests for keys
	keysPause = time.Minute
)

// FixedKeys are keys that never change.
func FixedKeys(keys ...VerifyingKey) KeyLoader {
	return func(context.Context, bool) ([]VerifyingKey, error) { return keys, nil }
}

// KeysAt is the key set at an address, such as endpoints.keys of a capability document. It is kept for a while, and
// read once at a time. The defaults for caller and now are those of this machine.
func KeysAt(url string, caller *http.Client, now func() time.Time) KeyLoader {
	if caller == nil {
		caller = &http.Client{Timeout: 10 * time.Second}
	}
	if now == nil {
		now = time.Now
	}
	var reading sync.Mutex
	var kept []VerifyingKey
	var at time.Time
	return func(ctx context.Context, fresh bool) ([]VerifyingKey, error) {
		reading.Lock()
		defer reading.Unlock()
		allowed := keysKept
		if fresh {
			allowed = keysPause
		}
		if kept != nil && now().Sub(at) < allowed {
			return kept, nil
		}
		request, err := http.NewRequestWithContext(ctx, http.MethodGet, url, nil)
		if err != nil {
			return nil, err
		}
		response, err := caller.Do(request)
		if err != nil {
			return nil, err
		}
		defer response.Body.Close()
		if response.StatusCode != http.StatusOK {
			return nil, fmt.Errorf("the key set at %s was answered with %d; check the address", url, response.StatusCode)
		}
		var set struct {
			Keys []VerifyingKey `json:"keys"`
		}
		if err := json.NewDecoder(response.Body).Decode(&set); err != nil {
			return nil, err
		}
		kept, at = set.Keys, now()
		return kept, nil
	}
}
